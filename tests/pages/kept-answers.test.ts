/** A store answers what it answered before, until that changes: never anything else than one that is asked for the first time. */
import type { Edition, ReadableEdition } from '@charterpress/shared/domain/edition.ts';
import { kindNames } from '@charterpress/shared/domain/kinds.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { openLedger } from '@charterpress/site/press/ledger.ts';
import type { Content } from '@charterpress/site/src/content/content.ts';
import { facetsOf } from '@charterpress/site/src/content/facets.ts';
import { openStore, type Store } from '@charterpress/site/src/content/store.ts';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { logo, SITE } from '../support/press-at-work.ts';
import { sampleEditions, sampleTrust } from '../support/sample-editions.ts';

const trust = sampleTrust('kent');
const { languages } = trust;
let sample: readonly Edition[];

beforeAll(async () => {
  sample = await sampleEditions('kent');
});

function storeOf(editions: readonly Edition[]): Store {
  const store = openStore({ file: ':memory:', trust, logo, site: SITE });
  store.add(editions, editions.length);
  return store;
}

/** Everything that a page can look up of these editions, by the words that it asks in. */
function answers(content: Content, editions: readonly Edition[]): Readonly<Record<string, string>> {
  const asked: [string, unknown][] = [];
  const documents = new Map(editions.map((one) => [`${one.kind} ${one.document}`, one]));
  for (const { kind, document, slug } of documents.values()) {
    asked.push([`slug ${kind} ${slug}`, content.bySlug(kind, slug)]);
    asked.push([`languages ${kind} ${document}`, content.languagesOf(kind, document)]);
    asked.push([`since ${kind} ${document}`, content.englishSince(kind, document, 1)]);
    for (const tag of languages) {
      asked.push([`edition ${kind} ${document} ${tag}`, content.edition(kind, document, tag)]);
      if (kind !== 'services') continue;
      asked.push([`listed ${document} ${tag}`, content.listedService(document, tag)]);
    }
  }
  for (const tag of languages) {
    for (const kind of kindNames) {
      asked.push([`list ${kind} ${tag}`, content.list(kind, tag)]);
      asked.push([`addresses ${kind} ${tag}`, content.addresses(kind, tag)]);
      asked.push([`lists ${kind} ${tag}`, content.lists(kind, tag)]);
    }
    asked.push([`words ${tag}`, content.words(tag)]);
    asked.push([`terms ${tag}`, content.terms(tag)]);
    asked.push([`coverage ${tag}`, content.coverage(tag)]);
    asked.push([`count ${tag}`, content.searchableCount(tag)]);
    asked.push([`searchable ${tag}`, content.searchable(tag)]);
    asked.push([`changes ${tag}`, content.changes(tag)]);
    asked.push([`portions ${tag}`, content.changePortions(tag)]);
    for (const { slug: district } of trust.districts) {
      asked.push([`changes ${tag} ${district}`, content.changes(tag, { district })]);
    }
  }
  for (const edition of editions) {
    for (const { field, value } of facetsOf(edition)) {
      const found = content.having(edition.kind, field, value);
      asked.push([`having ${edition.kind} ${field} ${value}`, found]);
    }
  }
  return Object.fromEntries(asked.map(([name, answer]) => [name, JSON.stringify(answer)]));
}

const changes = fc.record({
  at: fc.nat(),
  said: fc.stringMatching(/^[a-z]{1,12}$/),
  how: fc.constantFrom('text', 'text', 'rename', 'withdraw', 'remove', 'lean', 'back'),
});
type Change = typeof changes extends fc.Arbitrary<infer C> ? C : never;

/** The next edition of one of the sample. */
function next(editions: readonly Edition[], { at, said, how }: Change): Edition {
  const { kind, document, language } = sample[at % sample.length] as Edition;
  const newest = editions.findLast(
    (one) => one.kind === kind && one.document === document && one.language === language,
  ) as ReadableEdition;
  const { content: text, ...head } = newest;
  const following = { ...head, number: newest.number + 1, sequence: editions.length + 1 };
  if (how === 'remove' || text === undefined)
    return { ...following, action: 'removed' } as unknown as Edition;
  const ways = {
    text: { content: { ...text, ...saidAnew(text, said) } },
    rename: language === SOURCE_LANGUAGE ? { slug: `${said}-${document}` } : {},
    withdraw: { action: 'withdrawn', changeNote: said },
    lean: { content: { ...text, ...withoutRows(text) } },
    back: { action: 'published', sourceEdition: language === SOURCE_LANGUAGE ? null : 1 },
  };
  return { ...following, content: text, ...ways[how] } as unknown as Edition;
}

/** Every name that the text has, said anew. */
function saidAnew(text: object, said: string): object {
  const names = ['title', 'name', 'summary', 'label', 'wording', 'statement', 'promise'];
  return Object.fromEntries(names.filter((name) => name in text).map((name) => [name, said]));
}

/** Refers to nobody, and is of no district. */
function withoutRows(text: object): object {
  return Object.fromEntries(
    Object.entries(text)
      .filter(([name, value]) => Array.isArray(value) && name !== 'parts')
      .map(([name]) => [name, []]),
  );
}

describe('what is kept of answers', () => {
  test('is what a store answers that is asked for the first time', () => {
    fc.assert(
      fc.property(fc.array(changes, { minLength: 1, maxLength: 8 }), (some) => {
        const editions = [...sample];
        const store = storeOf(editions);
        for (const change of some) {
          answers(store.content(), editions);
          const edition = next(editions, change);
          editions.push(edition);
          store.add([edition], edition.sequence);
        }
        const fresh = storeOf(editions);
        expect(answers(store.content(), editions)).toEqual(answers(fresh.content(), editions));
        store.close();
        fresh.close();
      }),
      { numRuns: 6, verbose: 1 },
    );
  }, 120_000);

  test('is forgotten with what a transaction wrote that is taken back', async () => {
    const editions = [...sample];
    const store = storeOf(editions);
    const before = answers(store.content(), editions);
    const at = sample.findIndex(({ kind, language }) => kind === 'guides' && language === 'en');
    const undone = openLedger(store).inTransaction(() => {
      store.add([next(editions, { at, said: 'other', how: 'text' })], editions.length + 1);
      expect(answers(store.content(), editions)).not.toEqual(before);
      throw new Error('the feed broke off');
    });
    await expect(undone).rejects.toThrow('the feed broke off');
    expect(answers(store.content(), editions)).toEqual(before);
    store.close();
  });
});
