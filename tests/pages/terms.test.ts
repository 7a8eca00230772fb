/** Texts that link the first use of a term to its meaning, and what of a site changes when a term does. */
import type { Edition } from '@charterpress/shared/domain/edition.ts';
import { plainText } from '@charterpress/shared/domain/prose.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lines, prose as markup, words } from '../../site/src/components/markup.ts';
import { showProse } from '../../site/src/views/prose.ts';
import { reader } from '../../site/src/views/reader.ts';
import { told } from '../../site/src/views/terms.ts';
import { termPage } from '../../site/src/views/words/term.ts';
import { feed, linkTo, paragraph, prose, text } from '../support/parent-site.ts';
import { type AtWork, edit, pressAtWork, served } from '../support/press-at-work.ts';
import { sampleEditions } from '../support/sample-editions.ts';
import { contentOf } from '../support/site.ts';

const above = { level: 1, heading: 'Help' } as const;
const toPledge = '<a class="term" href="/en/words/pledge/">pledge</a>';

function term(word: string, wordings: readonly (readonly [string, string])[] = []) {
  return {
    ...{ term: word, plainMeaning: `${word} means this.`, professionalMeaning: null },
    staysLatin: false,
    sensitive: false,
    wordings: wordings.map(([language, wording], at) => ({
      ...{ id: `w${at}`, language, wording, use: 'approved' as const },
    })),
  };
}

function site() {
  const { editions, publish } = feed();
  publish('terms', 'pledge', term('pledge', [['pl', 'obietnicy']]));
  publish('terms', 'pledge', term('obietnica'), { language: 'pl', sourceEdition: 1 });
  publish('terms', 'forum', term('parent forum', [['pl', 'forum rodziców']]));
  publish('pages', 'about', {
    ...{ title: 'About a pledge', summary: 'About', image: null, body: null, attachments: [] },
    sensitive: false,
  });
  return contentOf(editions);
}

function shown(blocks: Parameters<typeof showProse>[1], language = 'en') {
  return markup(showProse(reader(site(), language), blocks, above)).text;
}

describe('a text', () => {
  it('links the first use of a term on the page to its meaning', () => {
    expect(shown([...prose('A pledge.'), ...prose('A pledge again.')])).toBe(
      `<p>A ${toPledge}.</p><p>A pledge again.</p>`,
    );
  });

  it('links none within a heading or a link, and keeps the marks of what it links', () => {
    const heading = { type: 'heading' as const, level: 2 as const, children: [text('A pledge')] };
    expect(shown([heading, paragraph(linkTo('pages', 'about', 'the pledge'))])).not.toContain(
      'class="term"',
    );
    const bold = { type: 'text' as const, text: 'pledge', marks: ['bold' as const] };
    expect(shown([paragraph(bold)])).toContain('<strong>pledge</strong></a>');
  });

  it('links in the forms that its own language approves of, to the meaning in that language', () => {
    expect(shown(prose('Nie ma obietnicy.'), 'pl')).toContain(
      '<a class="term" href="/pl/words/pledge/">obietnicy</a>',
    );
  });

  it('links nothing to a meaning that its reader could not read', () => {
    expect(shown(prose('Idź na forum rodziców.'), 'pl')).not.toContain('class="term"');
  });

  it('says what it said, in every language of the sample', async () => {
    const content = contentOf(await sampleEditions('kent'));
    const texts = content.trust.languages.flatMap((tag) =>
      content.list('pages', tag).flatMap(({ document }) => {
        const edition = content.edition('pages', document, tag);
        const body = edition?.action === 'published' ? (edition.content.body ?? []) : [];
        return body.flatMap((block) => (block.type === 'paragraph' ? [{ tag, block }] : []));
      }),
    );
    const linked = texts.map(({ tag, block }) => {
      const [one] = showProse(reader(content, tag), [block], above);
      const children = one?.type === 'paragraph' ? one.children : [];
      return children.flatMap((child) => ('text' in child ? [child.text] : [])).join('');
    });
    const plain = texts.map(({ block }) =>
      plainText(block.children.filter((child) => child.type === 'text')),
    );
    expect(linked).toEqual(plain);
  });
});

describe('plain sentences', () => {
  it('link what they use first, and the texts after them do not link it again', () => {
    const who = reader(site(), 'en');
    expect(words(told(who, 'A pledge.', 'en')).text).toBe(`A ${toPledge}.`);
    expect(markup(showProse(who, prose('A pledge again.'), above)).text).not.toContain('<a');
  });

  it('stay line by line, and a term does not reach from one to the next', () => {
    const who = reader(site(), 'en');
    expect(lines(told(who, 'Ask the parent\nforum.\n\nA pledge & more.', 'en')).text).toBe(
      `<p>Ask the parent</p><p>forum.</p><p>A ${toPledge} &amp; more.</p>`,
    );
  });

  it('that are English on a page in another language lead to the English meaning', () => {
    expect(words(told(reader(site(), 'pl'), 'A pledge.', 'en')).text).toBe(
      `<span lang="en" dir="ltr">A ${toPledge}.</span>`,
    );
  });

  it('of a meaning link other terms, and never the page they stand on', () => {
    const { editions, publish } = feed();
    publish('terms', 'pledge', { ...term('pledge'), plainMeaning: 'A pledge to a parent forum.' });
    publish('terms', 'forum', term('parent forum'));
    const { plain } = termPage(contentOf(editions), { language: 'en', slug: 'pledge' });
    expect(words(plain.text).text).toBe(
      'A pledge to a <a class="term" href="/en/words/forum/">parent forum</a>.',
    );
  });
});

describe('a new term', () => {
  let work: AtWork;

  /** The first term of all brings the A to Z into the menu of every page; this is about the next. */
  beforeEach(async () => {
    work = await pressAtWork(24);
    publishTerm('visitor');
    await work.press.publish();
    await work.press.tidy();
  });

  afterEach(() => work.end());

  function publishTerm(word: string): void {
    work.feed.editions.push({
      ...{ kind: 'terms', document: `terms-${word}`, slug: word, language: 'en', number: 1 },
      ...{ sequence: work.feed.editions.length + 1, action: 'published', change: 'major' },
      ...{ changeNote: null, publishedAt: '2026-03-02T10:00:00.000Z', sourceEdition: null },
      ...{ firstPublishedAt: '2026-03-02T10:00:00.000Z', digest: 'a'.repeat(64) },
      content: term(word),
    } as unknown as Edition);
  }

  it('is explained at once, and linked from every text in the release after that', async () => {
    publishTerm('worker');
    const first = await work.press.publish();
    expect(first.hasMore).toBe(true);
    expect(served(work.dataDir, 'en/words/worker/index.html')).toContain('worker means this.');
    expect(served(work.dataDir, 'en/guides/guide-2/index.html')).not.toContain('class="term"');
    const rest = await work.press.publish();
    expect(rest.hasMore).toBe(false);
    expect(served(work.dataDir, 'en/guides/guide-2/index.html')).toContain(
      '<a class="term" href="/en/words/worker/">worker</a>',
    );
    expect((await work.press.publish()).isUnchanged).toBe(true);
  });

  it('is rendered again by itself when its meaning changes, and the texts are left alone', async () => {
    publishTerm('worker');
    while ((await work.press.publish()).hasMore);
    edit(work.feed, { document: 'terms-worker', content: { plainMeaning: 'Someone who helps.' } });
    const before = work.press.folders.current() ?? 0;
    while ((await work.press.publish()).hasMore);
    const changed = work.press.ledger.changesSince(before);
    expect(changed).toContain('en/words/worker/index.html');
    expect(changed).not.toContain('en/guides/guide-2/index.html');
  });

  it('that is removed is linked from nowhere in the same release', async () => {
    publishTerm('worker');
    while ((await work.press.publish()).hasMore);
    edit(work.feed, { document: 'terms-worker', action: 'removed' });
    const { hasMore, failed } = await work.press.publish();
    expect({ hasMore, failed }).toEqual({ hasMore: false, failed: [] });
    expect(served(work.dataDir, 'en/guides/guide-2/index.html')).not.toContain('class="term"');
  });
});
