/** The page that tells what there is in each language. */
import type { Edition, ReadableEdition } from '@charterpress/shared/domain/edition.ts';
import { type Kind, kindNames } from '@charterpress/shared/domain/kinds.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Content } from '../../site/src/content/content.ts';
import { recounted, standingIn } from '../../site/src/content/coverage.ts';
import { openStore } from '../../site/src/content/store.ts';
import { languagesPage } from '../../site/src/views/languages.ts';
import { generate } from '../bench/generate.ts';
import { contact, feed, guide, principle, prose } from '../support/parent-site.ts';
import { logo, SITE, trust } from '../support/press-at-work.ts';
import { sampleTrust } from '../support/sample-editions.ts';
import { contentOf } from '../support/site.ts';

const centres = guide('Children’s centres', [['what', 'What it is', prose('A place to play.')]]);

describe('the languages page', () => {
  it('counts the pages of each language by kind, in the plurals of the reader', () => {
    const card = cardOf(someLanguages(), 'pl', 'pl');
    expect(card?.pages).toEqual(['2 zasady', '1 poradnik']);
    expect(cardOf(someLanguages(), 'en', 'pl')?.pages).toEqual(['2 principles', '1 guide']);
  });

  it('says how many do not have the newest English, and says when all do', () => {
    const [behind] = cardOf(someLanguages(), 'en', 'pl')?.notes ?? [];
    expect(behind).toBe('1 page does not have the latest changes in English yet.');
    const [current] = cardOf(someLanguages(), 'en', 'ur')?.notes ?? [];
    expect(current).toBe('All pages say what the English says.');
  });

  it('says where there is nothing yet', () => {
    const { notes, pages } = cardOf(someLanguages(), 'en', 'ne') ?? {};
    expect([pages, notes?.[0]]).toEqual([[], expect.stringContaining('No pages yet')]);
  });

  it('says that no native speaker has checked the words of a language, until one has', () => {
    expect(cardOf(someLanguages(), 'pl', 'ur')?.notes).toContain(
      'Słów w menu i na przyciskach nie sprawdziła jeszcze osoba, dla której to język ojczysty.',
    );
  });

  it('calls each language by its own name, marked as such, and by the name that the reader knows', () => {
    expect(cardOf(someLanguages(), 'pl', 'ur')).toMatchObject({
      ...{ name: 'اردو', in: { tag: 'ur', direction: 'rtl' }, called: 'urdu', href: '/ur/' },
    });
    expect(cardOf(someLanguages(), 'pl', 'pl')?.called).toBe('polski');
  });

  it('says which number to ring for more, where the trust has one', () => {
    const { editions, publish } = feed();
    publish('facts', 'line', contact('Interpreter line', '01632 960120'));
    expect(languagesPage(contentOf(editions), { language: 'en' }).ask).toBeNull();
    const interpreterLine = { kind: 'facts', document: 'line' };
    publish('settings', 'settings', { helplines: [], footerPages: [], interpreterLine });
    const { ask } = languagesPage(contentOf(editions), { language: 'pl' });
    expect(ask?.fact.telephone?.text).toBe('01632 960120');
    expect(ask?.text).toContain('Zadzwoń');
  });

  it('leaves out what was withdrawn, and what has no page of its own', () => {
    const { editions, publish } = feed();
    publish('facts', 'line', contact('Interpreter line', '01632 960120'));
    publish('principles', '7', principle(7, 'One language'));
    publish('guides', 'centres', centres);
    publish('guides', 'centres', centres, { number: 2, action: 'withdrawn', changeNote: 'Shut.' });
    expect(contentOf(editions).coverage('en')).toEqual([
      { kind: 'principles', pages: 1, behind: 0 },
    ]);
  });
});

const editions = [...generate(16, ['en', 'pl', 'ur'])];
const change = fc.record({
  at: fc.nat(editions.length - 1),
  action: fc.constantFrom<Edition['action']>('published', 'published', 'withdrawn', 'removed'),
  change: fc.constantFrom('minor', 'major', 'safety'),
  madeFrom: fc.integer({ min: 1, max: 4 }),
  line: fc.constantFrom('01632 960001', '01632 960002'),
});

it('counts as editions come what counting every page would give', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
      const store = openStore({ file: ':memory:', trust, logo, site: SITE });
      store.add(editions, editions.length);
      const numbers = new Map<string, number>();
      for (const [index, { at, line, madeFrom, ...said }] of changes.entries()) {
        const before = editions[at] as ReadableEdition;
        const key = `${before.document} ${before.language}`;
        const number = (numbers.get(key) ?? 1) + 1;
        numbers.set(key, number);
        const sourceEdition = before.language === 'en' ? null : madeFrom;
        const sequence = editions.length + index + 1;
        const ring = { summary: `Ring ${line}.`, statement: line, promise: line };
        const content = { ...before.content, ...ring };
        store.add(
          [{ ...before, ...said, content, number, sequence, sourceEdition } as Edition],
          sequence,
        );
      }
      const content = store.content();
      for (const tag of trust.languages)
        expect(content.coverage(tag)).toEqual(counted(content, tag));
    }),
    { numRuns: 150 },
  );
});

/** Page by page. */
function counted(content: Content, tag: string) {
  const documents = kindNames.flatMap((kind) =>
    content
      .list(kind, tag)
      .map(({ document }): { kind: Kind; document: string } => ({ kind, document })),
  );
  return documents.reduce(
    (coverage, one) =>
      recounted(coverage, {
        ...{ kind: one.kind, before: 'none', after: standingIn(content, one, tag) },
      }),
    [] as ReturnType<typeof recounted>,
  );
}

/** Two principles and a guide in Polish, one of them behind; one principle in Urdu. */
function someLanguages(): readonly Edition[] {
  const { editions, publish } = feed();
  for (const number of [6, 7]) {
    publish('principles', `${number}`, principle(number, 'One language'));
    publish('principles', `${number}`, principle(number, 'Jeden'), {
      ...{ language: 'pl', sourceEdition: 1 },
    });
  }
  publish('guides', 'centres', centres);
  publish('guides', 'centres', centres, { language: 'pl', sourceEdition: 1 });
  publish('principles', '7', principle(7, 'Our language'), { number: 2 });
  publish('principles', '7', principle(7, 'ایک'), { language: 'ur', sourceEdition: 2 });
  return editions;
}

function cardOf(editions: readonly Edition[], language: string, tag: string) {
  const trust = { ...sampleTrust('kent'), languages: ['en', 'pl', 'ur', 'ne'] };
  const { languages } = languagesPage(contentOf(editions, trust), { language });
  return languages.find(({ hreflang }) => hreflang === tag);
}
