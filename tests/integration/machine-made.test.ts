/** What a machine translated: two people compare it with the English, and until then nobody is shown it. */
import { beforeAll, describe, expect, test } from 'vitest';
import { desk, sound } from '../support/approved.ts';
import { type Bench, bench, type Work } from '../support/bench-work.ts';
import { type Account, type Cms, startCms } from '../support/cms.ts';

let cms: Cms;
let zofia: Account;
let marek: Account;
let anna: Account;
let at: Bench;

beforeAll(async () => {
  cms = await startCms();
  zofia = await cms.account('translator', 'zofia', ['pl']);
  marek = await cms.account('translator', 'marek', ['pl']);
  anna = await cms.account('translator', 'anna', ['pl']);
  at = bench(cms, { staff: await desk(cms), translator: zofia, reviewer: marek });
});

describe('a segment that a machine made', () => {
  test('is not reviewed by the first who compares it, and is by the second', async () => {
    const { guide, key } = await madeByMachine('We listen.', 'Słuchamy.');
    await sound(await at.review(guide, key, marek));
    const seenOnce = await at.segment(guide, key);
    expect([seenOnce.standing.is, seenOnce.record?.work?.seenBy]).toEqual([
      'translated',
      marek.email,
    ]);
    await sound(await at.review(guide, key, anna));
    expect((await at.segment(guide, key)).standing).toMatchObject({
      is: 'reviewed',
      pair: { origin: 'machine', translatedBy: marek.email, reviewedBy: anna.email },
    });
  });

  test('is not reviewed twice by one person', async () => {
    const { guide, key } = await madeByMachine('We answer.', 'Odpowiadamy.');
    await sound(await at.review(guide, key, marek));
    expect((await at.review(guide, key, marek)).status).toBe(403);
    expect((await at.segment(guide, key)).standing.is).toBe('translated');
  });

  test('stays the machine’s when a person mends it, who is the first of the two then', async () => {
    const { guide, key } = await madeByMachine('We explain.', 'Tłumaczymy.');
    await sound(await at.save(guide, key, 'Wyjaśniamy.'));
    expect((await at.segment(guide, key)).record?.work).toMatchObject({
      ...{ origin: 'machine', seenBy: zofia.email },
    });
    expect((await at.review(guide, key, zofia)).status).toBe(403);
    await sound(await at.review(guide, key, marek));
    expect((await at.segment(guide, key)).standing.is).toBe('reviewed');
  });

  test.each([0, 1])('is not released when %i people compared it', async (compared) => {
    const guide = await at.guide([`It is open on ${compared + 2} days.`]);
    await at.reviewed(guide);
    const paragraph = `It is open on ${compared + 3} days.`;
    await at.publishAgain(guide, { parts: at.parts([paragraph]) });
    const key = await at.keyOf(guide, paragraph);
    const target = `Czynne ${compared + 3} dni.`;
    await sound(await at.save(guide, key, target, { origin: 'machine' }));
    for (const who of [marek].slice(0, compared)) await sound(await at.review(guide, key, who));
    await at.release(guide, marek);
    const released = await at.newest(guide, 'pl');
    expect([released?.sourceEdition, JSON.stringify(released)]).toEqual([
      1,
      expect.not.stringContaining(target),
    ]);
  });

  test('is not remembered before it is reviewed', async () => {
    const { guide, key } = await madeByMachine('We remember.', 'Pamiętamy.');
    await sound(await at.review(guide, key, marek));
    const memory = cms.payload.db.connection.collection('translation-memory');
    expect(await memory.countDocuments({ target: 'Pamiętamy.' })).toBe(0);
    await sound(await at.review(guide, key, anna));
    expect(await memory.countDocuments({ target: 'Pamiętamy.' })).toBe(1);
  });
});

/** A guide with a paragraph translated by a machine, put in by a program that Zofia started. */
async function madeByMachine(
  english: string,
  target: string,
): Promise<{ guide: Work; key: string }> {
  const guide = await at.guide([english]);
  const key = await at.keyOf(guide, english);
  await sound(await at.save(guide, key, target, { origin: 'machine' }));
  return { guide, key };
}
