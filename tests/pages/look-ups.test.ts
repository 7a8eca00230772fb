/** What a page may look up beside documents: who has a value, and whether a moment has come. */
import type { Edition } from '@charterpress/shared/domain/edition.ts';
import { openStore, type Store } from '@charterpress/site/src/content/store.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { feed } from '../support/parent-site.ts';
import { logo, SITE, trust } from '../support/press-at-work.ts';

let store: Store;
let told: ReturnType<typeof feed>;

beforeEach(() => {
  store = openStore({ file: ':memory:', trust, logo, site: SITE });
  told = feed();
});

afterEach(() => store.close());

const action = (pledge: string, evidence: readonly string[] = []) => ({
  ...{ title: 'Open two centres', principles: [], owner: 'Head of centres', measure: 'Two doors' },
  ...{ pledge: { kind: 'pledges', document: pledge }, promisedOn: null, due: '2026-12-01' },
  reports: evidence.map((document, at) => ({
    ...{ id: `r${at}`, on: '2026-10-01', status: 'on-track' as const, said: 'One is open.' },
    evidence: [{ kind: 'evidence', document }],
  })),
});

/** The keys that the newest edition changed. */
function take(): ReadonlySet<string> {
  const edition = told.editions.at(-1) as Edition;
  return store.add([edition], edition.sequence);
}

const found = (field: string, value: string) =>
  store
    .content()
    .having('actions', field, value)
    .map(({ document }) => document);

describe('who has a value', () => {
  test('is found by whom it refers to, in rows too, in the order of documents', () => {
    told.publish('actions', 'a2', action('p1', ['e1']));
    take();
    told.publish('actions', 'a1', action('p1'));
    const changed = take();
    expect(changed).toContain('having actions pledge p1');
    expect(found('pledge', 'p1')).toEqual(['a1', 'a2']);
    expect(found('reports.evidence', 'e1')).toEqual(['a2']);
    expect(found('reports.status', 'on-track')).toEqual(['a2']);
    expect(found('pledge', 'p2')).toEqual([]);
  });

  test('changes only for who now finds something else', () => {
    told.publish('actions', 'a1', action('p1', ['e1']));
    take();
    told.publish('actions', 'a1', action('p2', ['e1']), { number: 2 });
    const having = [...take()].filter((key) => key.startsWith('having'));
    expect(having.sort()).toEqual(['having actions pledge p1', 'having actions pledge p2']);
    expect(found('pledge', 'p1')).toEqual([]);
  });

  test('is another one at another address', () => {
    told.publish('actions', 'a1', action('p1'));
    take();
    told.publish('actions', 'a1', action('p1'), { number: 2, slug: 'renamed' });
    expect(take()).toContain('having actions pledge p1');
    expect(store.content().having('actions', 'pledge', 'p1')[0]?.slug).toBe('renamed');
  });

  test.each(['withdrawn', 'removed'] as const)('does not find what was %s', (how) => {
    told.publish('actions', 'a1', action('p1'));
    take();
    const content = how === 'removed' ? null : action('p1');
    told.publish('actions', 'a1', content, { number: 2, action: how });
    expect(take()).toContain('having actions pledge p1');
    expect(found('pledge', 'p1')).toEqual([]);
  });

  test('does not look at translations', () => {
    told.publish('actions', 'a1', action('p1'));
    take();
    told.publish('actions', 'a1', action('p9'), { language: 'ur', sourceEdition: 1 });
    take();
    expect(found('pledge', 'p9')).toEqual([]);
    expect(found('pledge', 'p1')).toEqual(['a1']);
  });
});

describe('whether a moment has come', () => {
  const asked: string[] = [];
  const reached = (when: string) => store.content((key) => asked.push(key)).reached(when);

  beforeEach(() => {
    asked.length = 0;
    store.settle(new Date('2026-06-30T22:59:59.999Z'));
  });

  test('a day comes with its first minute in London, in summer an hour before it does in UTC', () => {
    expect(reached('2026-07-01')).toBe(false);
    store.settle(new Date('2026-06-30T23:00:00.000Z'));
    expect(reached('2026-07-01')).toBe(true);
  });

  test('what is to come is noted, and what has come is not', () => {
    expect(reached('2026-06-30')).toBe(true);
    expect(reached('2026-07-01')).toBe(false);
    expect(reached('2026-08-01T10:00:00+01:00')).toBe(false);
    expect(asked).toEqual(['reached 2026-06-30T23:00:00.000Z', 'reached 2026-08-01T09:00:00.000Z']);
  });

  test('is said of no day that is not in the calendar', () => {
    expect(() => reached('2026-02-30')).toThrow(/"2026-02-30" is no day of the calendar/);
  });
});
