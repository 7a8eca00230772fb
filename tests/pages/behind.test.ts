/** What a reader of a translation is told of the English: for whom, when translated, and what it does not have yet. */
import type { Edition } from '@charterpress/shared/domain/edition.ts';
import type { Prose } from '@charterpress/shared/domain/prose.ts';
import { describe, expect, it } from 'vitest';
import { Html } from '../../site/src/components/html.ts';
import { besideEnglish } from '../../site/src/components/markup.ts';
import type { English } from '../../site/src/views/beside.ts';
import { guidePage } from '../../site/src/views/guide.ts';
import { homePage } from '../../site/src/views/home.ts';
import { plainPage } from '../../site/src/views/page.ts';
import { principlePage } from '../../site/src/views/principle.ts';
import {
  centresInEnglish,
  centresInPolish,
  feed,
  guide,
  page,
  paragraph,
  principle,
  prose,
  text,
} from '../support/parent-site.ts';
import { contentOf } from '../support/site.ts';

const later = '2026-05-03T10:00:00.000Z';
const dearer = guide('Children’s centres', [
  ['what', 'What it is', prose('A place to play.')],
  ['cost', 'What it costs', [...prose('It costs £2.'), ...prose('Bring a drink.')]],
  ['book', 'How to book', prose('Come to the desk.')],
]);

/** A guide in Polish, and English that has moved on since. */
function behind(change: 'major' | 'minor' | 'safety' = 'major'): readonly Edition[] {
  const { editions, publish } = feed();
  publish('guides', 'centres', centresInEnglish);
  publish('guides', 'centres', centresInPolish, { language: 'pl', sourceEdition: 1 });
  const changeNote = change === 'minor' ? null : 'Sessions cost £2 from May.';
  publish('guides', 'centres', dearer, { number: 2, publishedAt: later, change, changeNote });
  return editions;
}

describe('a translated page', () => {
  it('says for whom it is and when it was translated, in its own language', () => {
    const { editions, publish } = feed();
    publish('principles', '7', principle(7, 'One language'));
    publish('principles', '7', principle(7, 'Jeden język'), {
      ...{ language: 'pl', sourceEdition: 1, publishedAt: later },
    });
    const inTongue = (language: string) =>
      principlePage(contentOf(editions), { language, slug: '7' });
    expect(inTongue('pl').frame.made).toEqual({
      for: { label: 'Dla kogo:', who: 'Rodzice i opiekunowie' },
      translated: { text: 'Przetłumaczono 3 maja 2026', moment: later },
    });
    expect(inTongue('en').frame.made).toBeNull();
  });

  it('of a guide says so once', () => {
    const shown = (language: string) =>
      guidePage(contentOf(behind()), { language, slug: 'centres' });
    expect([shown('en').audience?.who, shown('pl').audience]).toEqual(['Parents and carers', null]);
    expect(shown('pl').frame.made?.for.who).toBe('Rodzice i opiekunowie');
  });

  it('that English stands in place of says when the English was published, and not when it was translated', () => {
    const shown = guidePage(contentOf(behind('safety')), { language: 'pl', slug: 'centres' });
    expect(shown.frame.made?.translated).toBeNull();
    expect(shown.dates.map(({ moment }) => moment)).toContain(later);
  });
});

describe('a translation that is behind', () => {
  it('says since when, what changed in the words for parents, and in which parts', () => {
    const [notice] = guidePage(contentOf(behind()), { language: 'pl', slug: 'centres' }).frame
      .notices;
    expect(notice?.title).toContain('3 maja 2026');
    const [notes, parts] = notice?.lists ?? [];
    expect(notes?.items).toEqual([
      { text: 'Sessions cost £2 from May.', in: { tag: 'en', direction: 'ltr' } },
    ]);
    expect(parts?.items).toMatchObject([
      { href: '/pl/guides/centres/cost/', label: { text: 'Ile to kosztuje', in: undefined } },
      { href: '/en/guides/centres/book/', note: 'po angielsku', label: { text: 'How to book' } },
    ]);
    expect(notice?.link?.href).toBe('/en/guides/centres/');
  });

  it('tells each note once, as it was corrected, and none of what it was translated from', () => {
    const { editions, publish } = feed();
    publish('principles', '7', principle(7, 'One'), {});
    const noted = { publishedAt: later, changeNote: 'Told before.' };
    publish('principles', '7', principle(7, 'Two'), { ...noted, number: 2 });
    publish('principles', '7', principle(7, 'Dwa'), { language: 'pl', sourceEdition: 2 });
    publish('principles', '7', principle(7, 'Three'), { number: 3, changeNote: 'Opens at 8.' });
    publish('principles', '7', principle(7, 'Three'), {
      ...{ number: 4, change: 'minor', changeNote: 'Opens at 9.', corrects: 3 },
    });
    const [notice] = principlePage(contentOf(editions), { language: 'pl', slug: '7' }).frame
      .notices;
    const [notes] = notice?.lists ?? [];
    expect(notes?.items.map((item) => 'text' in item && item.text)).toEqual(['Opens at 9.']);
  });

  it('has the paragraphs that changed beside it in English, and no other', () => {
    const content = contentOf(behind());
    const costs = guidePage(content, { language: 'pl', slug: 'centres', part: 'cost' });
    expect(wordsOf(costs.part.english)).toEqual(['It costs £2.']);
    expect(costs.part.english?.label).toBe('Po angielsku jest tu napisane:');
    expect(costs.part.blocks).toHaveLength(2);
    const what = guidePage(content, { language: 'pl', slug: 'centres' });
    expect([what.part.english, what.headInEnglish]).toEqual([null, null]);
  });

  it('has on every kind of page the English of what changed', () => {
    const { editions, publish } = feed();
    for (const slug of ['home', 'about']) {
      publish('pages', slug, page('Welcome', prose('Hello.')));
      publish('pages', slug, page('Witamy', prose('Cześć.')), { language: 'pl', sourceEdition: 1 });
      publish('pages', slug, page('Welcome all', prose('Good day.')), { number: 2 });
    }
    publish('principles', '7', principle(7, 'One language'));
    publish('principles', '7', principle(7, 'Jeden język'), { language: 'pl', sourceEdition: 1 });
    publish('principles', '7', principle(7, 'Our language'), { number: 2 });
    const content = contentOf(editions);
    const about = plainPage(content, { language: 'pl', slug: 'about' });
    const home = homePage(content, { language: 'pl' });
    expect([about, home].map((one) => wordsOf(one.headInEnglish))).toEqual([
      ['Welcome all', 'Welcome all: a summary'],
      ['Welcome all', 'Welcome all: a summary'],
    ]);
    expect([about, home].map((one) => wordsOf(one.bodyInEnglish))).toEqual([
      ['Good day.'],
      ['Good day.'],
    ]);
    const seven = principlePage(content, { language: 'pl', slug: '7' });
    expect(wordsOf(seven.statementInEnglish)).toEqual(['Our language']);
    expect(seven.meaning.english).toBeNull();
    expect(home.frame.made?.for.who).toBe('Dla wszystkich');
  });

  it('says so where the English has nothing there any more', () => {
    const { editions, publish } = feed();
    publish('guides', 'centres', centresInEnglish);
    publish('guides', 'centres', centresInPolish, { language: 'pl', sourceEdition: 1 });
    const shorter = { ...centresInEnglish, parts: centresInEnglish.parts.slice(0, 1) };
    publish('guides', 'centres', shorter, { number: 2 });
    const asked = { language: 'pl', slug: 'centres', part: 'cost' };
    expect(guidePage(contentOf(editions), asked).part.english).toMatchObject({
      label: 'Na stronie po angielsku nie ma już tej części.',
      blocks: [],
    });
  });

  it('has the whole section in English where words only went', () => {
    const { editions, publish } = feed();
    const both = [paragraph(text('Ring us.')), paragraph(text('Or write.'))];
    publish('pages', 'about', page('About', both));
    publish('pages', 'about', page('About', both), { language: 'pl', sourceEdition: 1 });
    publish('pages', 'about', page('About', both.slice(0, 1)), { number: 2 });
    const shown = plainPage(contentOf(editions), { language: 'pl', slug: 'about' });
    expect(wordsOf(shown.bodyInEnglish)).toEqual(['Ring us.']);
  });

  it('leads to the English where there is more than a page can hold', () => {
    const long: Prose = Array.from({ length: 400 }, (_, at) => paragraph(text(`Line ${at}.`)));
    const { editions, publish } = feed();
    publish('pages', 'about', page('About', prose('Short.')));
    publish('pages', 'about', page('O nas', prose('Krótko.')), {
      language: 'pl',
      sourceEdition: 1,
    });
    publish('pages', 'about', page('About', long), { number: 2 });
    const { bodyInEnglish } = plainPage(contentOf(editions), { language: 'pl', slug: 'about' });
    expect(bodyInEnglish?.blocks.length).toBeLessThan(100);
    expect(bodyInEnglish?.more?.href).toBe('/en/about/');
  });

  it.each(['minor', 'safety'] as const)('by a %s change has no English beside it', (change) => {
    const asked = { language: 'pl', slug: 'centres', part: 'cost' };
    expect(guidePage(contentOf(behind(change)), asked).part.english).toBeNull();
  });

  it('marks the English as English, in its direction, under words in the language of the page', () => {
    const asked = { language: 'pl', slug: 'centres', part: 'cost' };
    const { english } = guidePage(contentOf(behind()), asked).part;
    expect(besideEnglish(new Html('<p>Zadzwoń.</p>'), english).text).toBe(
      '<div class="pair"><div><p>Zadzwoń.</p></div><div class="english"><p class="english-label">Po angielsku jest tu napisane:</p><div class="prose" lang="en" dir="ltr"><p>It costs £2.</p></div></div></div>',
    );
  });
});

function wordsOf(english: English | null): readonly string[] {
  const inlines = (english?.blocks ?? []).flatMap((block) =>
    'children' in block ? block.children : [],
  );
  return inlines.map((inline) => ('text' in inline ? inline.text : ''));
}
