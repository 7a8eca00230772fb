import type { ContentOfKind } from '@charterpress/shared/domain/kinds.ts';
import type { Inline, Prose } from '@charterpress/shared/domain/prose.ts';
import {
  type English,
  everySegmentOf,
  newestComposable,
} from '@charterpress/shared/domain/translation/composing.ts';
import { alignKeys } from '@charterpress/shared/domain/translation/keys.ts';
import { newRecord, type SegmentRecord } from '@charterpress/shared/domain/translation/record.ts';
import { composeSegments, segmentsOf } from '@charterpress/shared/domain/translation/segments.ts';
import { describe, expect, test } from 'vitest';
import { onlySameText } from '../../support/two-translators.ts';

const said = (text: string): Inline => ({ type: 'text', text, marks: [] });
const fact: Inline = { type: 'fact', fact: { kind: 'facts', document: 'f1' } };
const everyForm: Prose = [
  { type: 'heading', level: 3, children: [said('How to ask')] },
  {
    type: 'callout',
    tone: 'warning',
    children: [{ type: 'paragraph', children: [said('Ring '), fact, said(' today.')] }],
  },
  {
    ...{ type: 'list', style: 'number' },
    items: [
      {
        children: [said('At school')],
        lists: [
          { type: 'list', style: 'bullet', items: [{ children: [said('by post')], lists: [] }] },
        ],
      },
    ],
  },
  {
    ...{ type: 'table', headerRow: true, headerColumn: false },
    rows: [{ cells: [{ children: [said('Tier')] }, { children: [fact] }, { children: [] }] }],
  },
];

function page(said: Partial<ContentOfKind<'pages'>> = {}): ContentOfKind<'pages'> {
  return {
    ...{ title: 'Help', summary: 'Who helps you.', image: null, body: null, attachments: [] },
    ...{ sensitive: false, ...said },
  };
}

function english(
  number: number,
  content: ContentOfKind<'pages'>,
  changeNote: string | null = null,
): English<'pages'> {
  const keys = alignKeys('pages', content, []);
  return { number, content, keys, changeNote, isSame: onlySameText };
}

/** Everything in these editions, reviewed in Polish, less the keys that nobody reviewed. */
function inPolish(
  editions: readonly English<'pages'>[],
  without: readonly string[] = [],
): ReadonlyMap<string, SegmentRecord> {
  const segments = editions.flatMap((edition) => everySegmentOf('pages', edition));
  const keys = [...new Set(segments.map(({ key }) => key))].filter((key) => !without.includes(key));
  return new Map(
    keys.map((key) => {
      const pairs = segments
        .filter((segment) => segment.key === key)
        .map(({ hash, text }) => ({
          ...{ source: text, hash, target: `pl:${text}`, origin: 'person' as const, waived: [] },
          ...{ translatedBy: 'translator@example.org', translatedAt: '2026-10-01T09:00:00.000Z' },
          ...{ reviewedBy: 'reviewer@example.org', reviewedAt: '2026-10-02T09:00:00.000Z' },
        }));
      return [key, { ...newRecord(key), revision: 1, pairs }];
    }),
  );
}

describe('an edition is cut', () => {
  test('into fields, headings, paragraphs, items and cells, in the order of the form', () => {
    const edition = english(1, page({ body: everyForm }));
    expect(everySegmentOf('pages', edition).map(({ style, text }) => [style, text])).toEqual([
      ['line', 'Help'],
      ['paragraph', 'Who helps you.'],
      ['heading', 'How to ask'],
      ['paragraph', 'Ring <1/> today.'],
      ['item', 'At school'],
      ['item', 'by post'],
      ['cell', 'Tier'],
    ]);
  });

  test('with rows by their ids, wherever they stand', () => {
    const part = { id: '6f3a', slug: 'what', title: 'What', body: everyForm, attachments: [] };
    const guide: ContentOfKind<'guides'> = {
      ...{ title: 'Officers', summary: 'Who', audience: 'parents', sensitive: false, image: null },
      ...{ principles: [], parts: [{ ...part, id: '1111' }, part] },
    };
    const segments = segmentsOf('guides', guide, alignKeys('guides', guide, []));
    expect(segments.find(({ key }) => key === 'parts.6f3a.title')?.path).toBe('parts.1.title');
  });

  test('with no segment for what is empty, the same in every language, or a fact alone', () => {
    const media: ContentOfKind<'media'> = {
      ...{ title: 'A door', alternativeText: null, decorative: true, caption: ' ', file: [] },
      ...{ accessibleEquivalent: null, contact: null, transcript: [], captions: null },
    };
    const segments = segmentsOf('media', media, alignKeys('media', media, []));
    expect(segments.map(({ key }) => key)).toEqual(['title']);
  });

  test('with what it says that it changed as its last segment', () => {
    expect(everySegmentOf('pages', english(2, page(), 'New hours.')).at(-1)).toMatchObject({
      ...{ key: 'change-note', style: 'note', text: 'New hours.' },
    });
  });
});

describe('a language is composed', () => {
  const first = english(1, page({ title: 'Help', body: everyForm }));
  const second = english(2, page({ title: 'Help for you', body: everyForm }), 'A new title.');

  test('from the newest English of which everything is reviewed, its note included', () => {
    expect(newestComposable('pages', [second, first], inPolish([first, second]))).toMatchObject({
      ...{ ok: true, number: 2, changeNote: 'pl:A new title.' },
      content: { title: 'pl:Help for you', summary: 'pl:Who helps you.' },
    });
  });

  test('from the English before while the newest is not all reviewed', () => {
    const composed = newestComposable('pages', [second, first], inPolish([first]));
    expect(composed).toMatchObject({ number: 1, changeNote: null, content: { title: 'pl:Help' } });
  });

  test('from none while something is missing everywhere, and says what in the newest', () => {
    const records = inPolish([first, second], ['title']);
    expect(newestComposable('pages', [second, first], records)).toEqual({
      ok: false,
      missing: ['title'],
    });
  });

  test('never of a draft', () => {
    const drafted = [...inPolish([first])].map(([key, record]) => [
      key,
      { ...record, pairs: [], work: { ...record.pairs[0], state: 'draft', seenBy: null } },
    ]);
    expect(newestComposable('pages', [first], new Map(drafted as never))).toMatchObject({
      ok: false,
    });
  });

  test('with everything that is not words from the English', () => {
    const composed = newestComposable('pages', [first], inPolish([first]));
    expect(composed).toMatchObject({
      content: {
        body: [
          { type: 'heading', level: 3 },
          { tone: 'warning', children: [{ children: [said('pl:Ring '), fact, said(' today.')] }] },
          {
            style: 'number',
            items: [{ lists: [{ items: [{ children: [said('pl:by post')] }] }] }],
          },
          { rows: [{ cells: [{}, { children: [fact] }, { children: [] }] }] },
        ],
      },
    });
  });
});

describe('composing is refused, and names field and segment,', () => {
  const { content, keys } = english(1, page({ body: [everyForm[1] as Prose[number]] }));
  const [, , ring = ''] = segmentsOf('pages', content, keys).map(({ key }) => key);
  const whole = new Map([
    ['title', 'Pomoc'],
    ['summary', 'Kto pomaga.'],
    [ring, 'Zadzwoń <1/>.'],
  ]);

  test.each([
    ['where nothing is translated', ' ', { problem: 'untranslated' }],
    [
      'where a code is missing',
      'Zadzwoń.',
      { problem: 'broken-code', code: { code: 'missing', number: 1 } },
    ],
    [
      'where a sign turns what follows around',
      'Zadzwoń <1/>\u202e.',
      { problem: 'hidden-character', character: 'U+202E' },
    ],
  ])('%s', (_name, target, problem) => {
    expect(composeSegments('pages', content, keys, new Map([...whole, [ring, target]]))).toEqual({
      ok: false,
      problems: [{ field: 'body', segment: ring, ...problem }],
    });
  });

  test('where a code stands in a field that has none', () => {
    const targets = new Map([...whole, ['title', 'Pomoc <1/>']]);
    expect(composeSegments('pages', content, keys, targets)).toMatchObject({
      problems: [{ field: 'title', segment: 'title', problem: 'broken-code' }],
    });
  });

  test('and not where everything is in order', () => {
    expect(composeSegments('pages', content, keys, whole)).toMatchObject({ ok: true });
  });
});
