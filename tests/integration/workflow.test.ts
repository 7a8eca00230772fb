/** The way of a text to its readers, through the doors of the CMS: REST, and the Local API with access on. */
import type { Step } from '@charterpress/shared/domain/workflow.ts';
import { createLocalReq } from 'payload';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Account, startCms } from '../support/cms.ts';
import { type Copy, deskWork } from '../support/desk-work.ts';

const cms = await startCms();
const asha = await cms.account('editor', 'asha');
const tom = await cms.account('publisher', 'tom');
const ines = await cms.account('publisher', 'ines');
const ewa = await cms.account('translator', 'ewa');
const steps = await import('../../cms/src/workflow/steps.ts');
const desk = deskWork(cms, { writer: asha, reviewer: tom });

describe('from a draft to readers', () => {
  test('a text is written, submitted, amended, approved by another person, and published', async () => {
    let copy = await desk.written(asha);
    expect(await desk.workflow(copy)).toMatchObject({ state: 'draft', editedBy: [asha.email] });
    expect(await desk.take(asha, copy, 'submit')).toMatchObject({ state: 'in-review' });
    const asked = await desk.take(tom, copy, 'ask-amendments', { why: 'Say who to ask.' });
    expect(asked).toMatchObject({ state: 'draft', amendments: { by: tom.email } });
    copy = await desk.reword(asha, copy, 'Parents lead, and ask their school');
    await desk.take(asha, copy, 'submit');
    const approved = await desk.take(tom, copy, 'approve');
    expect(approved).toMatchObject({
      state: 'approved',
      approval: {
        by: tom.email,
        revision: copy.revision,
        digest: expect.stringMatching(/^\w{64}$/),
      },
    });
    expect(await desk.take(tom, copy, 'publish')).toMatchObject({
      state: 'published',
      approval: null,
    });
    const edition = await desk.newest(copy);
    expect(edition?.digest).toBe((approved.approval as { digest: string }).digest);
    expect(edition?.content).toMatchObject({ statement: 'Parents lead, and ask their school' });
  });

  test('what somebody was asked to check stands in the record, with who said it and when', async () => {
    const copy = await desk.written(asha);
    await desk.take(asha, copy, 'submit');
    await desk.take(asha, copy, 'send-for-fact-check', { of: 'A health visitor in Swale' });
    expect((await desk.attempt(tom, copy, 'approve')).status).toBe(409);
    const answer = { answer: 'It is so.', saidBy: 'A health visitor', saidAt: '2026-05-03' };
    expect(await desk.take(asha, copy, 'record-fact-check', answer)).toMatchObject({
      state: 'in-review',
      factCheck: { ...answer, of: 'A health visitor in Swale', recordedBy: asha.email },
    });
  });

  test('every step stands in the audit', async () => {
    const copy = await desk.written(asha);
    await desk.take(asha, copy, 'submit');
    await desk.take(tom, copy, 'approve');
    await desk.take(tom, copy, 'publish');
    const events = await cms.payload.db.connection
      .collection('audit-events')
      .find({ document: copy.id }, { sort: { position: 1 } })
      .toArray();
    expect(events.map(({ by, did }) => [by, did])).toEqual([
      [asha.email, 'submitted'],
      [tom.email, 'approved'],
      [tom.email, 'published'],
    ]);
  });
});

describe('an approval is of a text', () => {
  test('what goes live is what was approved, whatever was written since', async () => {
    const copy = await inState('approved', 'What Tom approved');
    const later = await desk.reword(asha, copy, 'What nobody approved');
    expect(await desk.workflow(later)).toMatchObject({ state: 'approved', movedOn: true });
    expect(await desk.take(ines, later, 'publish')).toMatchObject({ state: 'draft' });
    expect((await desk.newest(copy))?.content).toMatchObject({ statement: 'What Tom approved' });
  });

  test('what was written since wants an approval of its own', async () => {
    const later = await desk.reword(asha, await inState('approved', 'First'), 'Second');
    expect(await desk.take(asha, later, 'submit')).toMatchObject({
      state: 'in-review',
      approval: null,
    });
    expect((await desk.attempt(tom, later, 'publish')).status).toBe(409);
  });

  test('a text that was changed beneath the CMS is not published', async () => {
    const copy = await inState('approved', 'Approved by Tom alone');
    await cms.payload.db.connection
      .collection('_principles_versions')
      .updateMany(
        { 'version.statement': 'Approved by Tom alone' },
        { $set: { 'version.statement': 'Slipped in' } },
      );
    const answer = await desk.attempt(tom, copy, 'publish');
    expect(answer.status).toBe(409);
    expect((await answer.json()).message).toContain('no longer the one that was approved');
    expect(await desk.newest(copy)).toBeUndefined();
  });
});

describe('four eyes', () => {
  test('who wrote or submitted a text does not approve it, publisher or not', async () => {
    const copy = await desk.written(tom);
    await desk.take(ines, copy, 'submit');
    expect((await desk.attempt(tom, copy, 'approve')).status).toBe(403);
    expect((await desk.attempt(ines, copy, 'approve')).status).toBe(403);
  });

  test('who mends a word while reviewing it does not approve it either', async () => {
    const copy = await desk.written(asha);
    await desk.take(asha, copy, 'submit');
    const mended = await desk.reword(tom, copy, 'With a word of Tom’s');
    expect((await desk.attempt(tom, mended, 'approve')).status).toBe(403);
    expect(await desk.take(ines, mended, 'approve')).toMatchObject({ state: 'approved' });
  });

  test('what one person publishes alone waits for another to sign', async () => {
    const copy = await desk.written(tom);
    const alone = await desk.take(tom, copy, 'emergency', { reason: 'The building is closed.' });
    const edition = await desk.newest(copy);
    expect(alone).toMatchObject({
      state: 'published',
      secondLook: { as: 'emergency', by: tom.email, sequence: edition?.sequence },
    });
    expect((await desk.attempt(tom, copy, 'second-look')).status).toBe(403);
    expect(await desk.take(asha, copy, 'second-look')).toMatchObject({ secondLook: null });
  });

  test('a typing error is mended at once, as a small correction', async () => {
    const copy = await desk.published('Parents are partnres');
    const mended = await desk.reword(tom, copy, 'Parents are partners');
    const corrected = await desk.take(tom, mended, 'correct', { reason: 'typing-error' });
    expect(corrected).toMatchObject({ secondLook: { as: 'correction', reason: 'typing-error' } });
    expect(await desk.newest(copy)).toMatchObject({ number: 2, change: 'minor', changeNote: null });
  });
});

describe('a second edition', () => {
  test('says what changed, or is not submitted', async () => {
    const copy = await desk.reword(asha, await desk.published('First'), 'Second');
    const answer = await desk.attempt(asha, copy, 'submit');
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      problems: [{ field: 'change', problem: 'change-unsaid' }],
    });
    await desk.take(asha, copy, 'submit', { change: 'safety', changeNote: 'The gate is locked.' });
    await desk.take(tom, copy, 'approve');
    await desk.take(tom, copy, 'publish');
    expect(await desk.newest(copy)).toMatchObject({
      ...{ number: 2, change: 'safety', changeNote: 'The gate is locked.' },
    });
  });
});

describe('a stale step', () => {
  test('is refused with both names and times, and nothing is written', async () => {
    const seen = await desk.written(asha);
    await desk.reword(tom, seen, 'Newer');
    const before = await everything(seen);
    const answer = await desk.attempt(asha, seen, 'submit');
    expect(answer.status).toBe(409);
    expect((await answer.json()).message).toMatch(
      /^You were looking at what asha saved on \d+ \w+ \d{4} at \d\d\.\d\d\. tom saved this again on \d+ \w+ \d{4} at \d\d\.\d\d\./,
    );
    expect(await everything(seen)).toBe(before);
  });
});

/** One step for each role that may not take it, in the state in which somebody else may. */
const refusals: readonly (readonly [Step, 'draft' | 'in-review' | 'approved', object])[] = [
  ['submit', 'draft', {}],
  ['ask-amendments', 'in-review', { why: 'No' }],
  ['send-for-fact-check', 'in-review', { of: 'Somebody' }],
  ['approve', 'in-review', {}],
  ['publish', 'approved', {}],
  ['emergency', 'draft', { reason: 'None' }],
];

describe.each(refusals)('%s', (step, state, said) => {
  let copy: Copy;
  let before: string;

  beforeAll(async () => {
    copy = await inState(state);
    before = await everything(copy);
  });

  test('is refused over REST to a translator and to nobody, and writes nothing', async () => {
    const answers = [
      await desk.attempt(ewa, copy, step, said),
      await desk.attempt(null, copy, step, said),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403]);
    expect(await everything(copy)).toBe(before);
  });

  test('is refused in the Local API with access on, and writes nothing', async () => {
    const req = await createLocalReq({ user: await userOf(ewa) }, cms.payload);
    const taken = await steps.takeStep(req, {
      ...{ kind: 'principles', document: copy.id, revision: copy.revision },
      said: { change: null, changeNote: null, ...said, step } as never,
    });
    expect(taken).toMatchObject({ ok: false, refused: 'role' });
    expect(await everything(copy)).toBe(before);
  });
});

describe('a record', () => {
  test('cannot be written by anybody through any door', async () => {
    const copy = await desk.written(asha);
    const before = await everything(copy);
    const where = '?where[document][exists]=true';
    const answers = await Promise.all([
      cms.ask(tom, 'PATCH', `/api/workflow${where}`, { state: 'approved' }),
      cms.ask(tom, 'POST', '/api/workflow', { state: 'approved' }),
      cms.ask(tom, 'GET', '/api/workflow'),
    ]);
    expect(answers.filter(({ ok }) => ok)).toEqual([]);
    const data = { state: 'approved' } as never;
    await expect(
      cms.payload.update({ collection: 'workflow', where: {}, data, overrideAccess: true }),
    ).rejects.toThrow(/record/);
    expect(await everything(copy)).toBe(before);
  });

  test('is not kept of a save that was rolled back', async () => {
    const copy = await desk.written(asha);
    await cms.ask(asha, 'PATCH', `/api/principles/${copy.id}`, { statement: 'x', revision: 99 });
    expect(await desk.workflow(copy)).toMatchObject({ revision: 1 });
  });

  test('goes with a working copy that is thrown away', async () => {
    const copy = await desk.written(asha);
    await cms.ask(asha, 'DELETE', `/api/principles/${copy.id}`);
    expect(await everything(copy)).toBe(JSON.stringify([[], [], []]));
  });
});

test('of two people who approve and amend at the same moment, one is quicker and the other is told', async () => {
  const copy = await inState('in-review');
  const answers = await Promise.all([
    desk.attempt(tom, copy, 'approve'),
    desk.attempt(ines, copy, 'ask-amendments', { why: 'Not yet' }),
    desk.reworded(asha, copy, 'Another word'),
  ]);
  const { state } = await desk.workflow(copy);
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status !== 200 && status !== 409)).toEqual([]);
  expect(statuses).toContain(200);
  expect(['approved', 'draft', 'in-review']).toContain(state);
});

async function inState(state: 'draft' | 'in-review' | 'approved', statement?: string) {
  const copy = await desk.written(asha, statement);
  if (state !== 'draft') await desk.take(asha, copy, 'submit');
  if (state === 'approved') await desk.take(tom, copy, 'approve');
  return copy;
}

/** All that a step could write: the record, the editions and the audit of one document. */
async function everything({ id }: Copy): Promise<string> {
  const all = ['workflow', 'principle-editions', 'audit-events'].map((slug) =>
    cms.payload.db.connection.collection(slug).find({ document: id }).toArray(),
  );
  return JSON.stringify(await Promise.all(all));
}

async function userOf({ email }: Account) {
  const { docs } = await cms.payload.find({
    collection: 'users',
    where: { email: { equals: email } },
    overrideAccess: true,
  });
  return { ...docs[0], collection: 'users' } as never;
}
