import type { Prose } from '@charterpress/shared/domain/prose.ts';
import { describe, expect, it } from 'vitest';
import { movesOfDocument } from '../../site/src/content/moves.ts';
import { routesOfDocument, siteRoutes } from '../../site/src/content/routes.ts';
import { guidePage } from '../../site/src/views/guide.ts';
import { homePage } from '../../site/src/views/home.ts';
import { plainPage } from '../../site/src/views/page.ts';
import { principlePage } from '../../site/src/views/principle.ts';
import { dayIn } from '../../site/src/views/reader.ts';
import {
  contact,
  feed,
  guide,
  linkTo,
  page,
  paragraph,
  principle,
  prose,
  text,
} from '../support/parent-site.ts';
import { sampleTrust } from '../support/sample-editions.ts';
import { contentOf } from '../support/site.ts';

const later = '2026-05-03T10:00:00.000Z';
const centres = guide('Children’s centres', [
  ['what', 'What it is', prose('A place to play.')],
  ['cost', 'What it costs', prose('Ring us.')],
]);
const polish = guide('Ośrodki dla dzieci', [
  ['what', 'Co to jest', prose('Miejsce do zabawy.')],
  ['cost', 'Ile to kosztuje', prose('Zadzwoń do nas.')],
]);
const dearer = guide('Children’s centres', [
  ['what', 'What it is', prose('A place to play.')],
  ['cost', 'What it costs', prose('It costs £2.')],
]);

describe('a translation', () => {
  it('that says what the English says has no notice', () => {
    const { editions, publish } = feed();
    publish('guides', 'centres', centres);
    publish('guides', 'centres', polish, { language: 'pl', sourceEdition: 1 });
    expect(polishGuide(editions).frame.notices).toEqual([]);
  });

  it('stays without a notice after a minor change', () => {
    const { editions, publish } = feed();
    publish('guides', 'centres', centres);
    publish('guides', 'centres', polish, { language: 'pl', sourceEdition: 1 });
    publish('guides', 'centres', dearer, { number: 2, change: 'minor' });
    expect(polishGuide(editions).frame.notices).toEqual([]);
  });

  it('that is no longer safe gives way to the English, marked as English', () => {
    const { editions, publish } = feed();
    publish('guides', 'centres', centres);
    publish('guides', 'centres', polish, { language: 'pl', sourceEdition: 1 });
    publish('guides', 'centres', dearer, { number: 2, change: 'safety' });
    const shown = polishGuide(editions);
    expect(shown.frame.notices[0]?.tone).toBe('warning');
    expect(shown.title).toEqual({
      text: 'Children’s centres',
      in: { tag: 'en', direction: 'ltr' },
    });
    expect(shown.textIn).toEqual({ tag: 'en', direction: 'ltr' });
  });
});

describe('a link', () => {
  const withLink: Prose = [paragraph(linkTo('guides', 'centres', 'ośrodki'))];

  it('to a page that is not in the reader’s language leads to the English one and says so', () => {
    const { editions, publish } = feed();
    publish('guides', 'centres', centres);
    expect(linkOf(editions, withLink)).toMatchObject({
      type: 'link',
      to: { href: '/en/guides/centres/', hreflang: 'en', note: 'po angielsku' },
    });
  });

  it('to a page in the reader’s language says nothing of languages', () => {
    const { editions, publish } = feed();
    publish('guides', 'centres', centres);
    publish('guides', 'centres', polish, { language: 'pl', sourceEdition: 1 });
    expect(linkOf(editions, withLink)).toMatchObject({
      to: { href: '/pl/guides/centres/', hreflang: undefined, note: null },
    });
  });

  it('to a document that was never published is plain words', () => {
    expect(linkOf([], withLink)).toEqual({
      type: 'plain',
      children: [text('ośrodki')],
    });
  });

  it('to a document that leads to another goes straight to that one', () => {
    const { editions, publish } = feed();
    publish('guides', 'centres', null, {
      action: 'redirected',
      redirectTo: { kind: 'guides', document: 'hubs' },
    });
    publish('guides', 'hubs', centres);
    expect(linkOf(editions, withLink)).toMatchObject({ to: { href: '/en/guides/hubs/' } });
  });
});

describe('a fact', () => {
  const ring: Prose = [paragraph({ type: 'fact', fact: { kind: 'facts', document: 'line' } })];

  it('in a sentence is its number, to ring', () => {
    const { editions, publish } = feed();
    publish('facts', 'line', contact('Family line', '01632 960001'));
    expect(linkOf(editions, ring)).toEqual({
      type: 'way',
      way: { href: 'tel:01632960001', text: '01632 960001' },
    });
  });

  it('keeps no old number where its translation is behind', () => {
    const { editions, publish } = feed();
    publish('facts', 'line', contact('Family line', '01632 960001'));
    publish('facts', 'line', contact('Linia', '01632 960001'), {
      language: 'pl',
      sourceEdition: 1,
    });
    publish('facts', 'line', contact('Family line', '01632 960002'), { number: 2 });
    expect(linkOf(editions, ring)).toMatchObject({ way: { text: '01632 960002' } });
  });

  it('that is not known says so', () => {
    expect(linkOf([], ring)).toMatchObject({
      type: 'said',
      said: { text: expect.stringMatching(/\S/) },
    });
  });
});

describe('a page', () => {
  it('that was withdrawn keeps its text under the date and the explanation, and is not for finding', () => {
    const { editions, publish } = feed();
    publish('principles', '7', principle(7, 'One language'));
    publish('principles', '7', principle(7, 'One language'), {
      ...{ number: 2, action: 'withdrawn', publishedAt: later },
      changeNote: 'A new one comes in June.',
    });
    const shown = principlePage(contentOf(editions), { language: 'en', slug: '7' });
    expect(shown.frame.notices[0]?.title).toContain('3 May 2026');
    expect(shown.frame.notices[0]?.texts[0]?.text).toBe('A new one comes in June.');
    expect(shown.statement.text).toBe('One language');
    expect(shown.frame.isIndexed).toBe(false);
  });

  it('with a block that the site cannot show is an error that names it', () => {
    const strange = [{ type: 'marquee', children: [] }] as unknown as Prose;
    const { editions, publish } = feed();
    publish('pages', 'about', page('About', strange));
    expect(() => plainPage(contentOf(editions), { language: 'en', slug: 'about' })).toThrow(
      'marquee',
    );
  });

  it('names exactly the languages it can be read in', () => {
    const { editions, publish } = feed();
    publish('guides', 'centres', centres);
    publish('guides', 'centres', polish, { language: 'pl', sourceEdition: 1 });
    expect(polishGuide(editions).frame.alternates.map(({ hreflang }) => hreflang)).toEqual([
      'en',
      'pl',
      'x-default',
    ]);
  });

  it('names no language in which it was withdrawn alone', () => {
    const { editions, publish } = feed();
    publish('guides', 'centres', centres);
    publish('guides', 'centres', polish, { language: 'pl', sourceEdition: 1 });
    publish('guides', 'centres', polish, {
      ...{ language: 'pl', sourceEdition: 1, number: 2, action: 'withdrawn' },
    });
    const english = guidePage(contentOf(editions), { language: 'en', slug: 'centres' });
    expect(english.frame.alternates).toEqual([]);
    const links = english.frame.languages.links.map(({ href }) => href);
    expect(links).toContain('/pl/guides/centres/');
  });

  it('names no language in which English stands in place of an unsafe text', () => {
    const { editions, publish } = feed();
    publish('guides', 'centres', centres);
    publish('guides', 'centres', polish, { language: 'pl', sourceEdition: 1 });
    publish('guides', 'centres', dearer, { number: 2, change: 'safety' });
    const english = guidePage(contentOf(editions), { language: 'en', slug: 'centres' });
    expect(english.frame.alternates).toEqual([]);
    expect(polishGuide(editions).frame.alternates).toEqual([]);
  });

  it('withdrawn with the English says so in the words of its own language', () => {
    const { editions, publish } = feed();
    publish('guides', 'centres', centres);
    publish('guides', 'centres', polish, { language: 'pl', sourceEdition: 1 });
    const told = { number: 2, action: 'withdrawn' as const, publishedAt: later };
    publish('guides', 'centres', centres, { ...told, changeNote: 'The centre is closed.' });
    publish('guides', 'centres', polish, { ...told, language: 'pl', sourceEdition: 1 });
    const [notice] = polishGuide(editions).frame.notices;
    expect(notice?.title).toContain('3 maja 2026');
    expect(notice?.texts.map((one) => one.in)).toEqual([undefined]);
  });

  it('says whom to ring in danger in the language of the reader, and in English where nobody wrote it', () => {
    const emergency = [{ telephone: '999', name: 'Police', names: { pl: 'Policja' } }];
    const content = contentOf([], { ...sampleTrust('kent'), emergency });
    const nameIn = (language: string) =>
      homePage(content, { language }).frame.footer.emergency.numbers[0]?.name;
    expect(nameIn('pl')).toEqual({ text: 'Policja', in: undefined });
    expect(nameIn('ur')).toEqual({ text: 'Police', in: { tag: 'en', direction: 'ltr' } });
  });

  it('in Easy Read says that it is English to read and which kind of it', () => {
    const trust = { ...sampleTrust('kent'), languages: ['en', 'en-x-easyread', 'bfi'] };
    const content = contentOf([], trust);
    expect(homePage(content, { language: 'en-x-easyread' }).frame.language.tag).toBe(
      'en-x-easyread',
    );
    expect(homePage(content, { language: 'bfi' }).frame.language.tag).toBe('en');
  });

  it('leads speakers of other languages to their front page and says so in their language', () => {
    const { editions, publish } = feed();
    publish('guides', 'centres', centres);
    const shown = guidePage(contentOf(editions), { language: 'en', slug: 'centres' });
    const urdu = shown.frame.languages.links.find(({ hreflang }) => hreflang === 'ur');
    expect(urdu).toMatchObject({ href: '/ur/', note: 'صفحۂ اول', isCurrent: false });
  });

  it('shows no heading that skips a level, whatever the text does', () => {
    const jumping: Prose = [
      { type: 'heading', level: 4, children: [text('Deep')] },
      { type: 'heading', level: 2, children: [text('High')] },
      { type: 'heading', level: 4, children: [text('Deep again')] },
    ];
    const { editions, publish } = feed();
    publish('pages', 'about', page('About', jumping));
    const { blocks } = plainPage(contentOf(editions), { language: 'en', slug: 'about' });
    expect(blocks.map((block) => 'level' in block && block.level)).toEqual([2, 2, 3]);
  });

  it('calls a table by the heading above it, and lets an empty corner head nothing', () => {
    const cell = (words: string) => ({ children: words === '' ? [] : [text(words)] });
    const table = (headerRow: boolean, headerColumn: boolean) => ({
      ...{ type: 'table' as const, headerRow, headerColumn },
      rows: [{ cells: [cell(''), cell('Cost')] }, { cells: [cell('Child'), cell('£1')] }],
    });
    const heading = {
      type: 'heading' as const,
      level: 2 as const,
      children: [text('What it costs')],
    };
    const body = [table(true, true), heading, table(false, false)];
    const { editions, publish } = feed();
    publish('pages', 'fees', page('Fees', body));
    const [first, , second] = plainPage(contentOf(editions), {
      language: 'en',
      slug: 'fees',
    }).blocks;
    expect(first).toMatchObject({
      ...{ type: 'table', name: 'Fees' },
      head: [{ tag: 'td' }, { tag: 'th', scope: 'col' }],
      body: [[{ tag: 'th', scope: 'row' }, { tag: 'td' }]],
    });
    expect(second).toMatchObject({ name: 'What it costs', head: null, body: [{}, {}] });
  });

  it('of a language stands before anything is translated, and lists the English, saying so', () => {
    const { editions, publish } = feed();
    publish('guides', 'centres', centres);
    const [entry] = homePage(contentOf(editions), { language: 'pl' }).guides?.entries ?? [];
    expect(entry).toMatchObject({ href: '/en/guides/centres/', note: 'po angielsku' });
  });
});

describe('addresses', () => {
  it('put the first part of a guide at its own address and the others below', () => {
    const { editions, publish } = feed();
    publish('guides', 'centres', centres);
    expect(pathsOf(editions, 'centres')).toEqual([
      '/en/guides/centres/',
      '/en/guides/centres/cost/',
    ]);
  });

  it('are each listed once', () => {
    const { editions, publish } = feed();
    publish('guides', 'centres', centres);
    publish('guides', 'centres', polish, { language: 'pl', sourceEdition: 1 });
    publish('principles', '7', principle(7, 'One language'));
    publish('pages', 'home', page('Welcome', prose('Hello.')));
    const paths = [...siteRoutes(contentOf(editions))].map(({ path }) => path);
    expect(paths).toEqual([...new Set(paths)]);
  });

  it('that a guide had lead to its new ones, part by part', () => {
    const { editions, publish } = feed();
    publish('guides', 'centres', centres);
    publish('guides', 'centres', centres, { number: 2, slug: 'hubs' });
    expect(movesOfDocument(contentOf(editions), editions)).toEqual({
      redirects: {
        '/en/guides/centres/': '/en/guides/hubs/',
        '/en/guides/centres/what/': '/en/guides/hubs/',
        '/en/guides/centres/cost/': '/en/guides/hubs/cost/',
        '/en/guides/hubs/what/': '/en/guides/hubs/',
      },
      gone: [],
    });
  });

  it('of a document that leads in a circle are gone', () => {
    const { editions, publish } = feed();
    const told = { action: 'redirected' as const };
    publish('pages', 'one', null, { ...told, redirectTo: { kind: 'pages', document: 'two' } });
    publish('pages', 'two', null, { ...told, redirectTo: { kind: 'pages', document: 'one' } });
    expect(movesOfDocument(contentOf(editions), editions.slice(0, 1))).toEqual({
      redirects: {},
      gone: ['/en/one/'],
    });
  });

  it('of a removed document are gone in every language', () => {
    const { editions, publish } = feed();
    publish('pages', 'about', page('About', prose('A name.')));
    publish('pages', 'about', page('O nas', prose('Imię.')), { language: 'pl', sourceEdition: 1 });
    publish('pages', 'about', null, { number: 2, action: 'removed' });
    publish('pages', 'about', null, { number: 2, action: 'removed', language: 'pl' });
    expect(movesOfDocument(contentOf(editions), editions).gone).toEqual([
      '/en/about/',
      '/pl/about/',
      '/pl/beside-english/about/',
    ]);
  });
});

describe('a date', () => {
  it('is written as its readers write it, by the clock of the trust', () => {
    expect(dayIn('en', '2026-07-04T23:30:00.000Z')).toBe('5 July 2026');
    expect(dayIn('pl', '2026-07-05')).toBe('5 lipca 2026');
    expect(dayIn('so', '2026-07-05')).toContain('2026');
  });

  it('has the digits that counts and telephone numbers on the page have', () => {
    const written = ['ar', 'bn', 'gu', 'ne', 'pa', 'ur'].map((tag) => dayIn(tag, '2026-07-05'));
    expect(written.filter((day) => !day.includes('2026'))).toEqual([]);
  });

  it('is written the British way in Easy Read', () => {
    expect(dayIn('en-x-easyread', '2026-07-05')).toBe('5 July 2026');
  });
});

type Editions = ReturnType<typeof feed>['editions'];

function polishGuide(editions: Editions) {
  return guidePage(contentOf(editions), { language: 'pl', slug: 'centres' });
}

function pathsOf(editions: Editions, document: string): readonly string[] {
  return routesOfDocument(contentOf(editions), { kind: 'guides', document, language: 'en' }).map(
    ({ path }) => path,
  );
}

/** The first inline of a Polish page with this text. */
function linkOf(editions: Editions, body: Prose) {
  const told = feed();
  told.publish('pages', 'about', page('About', body));
  told.publish('pages', 'about', page('O nas', body), { language: 'pl', sourceEdition: 1 });
  const all = [...editions, ...told.editions].map((one, at) => ({ ...one, sequence: at + 1 }));
  const [block] = plainPage(contentOf(all), { language: 'pl', slug: 'about' }).blocks;
  return block !== undefined && 'children' in block ? block.children[0] : undefined;
}
