/** How translations of the sample content come in: as two people would have brought them in, and as often as it takes. */
import { createLocalReq, type PayloadRequest } from 'payload';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Approved, type Desk, desk, sound } from '../support/approved.ts';
import { type Cms, startCms } from '../support/cms.ts';
import { paragraph } from '../support/texts.ts';
import { reviewAs, saveAs } from '../support/translated.ts';

const STATEMENT = 'Rodzice są partnerami';
const MEANING = 'Planujemy z tobą, nie za ciebie.';
const ENGLISH = 'Parents are partners';

let cms: Cms;
let staff: Desk;
let req: PayloadRequest;

beforeAll(async () => {
  cms = await startCms();
  staff = await desk(cms);
  req = await createLocalReq({}, cms.payload);
});

describe('a sample translation', () => {
  test('is released as one wrote it and another read it', async () => {
    const of = await published();
    expect(await seeded(of, { statement: STATEMENT, meaning: MEANING })).toBe(1);
    const pairs = (await kept(of)).map((record) => record.pairs[0]);
    expect(pairs.map((pair) => pair?.target)).toEqual([STATEMENT, MEANING]);
    const signed = { translatedBy: 'sample content', reviewedBy: 'sample content, second reading' };
    expect(pairs).toMatchObject([signed, signed]);
    expect((await editionOf(of))?.content).toMatchObject({ statement: STATEMENT });
  });

  test('that is only unusual is waived with a reason, and nothing else is', async () => {
    const of = await published('We plan at your home.');
    await seeded(of, { statement: STATEMENT, meaning: 'Planujemy  w twoim domu.' });
    const waived = (await kept(of)).map((record) => record.pairs[0]?.waived);
    expect(waived).toMatchObject([
      [],
      [{ rule: 'double-space', by: 'sample content', reason: expect.stringContaining('Sample') }],
    ]);
  });

  test('that is wrong stops everything, and the file and the check are named', async () => {
    const of = await published('We answer within 5 days.');
    const meaning = 'Odpowiadamy w ciągu 6 dni.';
    await expect(seeded(of, { statement: STATEMENT, meaning })).rejects.toThrow(
      /^principles\/pl\.yaml has a segment .*number-changed/,
    );
    expect(await editionOf(of)).toBeNull();
  });

  test.each([
    ['saved and not read', false],
    ['saved and read, and not released', true],
  ])('that was left %s is gone on with', async (_left, isRead) => {
    const of = await published();
    const meaning = 'Planujemy z tobą,  nie za ciebie.';
    const polish = { ...of, language: 'pl' };
    const seen = await saveAs(req, polish, ({ text }) => (text === ENGLISH ? STATEMENT : meaning));
    if (isRead) await reviewAs(req, polish, seen);
    expect(await seeded(of, { statement: STATEMENT, meaning })).toBe(1);
    expect((await kept(of)).map(({ pairs }) => pairs.length)).toEqual([1, 1]);
    expect(await editionOf(of)).toMatchObject({ number: 1, action: 'published' });
  });

  test('of the next English keeps what stands as it was', async () => {
    const of = await published();
    await seeded(of, { statement: STATEMENT, meaning: MEANING });
    const reworded = await staff.reword(of, 'Families are partners');
    await publish(reworded, 'It speaks of families.');
    const said = { statement: 'Rodziny są partnerami', meaning: MEANING };
    await seeded(reworded, { ...said, changeNote: 'Mowa jest o rodzinach.' });
    const targets = (await kept(of)).map(({ pairs }) => pairs.map(({ target }) => target));
    expect(targets).toEqual([[said.statement, STATEMENT], [MEANING], ['Mowa jest o rodzinach.']]);
    expect(await editionOf(of)).toMatchObject({ number: 2, sourceEdition: 2 });
  });
});

async function published(meaning = 'We plan with you, not for you.'): Promise<Approved> {
  const of = await staff.written(ENGLISH, meaning);
  await publish(of);
  return of;
}

async function publish(of: Approved, changeNote: string | null = null): Promise<void> {
  await sound(await staff.step(staff.editor, of, 'submit', { change: 'major', changeNote }));
  await sound(await staff.step(staff.publisher, of, 'approve'));
  await sound(await staff.step(staff.publisher, of, 'publish'));
}

type Said = { readonly statement: string; readonly meaning: string; readonly changeNote?: string };

async function seeded(of: Approved, { meaning, statement, ...said }: Said): Promise<number> {
  const { translateSample } = await import('../../cms/src/seeding/translations.ts');
  const texts = { statement, meaning: paragraph(meaning) };
  const language = {
    tag: 'pl',
    file: 'principles/pl.yaml',
    texts,
    changeNote: said.changeNote ?? null,
  };
  return translateSample(cms.payload, { of, languages: [language], followedBy: [] });
}

async function kept(of: Approved) {
  const { publicEnglish } = await import('../../cms/src/translation/english.ts');
  const { recordsOf } = await import('../../cms/src/translation/records.ts');
  const records = await recordsOf(req, { ...of, language: 'pl' });
  const segments = (await publicEnglish(req, of))?.segments ?? [];
  return segments.flatMap(({ key }) => records.get(key) ?? []);
}

async function editionOf(of: Approved) {
  const { newestEdition } = await import('../../cms/src/publishing/stored.ts');
  return newestEdition(req, { ...of, language: 'pl' });
}
