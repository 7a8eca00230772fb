import {
  isReader,
  outcomesOf,
  sheetOf,
  signatureOf,
  type Waiting,
} from '@charterpress/shared/domain/translation/files/proof.ts';
import { describe, expect, test } from 'vitest';
import { segment } from '../../support/segments.ts';

const title = waits('title', 'Centra dla dzieci');
const body = waits('body', 'Otwarte codziennie');
const reader = { readBy: 'Maria Kowalska', corrections: new Map<string, string>() };

describe('a proof sheet that comes back', () => {
  test('approves each line that still says what was printed', () => {
    expect(outcomes([title, body])).toEqual(['approve', 'approve']);
  });

  test('approves nothing that changed after it was printed', () => {
    const changed = { ...title, target: 'Ośrodki', revision: 2 };
    expect(outcomes([title, body], [changed, body])).toEqual(['changed', 'approve']);
  });

  test('approves nothing whose English moved on', () => {
    const moved = { ...title, segment: segment('title', 'Family hubs') };
    expect(outcomes([title, body], [moved, body])).toEqual(['changed', 'approve']);
  });

  test('approves nothing that is gone', () => {
    expect(outcomes([title, body], [body])).toEqual(['changed', 'approve']);
  });

  test('takes a correction instead of an approval', () => {
    const corrections = new Map([['body', 'Otwarte każdego dnia']]);
    expect(outcomes([title, body], [title, body], { corrections })).toEqual(['approve', 'correct']);
  });

  test('takes what was keyed in as it was printed for an approval', () => {
    const corrections = new Map([['body', 'Otwarte codziennie']]);
    expect(outcomes([body], [body], { corrections })).toEqual(['approve']);
  });

  test.each([
    ['a draft', { state: 'draft' }, 'unfinished'],
    ['a translation that is behind', { state: 'behind' }, 'unfinished'],
    ['nothing yet', { state: 'untranslated', target: null }, 'unfinished'],
    ['what was reviewed before', { state: 'reviewed' }, 'reviewed'],
  ] as const)('approves no line with %s', (_words, said, why) => {
    expect(outcomes([{ ...title, ...said }])).toEqual([why]);
  });

  test('leaves what the same reader wrote on an earlier sheet to somebody else', () => {
    const by = signatureOf(
      { readBy: ' maria  kowalska' },
      { keyedBy: 'a@example.org', when: '2026-05-01' },
    );
    expect(outcomes([{ ...title, by }])).toEqual(['own']);
  });
});

test('the same words make the same sheet, and other words another', () => {
  const about = ['guides', 'g1', 'pl', 1];
  const [one, same] = [sheetOf(about, units([title])), sheetOf(about, units([title]))];
  const other = sheetOf(about, units([{ ...title, target: 'Ośrodki' }]));
  expect([one.code === same.code, one.code === other.code]).toEqual([true, false]);
  expect(one.code).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$/);
});

test('a reader is nobody with an account', () => {
  expect(isReader('ewa@example.org', 'ewa@example.org')).toBe(false);
});

function waits(key: string, target: string): Waiting {
  const by = 'ewa@example.org';
  return {
    segment: segment(key, `English of ${key}`),
    target,
    state: 'translated',
    revision: 1,
    by,
  };
}

function units(all: readonly Waiting[]) {
  return all.map((one) => ({ ...one, context: '', said: [] }));
}

/** What comes of each line: what is done, or why nothing is. */
function outcomes(
  printed: readonly Waiting[],
  now: readonly Waiting[] = printed,
  said: Partial<typeof reader> = {},
) {
  const sheet = sheetOf([], units(printed));
  return outcomesOf(sheet, now, { ...reader, ...said }).map((outcome) =>
    outcome.is === 'left' ? outcome.why : outcome.is,
  );
}
