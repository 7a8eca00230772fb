import { review, save } from '@charterpress/shared/domain/translation/acts.ts';
import {
  type Count,
  costIn,
  countIn,
  isFinished,
  nothingIn,
} from '@charterpress/shared/domain/translation/counting.ts';
import {
  cellStateOf,
  coveredPart,
  waitsForRelease,
} from '@charterpress/shared/domain/translation/coverage.ts';
import { byPriority, priorityOf } from '@charterpress/shared/domain/translation/priority.ts';
import type { Segment } from '@charterpress/shared/domain/translation/segment.ts';
import { wordCount } from '@charterpress/shared/domain/translation/word-count.ts';
import { describe, expect, test } from 'vitest';
import {
  about,
  onlySameText,
  recordAfter,
  reviewer,
  segment,
  translator,
} from '../../support/two-translators.ts';

const headOf = ({ hash, key, text }: Segment) => ({ key, hash, words: wordCount(text) });
const workOn = (of: Segment, state: 'draft' | 'translated', record: Parameters<typeof about>[1]) =>
  recordAfter(save(about(of, record), { target: `pl:${of.text}`, state }, translator));
const reviewed = (of: Segment) =>
  recordAfter(review(about(of, workOn(of, 'translated', null)), { inTheWay: [] }, reviewer));

const untouched = segment('Nobody has begun', 'untouched');
const begun = segment('Somebody has begun this', 'begun');
const waiting = segment('Waits for a second person', 'waiting');
const done = segment('Two have read it', 'done');
const behind = segment('The English is another now', 'behind');
const caughtUp = segment('Another, and handed in again', 'caught-up');
const again = segment('Reviewed, and begun once more', 'again');
const records = new Map(
  [
    workOn(begun, 'draft', null),
    workOn(waiting, 'translated', null),
    reviewed(done),
    reviewed(segment('The English that was', 'behind')),
    workOn(caughtUp, 'translated', reviewed(segment('The English that was', 'caught-up'))),
    recordAfter(
      save(about(again, reviewed(again)), { target: 'Jeszcze raz', state: 'draft' }, translator),
    ),
  ].map((record) => [record.key, record]),
);
const segments = [untouched, begun, waiting, done, behind, caughtUp, again];
const heads = segments.map(headOf);

describe('a count', () => {
  const count = countIn(heads, records, onlySameText);

  test('has every segment once', () => {
    expect(count).toMatchObject({
      ...{ untranslated: 1, draft: 2, translated: 1, reviewed: 1, behind: 2, behindToReview: 1 },
    });
  });

  test('has the English words that somebody has to translate, and none that wait for a second person', () => {
    expect(count.words).toBe(3 + 4 + 5 + 5);
  });

  test('of what nobody has begun is all untranslated', () => {
    expect(countIn(heads, new Map(), onlySameText)).toEqual(
      nothingIn({
        segments: heads.length,
        words: heads.reduce((sum, { words }) => sum + words, 0),
      }),
    );
  });

  test('is finished when everything is reviewed', () => {
    const finished = countIn([headOf(done)], records, onlySameText);
    expect([isFinished(finished), isFinished(count)]).toEqual([true, false]);
  });
});

test('English costs the words that no reviewed translation stands for', () => {
  expect(costIn(heads, records, onlySameText)).toEqual({ segments: 5, words: 3 + 4 + 5 + 5 + 5 });
});

describe('readers of a language', () => {
  const finished = { ...nothingIn({ segments: 0, words: 0 }), reviewed: 3 };
  const half = { ...nothingIn({ segments: 2, words: 9 }), reviewed: 1 };
  const none = nothingIn({ segments: 3, words: 9 });
  const oneBehind = { ...finished, behind: 1 };

  test.each<[string, string, Count, number | null, number, number]>([
    ['have what the English says', 'current', finished, 3, 3, 0],
    ['have it after a minor change, too', 'current', finished, 2, 2, 0],
    ['are behind', 'behind', half, 2, 3, 0],
    ['are behind when a minor change changed a number', 'behind', oneBehind, 3, 3, 0],
    ['are shown the English after a safety change', 'unsafe', half, 2, 3, 3],
    ['are behind in what changed after the safety change', 'behind', half, 3, 4, 3],
    ['wait for a release', 'to-release', finished, 2, 3, 3],
    ['wait for the first release', 'to-release', finished, null, 1, 0],
    ['wait for translators', 'begun', half, null, 1, 0],
    ['have nothing', 'none', none, null, 1, 0],
  ])('%s', (_name, state, count, madeFrom, changed, safety) => {
    expect(cellStateOf({ count, madeFrom, changed, safety })).toBe(state);
  });

  test('do not wait for what they have', () => {
    expect(waitsForRelease({ count: finished, madeFrom: 3, changed: 3 })).toBe(false);
  });
});

describe('coverage', () => {
  const charter = { priority: 5, words: 100, state: 'current' } as const;
  const image = { priority: 2, words: 100, state: 'none' } as const;

  test('weighs words by what they are for', () => {
    expect(coveredPart([charter, image])).toBe(71);
    expect(
      coveredPart([
        { ...charter, state: 'behind' },
        { ...image, state: 'current' },
      ]),
    ).toBe(28);
  });

  test('is whole when everything is current, and nothing of nothing', () => {
    expect([coveredPart([charter]), coveredPart([])]).toEqual([100, 0]);
  });

  test('is not whole while one word is missing', () => {
    expect(
      coveredPart([
        { ...charter, words: 99_999 },
        { ...image, words: 1 },
      ]),
    ).toBe(99);
  });
});

test('what was promised comes first, then what has waited longest', () => {
  const pieces = [
    { kind: 'media', since: '2026-01-01T00:00:00.000Z' },
    { kind: 'guides', since: '2026-03-01T00:00:00.000Z' },
    { kind: 'pledges', since: '2026-04-01T00:00:00.000Z' },
    { kind: 'guides', since: '2026-02-01T00:00:00.000Z' },
  ] as const;
  const ordered = pieces.map((each) => ({ ...each, priority: priorityOf(each.kind) }));
  expect(
    ordered.toSorted(byPriority).map(({ kind, since }) => `${kind} ${since.slice(5, 7)}`),
  ).toEqual(['pledges 04', 'guides 02', 'guides 03', 'media 01']);
});
