import { readXliff } from '@charterpress/shared/domain/translation/files/read.ts';
import {
  keyFrom,
  type Outgoing,
  type OutgoingUnit,
  unitId,
} from '@charterpress/shared/domain/translation/files/transfer.ts';
import { writeXliff1 } from '@charterpress/shared/domain/translation/files/xliff-1.ts';
import { writeXliff2 } from '@charterpress/shared/domain/translation/files/xliff-2.ts';
import type { Code } from '@charterpress/shared/domain/translation/segment.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anySegments, segment } from '../../support/segments.ts';
import { xliffFaults } from '../../support/xliff-rules.ts';

const writers = { '1.2': writeXliff1, '2.1': writeXliff2 } as const;
const versions = ['1.2', '2.1'] as const;

const link: Code = { number: 1, is: 'link', to: { url: 'https://example.org' } };
const bold: Code = { number: 2, is: 'marks', marks: ['bold'] };
const fact: Code = { number: 3, is: 'fact', fact: { kind: 'facts', document: 'f1' } };
const lineBreak: Code = { number: 4, is: 'break' };

describe.each(versions)('XLIFF %s', (version) => {
  test('carries nested codes, whitespace, direction marks and signs of markup, exactly', () => {
    const codes = [link, bold, fact, lineBreak];
    const text = '<1>Ask  <2>us & them</2></1>\t<3/><4/>\u200fAT&T << 5 ';
    const target = '\u200f ہم سے <3/> <2><1>پوچھیں & AT&T</1></2><4/> << ۵\n\r ';
    const back = roundTrip(version, [unit(segment('body.1', text, codes), { target })]);
    expect(back).toEqual([expect.objectContaining({ target: { is: 'text', text: target } })]);
  });

  test('says which English, which revision and how far each unit is', () => {
    const english = segment('title', 'Children’s centres');
    const [back] = roundTrip(version, [
      unit(english, { target: 'Centra', state: 'translated', revision: 7 }),
    ]);
    expect(back).toMatchObject({ key: 'title', hash: english.hash, revision: 7, isDone: true });
  });

  test.each([
    ['a draft', 'draft'],
    ['what is behind', 'behind'],
  ] as const)('does not call %s done', (_words, state) => {
    const [back] = roundTrip(version, [
      unit(segment('title', 'Hello'), { target: 'Witaj', state }),
    ]);
    expect(back?.isDone).toBe(false);
  });

  test('leaves out a translation whose codes are not those of its English', () => {
    const english = segment('body', '<1>Ask</1>', [link]);
    const [back] = roundTrip(version, [unit(english, { target: 'Zapytaj', state: 'draft' })]);
    expect(back).toMatchObject({ target: { is: 'nothing' }, wrote: null });
  });

  test('leaves out a translation that XML has no way to hold', () => {
    const [back] = roundTrip(version, [unit(segment('title', 'Hello'), { target: 'Wi\u0001taj' })]);
    expect(back?.target).toEqual({ is: 'nothing' });
  });

  test('keeps our notes from theirs', () => {
    const file = written(version, [unit(segment('title', 'Hello'))]);
    const [noteOf2, noteOf1] = ['<notes><note>Who is this?</note>', '<note>Who is this?</note>'];
    const annotated = file.replace(
      version === '2.1' ? /(<unit[^>]*>\n)<notes>/ : /(<\/source>)/,
      version === '2.1' ? `$1${noteOf2}` : `$1${noteOf1}`,
    );
    expect(unitsOf(annotated)).toEqual([expect.objectContaining({ notes: ['Who is this?'] })]);
  });

  test('takes a tool’s prefix for the namespace, and its marks inside a text', () => {
    const file = written(version, [unit(segment('title', 'Hello'), { target: 'Witaj świecie' })]);
    const prefixed = file
      .replace(
        'świecie',
        version === '2.1' ? '<mrk id="m1">świecie</mrk>' : '<mrk mtype="x-a">świecie</mrk>',
      )
      .replace('xmlns=', 'xmlns:x=')
      .replaceAll(/<(\/?)([a-z])/g, '<$1x:$2');
    expect(unitsOf(prefixed)[0]?.target).toEqual({ is: 'text', text: 'Witaj świecie' });
  });

  test('does not take codes it did not write', () => {
    const file = written(version, [unit(segment('title', 'Hello'), { target: 'Witaj' })]);
    const foreign = file.replace(
      'Witaj',
      version === '2.1' ? '<ph id="a"/>' : '<it id="1" pos="open"/>',
    );
    expect(unitsOf(foreign)[0]?.target).toEqual({ is: 'unreadable', why: 'foreign-code' });
  });

  test('does not take codes of another vocabulary for ours', () => {
    const file = written(version, [
      unit(segment('body', '<1>Ask</1>', [link]), { target: '<1>Zapytaj</1>' }),
    ]);
    const foreign = file.replaceAll(/<target([^>]*)><(\w+) /g, '<target$1><$2 xmlns="urn:other" ');
    expect(unitsOf(foreign)[0]?.target).toEqual({ is: 'unreadable', why: 'foreign-code' });
  });

  test('keeps the published rules, whatever the segments hold', { timeout: 120_000 }, async () => {
    const files = fc
      .sample(anySegments, { numRuns: 60, seed: 20_261 })
      .map((segments) => written(version, segments.map(asTranslated)));
    expect(await xliffFaults(version, files)).toEqual([]);
  });

  test('is held to the published rules: a unit without its id breaks them', async () => {
    const file = written(version, [unit(segment('title', 'One'))]);
    expect(await xliffFaults(version, [file.replace(' id="title"', '')])).not.toEqual([]);
  });

  test('round-trips any segments with any codes and signs', () => {
    fc.assert(
      fc.property(anySegments, (segments) => {
        const back = roundTrip(version, segments.map(asTranslated));
        expect(back.map(({ key, target }) => [key, target])).toEqual(
          segments.map(({ key, text }) => [
            key,
            text === '' ? { is: 'nothing' } : { is: 'text', text },
          ]),
        );
      }),
      { numRuns: 300 },
    );
  });
});

test('a key of any signs is an id that XML takes, and comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (key) => {
      expect(unitId(key)).toMatch(/^[A-Za-z0-9._-]+$/);
      expect(keyFrom(unitId(key))).toBe(key);
    }),
  );
});

test('an id that is written otherwise than we write it is no second name of a key', () => {
  expect(keyFrom('_74_itle')).toBeNull();
});

test('a unit that a tool cut in pieces is not put together by guessing', () => {
  const file = written('2.1', [unit(segment('title', 'One. Two.'), { target: 'Raz. Dwa.' })]);
  const piece = '<segment><source>One.</source><target>Raz.</target></segment>';
  expect(unitsOf(file.replace('<segment', `${piece}<segment`))[0]?.target).toEqual({
    is: 'unreadable',
    why: 'split',
  });
});

function unit(english: OutgoingUnit['segment'], said: Partial<OutgoingUnit> = {}): OutgoingUnit {
  return {
    ...{ segment: english, revision: 1, target: null, state: 'untranslated' },
    ...{ context: 'Page', said: [] },
    ...said,
  };
}

function asTranslated(english: OutgoingUnit['segment']): OutgoingUnit {
  return unit(english, { target: english.text, state: 'translated' });
}

function written(version: '1.2' | '2.1', units: readonly OutgoingUnit[]): string {
  const file: Outgoing = {
    ...{ kind: 'guides', document: 'g1', language: 'ur', direction: 'rtl', edition: 4 },
    ...{ title: 'Children’s "centres" & more', styleNote: 'Speak as to a friend.', units },
  };
  return writers[version](file);
}

function unitsOf(file: string) {
  const read = readXliff(new TextEncoder().encode(file));
  if (!read.ok) throw new Error(`Refused: ${JSON.stringify(read.refusal)}`);
  return read.file.units;
}

function roundTrip(version: '1.2' | '2.1', units: readonly OutgoingUnit[]) {
  return unitsOf(written(version, units));
}
