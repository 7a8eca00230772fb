import { save } from '@charterpress/shared/domain/translation/acts.ts';
import { reportOn, shownOf } from '@charterpress/shared/domain/translation/files/import-report.ts';
import { readXliff } from '@charterpress/shared/domain/translation/files/read.ts';
import type { OutgoingUnit } from '@charterpress/shared/domain/translation/files/transfer.ts';
import { writeXliff1 } from '@charterpress/shared/domain/translation/files/xliff-1.ts';
import { writeXliff2 } from '@charterpress/shared/domain/translation/files/xliff-2.ts';
import type { IsSame } from '@charterpress/shared/domain/translation/minor.ts';
import type { Pair, SegmentRecord } from '@charterpress/shared/domain/translation/record.ts';
import type { Code, Segment } from '@charterpress/shared/domain/translation/segment.ts';
import { describe, expect, test } from 'vitest';
import { segment } from '../../support/segments.ts';

const bold: Code = { number: 1, is: 'marks', marks: ['bold'] };
const title = segment('title', 'Children’s centres');
const body = segment('body.p1', 'Open <1>every day</1>', [bold]);
const [ewa, jan] = [
  { by: 'ewa@example.org', at: '2026-05-01T10:00:00.000Z' },
  { by: 'jan@example.org', at: '2026-05-02T10:00:00.000Z' },
];

/** No English changed in words alone. */
const sameTextOnly: IsSame = ({ from, to }) => from === to;

describe.each([
  ['2.1', writeXliff2],
  ['1.2', writeXliff1],
] as const)('a file of XLIFF %s that comes back', (_version, write) => {
  test('unchanged, changes nothing, whatever is in it', () => {
    const records = [drafted(title, 'Centra'), reviewed(body, 'Otwarte <1>codziennie</1>')];
    const file = sent([title, body, segment('more', 'More')], records);
    expect(outcomes(file, [title, body, segment('more', 'More')], records)).toEqual([
      ['title', 'unchanged'],
      ['body.p1', 'unchanged'],
      ['more', 'unchanged'],
    ]);
  });

  test('with a translation, is accepted', () => {
    const file = sent([body], []).replace(...translated('Otwarte <1>codziennie</1>'));
    expect(report(file, [body])).toEqual([
      expect.objectContaining({
        is: 'accepted',
        target: 'Otwarte <1>codziennie</1>',
        before: null,
      }),
    ]);
  });

  test('with a draft that somebody calls done, is accepted', () => {
    const records = [drafted(title, 'Centra')];
    const file = sent([title], records)
      .replace('state="initial" subState="cp:draft"', 'state="translated"')
      .replace('state="needs-translation"', 'state="translated"');
    expect(outcomes(file, [title], records)).toEqual([['title', 'accepted']]);
  });

  test('after the English moved, is behind in that unit alone', () => {
    const file = sent([title, body], [])
      .replace(...translated('Centra'))
      .replace(...translated('Otwarte <1>codziennie</1>'));
    const moved = segment('title', 'Family hubs');
    expect(outcomes(file, [moved, body])).toEqual([
      ['title', 'behind'],
      ['body.p1', 'accepted'],
    ]);
  });

  test('after a minor change that a second person agreed to, is accepted', () => {
    const file = sent([title], []).replace(...translated('Centra'));
    const agreed: IsSame = ({ from, to }) => from === title.hash && to === reworded.hash;
    const reworded = segment('title', 'Children’s centres.');
    expect(report(file, [reworded], [], agreed)).toMatchObject([{ is: 'accepted' }]);
  });

  test('made from English that nobody can compare it with any more, is refused', () => {
    const file = sent([title], []).replace(...translated('Centra'));
    const moved = segment('title', 'Family hubs');
    expect(report(file, [moved], [], sameTextOnly, () => null)).toMatchObject([
      { is: 'refused', why: 'too-old', target: 'Centra' },
    ]);
  });

  test('with another source text, is not believed about it', () => {
    const file = sent([title], [])
      .replace('>Children’s centres<', '>Prisons<')
      .replace(...translated('Więzienia'));
    const moved = segment('title', 'Family hubs');
    expect(outcomes(file, [title])).toEqual([['title', 'accepted']]);
    expect(outcomes(file, [moved])).toEqual([['title', 'behind']]);
  });

  test('for a paragraph that is gone, is refused in that unit', () => {
    const file = sent([title], []).replace(...translated('Centra'));
    expect(report(file, [body])).toMatchObject([{ is: 'refused', why: 'unknown' }]);
  });

  test('without its fingerprints, is refused', () => {
    const file = sent([title], []).replace(...translated('Centra'));
    const lost = file.replaceAll(title.hash, '');
    expect(report(lost, [title])).toMatchObject([{ is: 'refused', why: 'no-fingerprint' }]);
  });

  test.each([
    ['without a code', 'Otwarte codziennie'],
    ['with a code twice', '<1>Otwarte</1> <1>codziennie</1>'],
    ['with a code of another', 'Otwarte <1>codziennie</1> <2/>'],
  ])('%s, is refused', (_words, target) => {
    const file = sent([body], []).replace(...translated(target));
    expect(report(file, [body])).toMatchObject([{ is: 'refused', why: 'codes' }]);
  });

  test('with a mark that forces a direction, is refused', () => {
    const file = sent([title], []).replace(...translated('Centra \u202e123'));
    expect(report(file, [title])).toMatchObject([{ is: 'refused', why: 'hidden-character' }]);
  });

  test('emptied, is refused', () => {
    const records = [drafted(title, 'Centra')];
    const file = sent([title], records).replace('Centra', '');
    expect(report(file, [title], records)).toMatchObject([{ is: 'refused', why: 'empty' }]);
  });

  test('after somebody changed the translation here, does not undo that', () => {
    const file = sent([title], [drafted(title, 'Centra')]).replace('Centra<', 'Ośrodki<');
    const meanwhile = [{ ...drafted(title, 'Centra dziecięce'), revision: 2 }];
    expect(report(file, [title], meanwhile)).toMatchObject([
      { is: 'refused', why: 'changed-here', target: 'Ośrodki' },
    ]);
  });

  test('with what nobody touched, lets stand what somebody changed here', () => {
    const file = sent([title], [drafted(title, 'Centra')]);
    const meanwhile = [{ ...drafted(title, 'Centra dziecięce'), revision: 2 }];
    expect(outcomes(file, [title], meanwhile)).toEqual([['title', 'unchanged']]);
  });

  function sent(segments: readonly Segment[], records: readonly SegmentRecord[]): string {
    const units = segments.map((english): OutgoingUnit => {
      const record = records.find(({ key }) => key === english.key) ?? null;
      return { segment: english, context: '', said: [], ...shownOf(english, record, sameTextOnly) };
    });
    return write({
      ...{ kind: 'guides', document: 'g1', language: 'pl', direction: 'ltr', edition: 1 },
      ...{ title: 'Centres', styleNote: null, units },
    });
  }
});

/** Puts a target into the first unit that has none. `report` writes its codes as the version does. */
function translated(target: string): [RegExp, string] {
  const coded = target
    .replaceAll(/<(\d)>/g, '<PAIR id="$1">')
    .replaceAll(/<\/\d>/g, '</PAIR>')
    .replaceAll(/<(\d)\/>/g, '<ALONE id="$1"/>');
  const withoutTarget = /<\/source>\n(?!<target)(<\/segment>|<note|<\/trans-unit>)/;
  return [withoutTarget, `</source>\n<target>${coded}</target>\n$1`];
}

function report(
  file: string,
  segments: readonly Segment[],
  records: readonly SegmentRecord[] = [],
  isSame: IsSame = sameTextOnly,
  earlier: () => Segment | null = () => title,
) {
  const [pair, alone] = file.includes('version="1.2"') ? ['g', 'x'] : ['pc', 'ph'];
  const whole = file.replaceAll('PAIR', pair).replaceAll('ALONE', alone);
  const read = readXliff(new TextEncoder().encode(whole));
  if (!read.ok) throw new Error(`Refused: ${JSON.stringify(read.refusal)}`);
  const byKey = new Map(records.map((record) => [record.key, record]));
  return reportOn(read.file, { segments, records: byKey, isSame, earlier });
}

function outcomes(
  file: string,
  segments: readonly Segment[],
  records: readonly SegmentRecord[] = [],
) {
  return report(file, segments, records).map(({ is, key }) => [key, is]);
}

function drafted(english: Segment, target: string): SegmentRecord {
  const about = { segment: english, record: null, isSame: sameTextOnly };
  const saved = save(
    { ...about, revision: 0, hash: english.hash },
    { target, state: 'draft' },
    ewa,
  );
  if (!saved.ok) throw new Error(saved.refused);
  return saved.record;
}

function reviewed({ hash, key, text }: Segment, target: string): SegmentRecord {
  const pair: Pair = {
    ...{ source: text, hash, target, origin: 'person', waived: [] },
    ...{ translatedBy: ewa.by, translatedAt: ewa.at, reviewedBy: jan.by, reviewedAt: jan.at },
  };
  return { key, revision: 3, work: null, pairs: [pair], returned: null };
}
