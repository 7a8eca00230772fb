import { describe, expect, it } from 'vitest';
import type { Content } from '../../site/src/content/content.ts';
import { siteRoutes } from '../../site/src/content/routes.ts';
import { wordsPage } from '../../site/src/views/words/list.ts';
import { termPage } from '../../site/src/views/words/term.ts';
import { feed } from '../support/parent-site.ts';
import { sampleEditions } from '../support/sample-editions.ts';
import { contentOf } from '../support/site.ts';

const kent = contentOf(await sampleEditions('kent'));

function groups(content: Content, language: string) {
  return wordsPage(content, { language }).letters.groups.map(
    ({ letter, words }) => `${letter}: ${words.map(({ label }) => label.text).join(', ')}`,
  );
}

describe('the A to Z of words', () => {
  it('stands in every language as soon as one word is explained in English', () => {
    const paths = [...siteRoutes(kent)].map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['/en/words/', '/ur/words/', '/gu/words/']));
    const none = [...siteRoutes(contentOf([]))].map(({ path }) => path);
    expect(none).not.toContain('/en/words/');
  });

  it('has the words that are translated under the letters of the language', () => {
    expect(groups(kent, 'pl')).toContain('Ł: łącznik rodzinny');
    expect(groups(kent, 'ur')).toContain('ض: ضرورت کا درجہ');
  });

  it('has the others after them in English, with how the language writes each', () => {
    const { inEnglish, letters } = wordsPage(kent, { language: 'gu' });
    expect(letters.groups).toEqual([]);
    expect(inEnglish?.words[0]).toMatchObject({ hreflang: 'en', label: { in: { tag: 'en' } } });
    const { editions, publish } = feed();
    publish('terms', 'pledge', pledge);
    const [word] = wordsPage(contentOf(editions), { language: 'pl' }).inEnglish?.words ?? [];
    expect(word).toMatchObject({ wording: 'obietnica', note: 'po angielsku' });
  });

  it('leaves out a word that was withdrawn', () => {
    const { editions, publish } = feed();
    publish('terms', 'pledge', pledge);
    publish('terms', 'pledge', pledge, { action: 'withdrawn', number: 2 });
    expect(groups(contentOf(editions), 'en')).toEqual([]);
  });
});

describe('the page of a word', () => {
  it('says what parents and what professionals mean by it, and how languages write it', () => {
    const page = termPage(kent, { language: 'ur', slug: 'tier-of-need' });
    expect(page.term.text).toBe('ضرورت کا درجہ');
    expect(page.professional?.text.text).toContain('درجوں');
    expect(page.wordings?.languages).toContainEqual({
      name: 'English',
      in: { tag: 'en', direction: 'ltr' },
      words: ['tier of need'],
    });
  });

  it('defines a parent or carer as whoever cares for a child, in any kind of family', () => {
    const { plain, professional, avoid } = termPage(kent, {
      language: 'en',
      slug: 'parent-or-carer',
    });
    for (const who of ['grandparent', 'step-parent', 'adoptive parent', 'foster carer']) {
      expect(plain.text.text).toContain(who);
    }
    expect(professional?.text.text).toContain('any type of family');
    expect(avoid?.words).toContain('guardian');
  });
});

const pledge = {
  term: 'pledge',
  plainMeaning: 'A promise.',
  professionalMeaning: null,
  staysLatin: false,
  sensitive: false,
  wordings: [{ id: 'w1', language: 'pl', use: 'approved' as const, wording: 'obietnica' }],
};
