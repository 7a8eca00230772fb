/** What is done to a text that readers have: withdrawn, brought back, put back, led elsewhere, its note corrected. */
import { describe, expect, test } from 'vitest';
import { startCms } from '../support/cms.ts';
import { type Copy, deskWork } from '../support/desk-work.ts';
import { files } from '../support/files.ts';

const cms = await startCms();
const asha = await cms.account('editor', 'asha');
const tom = await cms.account('publisher', 'tom');
const desk = deskWork(cms, { writer: asha, reviewer: tom });

const minor = { change: 'minor' };
const major = { change: 'major', changeNote: 'The club opens at 8' };

describe('a small correction', () => {
  test('moves no date that readers see, and a change they should know of moves it', async () => {
    const copy = await desk.published();
    const [first] = await desk.editions(copy);
    const mended = await desk.reword(asha, copy, 'Parents are partners.');
    await desk.publish(mended, minor);
    expect(await desk.newest(copy)).toMatchObject({ number: 2, changedAt: first?.publishedAt });
    await desk.publish(await desk.reword(asha, mended, 'Parents lead'), major);
    const third = await desk.newest(copy);
    expect(third).toMatchObject({ number: 3, changedAt: third?.publishedAt });
    expect(String(third?.changedAt) > String(first?.publishedAt)).toBe(true);
  });
});

describe('the note of an edition', () => {
  test('is corrected by an edition with the same text, which moves no date', async () => {
    const copy = await desk.published();
    const changed = await desk.reword(asha, copy, 'Parents lead');
    await desk.publish(changed, major);
    const before = await desk.newest(copy);
    await desk.take(tom, changed, 'correct-note', { changeNote: 'The club opens at 7' });
    expect(await desk.newest(copy)).toMatchObject({
      ...{ number: 3, corrects: 2, change: 'minor', changeNote: 'The club opens at 7' },
      ...{ digest: before?.digest, changedAt: before?.changedAt },
    });
    expect(await desk.workflow(copy)).toMatchObject({ state: 'published' });
    const last = await lastEvent(copy.id);
    expect(last).toMatchObject({ did: 'corrected a note', by: tom.email, digest: before?.digest });
  });

  test('is corrected once more by whoever corrected it wrongly', async () => {
    const copy = await desk.published();
    const changed = await desk.reword(asha, copy, 'Parents lead');
    await desk.publish(changed, major);
    await desk.take(tom, changed, 'correct-note', { changeNote: 'It opens at 77' });
    await desk.take(tom, changed, 'correct-note', { changeNote: 'It opens at 7' });
    expect(await desk.newest(copy)).toMatchObject({ corrects: 2, changeNote: 'It opens at 7' });
  });

  test('cannot be corrected where there is none', async () => {
    const copy = await desk.published();
    const answer = await desk.attempt(tom, copy, 'correct-note', { changeNote: 'A note' });
    expect(answer.status).toBe(409);
    expect(await desk.editions(copy)).toHaveLength(1);
  });
});

describe('withdrawing', () => {
  const said = { explanation: 'The club has closed.', explanations: { pl: 'Klub zamknięto.' } };

  test('takes the translation along with the explanation in its own language', async () => {
    const copy = await desk.published();
    await desk.translated(copy, 1);
    expect(await desk.take(tom, copy, 'withdraw', said)).toMatchObject({ state: 'withdrawn' });
    const [english, polish] = [await desk.newest(copy), await desk.newest(copy, 'pl')];
    expect(english).toMatchObject({ action: 'withdrawn', changeNote: 'The club has closed.' });
    expect(polish).toMatchObject({ action: 'withdrawn', changeNote: 'Klub zamknięto.' });
    expect(polish?.publishedAt).toBe(english?.publishedAt);
  });

  test('of one language leaves the English and the record as they are', async () => {
    const copy = await desk.published();
    await desk.translated(copy, 1);
    const alone = { language: 'pl', explanation: 'To tłumaczenie było błędne.' };
    expect(await desk.take(tom, copy, 'withdraw', alone)).toMatchObject({ state: 'published' });
    expect(await desk.newest(copy)).toMatchObject({ action: 'published', number: 1 });
    expect(await desk.newest(copy, 'pl')).toMatchObject({
      ...{ action: 'withdrawn', changeNote: 'To tłumaczenie było błędne.' },
    });
  });

  test('is refused to an editor, and of what readers do not have', async () => {
    const copy = await desk.published();
    expect((await desk.attempt(asha, copy, 'withdraw', said)).status).toBe(403);
    const never = await desk.written(asha);
    expect((await desk.attempt(tom, never, 'withdraw', said)).status).toBe(409);
    expect(await desk.editions(copy)).toHaveLength(1);
  });

  test('ends an approval: what was approved before does not come back by itself', async () => {
    const copy = await desk.published();
    const changed = await desk.reword(asha, copy, 'Parents lead');
    await desk.take(asha, changed, 'submit', minor);
    await desk.take(tom, changed, 'approve');
    await desk.take(tom, changed, 'withdraw', said);
    expect((await desk.attempt(tom, changed, 'publish')).status).toBe(409);
  });
});

describe('when the English comes back', () => {
  const explanation = 'We are mending this.';

  test('the translation that went with it is back in the same moment', async () => {
    const copy = await desk.published();
    await desk.translated(copy, 1);
    await desk.take(tom, copy, 'withdraw', { explanation });
    await desk.publish(copy, minor);
    const [english, polish] = [await desk.newest(copy), await desk.newest(copy, 'pl')];
    expect(polish).toMatchObject({ action: 'published', number: 3, changeNote: null });
    expect(polish?.publishedAt).toBe(english?.publishedAt);
  });

  test('a translation that it has moved on from stays withdrawn', async () => {
    const copy = await desk.published();
    await desk.translated(copy, 1);
    await desk.take(tom, copy, 'withdraw', { explanation });
    await desk.publish(await desk.reword(asha, copy, 'Something else'), major);
    expect(await desk.newest(copy)).toMatchObject({ action: 'published', number: 3 });
    expect(await desk.newest(copy, 'pl')).toMatchObject({ action: 'withdrawn', number: 2 });
  });

  test('a translation that was pulled alone before stays away', async () => {
    const copy = await desk.published();
    await desk.translated(copy, 1);
    await desk.take(tom, copy, 'withdraw', { language: 'pl', explanation: 'Błąd.' });
    await desk.take(tom, copy, 'withdraw', { explanation });
    await desk.publish(copy, minor);
    expect(await desk.newest(copy, 'pl')).toMatchObject({ action: 'withdrawn', number: 2 });
  });
});

describe('putting an edition back', () => {
  test('makes its text the working copy, for review, as a save by whoever did it', async () => {
    const copy = await desk.published('The first wording');
    const second = await desk.reword(asha, copy, 'The second wording');
    await desk.publish(second, major);
    const back = await desk.take(asha, second, 'put-back', { edition: 1 });
    expect(back).toMatchObject({ state: 'draft', editedBy: [asha.email] });
    expect(back.revision).toBe(second.revision + 1);
    expect((await desk.newest(copy))?.content).toMatchObject({ statement: 'The second wording' });
    const again = { id: copy.id, revision: back.revision };
    expect((await desk.attempt(asha, again, 'approve')).status).toBe(403);
    await desk.publish(again, major);
    const editions = await desk.editions(copy);
    expect(editions.map(({ digest }) => digest)[2]).toBe(editions[0]?.digest);
    expect(await lastEvent(copy.id, 'put back')).toMatchObject({ digest: editions[0]?.digest });
  });

  test('brings a withdrawn text back only through review', async () => {
    const copy = await desk.published();
    await desk.take(tom, copy, 'withdraw', { explanation: 'A mistake.' });
    const back = await desk.take(asha, copy, 'put-back', { edition: 1 });
    expect(back.state).toBe('draft');
    expect(await desk.newest(copy)).toMatchObject({ action: 'withdrawn' });
  });

  test('writes the text of the edition back where no version of it is left', async () => {
    const copy = await desk.published('The first wording');
    const second = await desk.reword(asha, copy, 'The second wording');
    await desk.publish(second, major);
    const of = { parent: { equals: copy.id }, 'version.revision': { equals: copy.revision } };
    await cms.payload.db.deleteVersions({ collection: 'principles', where: of });
    const left = await cms.ask(
      asha,
      'GET',
      `/api/principles/versions?where[parent][equals]=${copy.id}`,
    );
    expect(JSON.stringify(await left.json())).not.toContain('The first wording');
    const back = await desk.take(asha, second, 'put-back', { edition: 1 });
    await desk.publish({ id: copy.id, revision: back.revision }, major);
    const [first, , third] = await desk.editions(copy);
    expect(third?.content).toEqual(first?.content);
    expect(third?.digest).toBe(first?.digest);
  });

  test('of a file that was exchanged is refused: words do not bring a file back', async () => {
    const { id, revision: first } = await captions('The first film');
    const alone = { as: 'emergency', reason: 'Nobody else is there.' };
    const said = { revision: first, alone, change: 'major', changeNote: 'A film' };
    expect((await cms.ask(tom, 'POST', `/api/media/${id}/publish`, said)).status).toBe(200);
    const { revision } = await captions('Another film', { id, revision: first });
    const asked = { revision, edition: 1 };
    const answer = await cms.ask(tom, 'POST', `/api/media/${id}/steps/put-back`, asked);
    expect([answer.status, (await answer.json()).message]).toEqual([
      409,
      expect.stringMatching(/^That edition has another file\./),
    ]);
  });

  test('is refused where there is no such edition, and while another text is reviewed', async () => {
    const copy = await desk.published();
    expect((await desk.attempt(asha, copy, 'put-back', { edition: 9 })).status).toBe(409);
    const changed = await desk.reword(asha, copy, 'Parents lead');
    await desk.take(asha, changed, 'submit', minor);
    expect((await desk.attempt(asha, changed, 'put-back', { edition: 1 })).status).toBe(409);
    expect(await desk.workflow(copy)).toMatchObject({ revision: changed.revision });
  });
});

/** Put in, or put in the place of those that are there. */
async function captions(words: string, before?: Copy): Promise<Copy> {
  const data = files.vtt(words);
  const file = { data, mimetype: 'text/vtt', name: 'film.vtt', size: data.length };
  const asked = { collection: 'media', file, overrideAccess: true, depth: 0 } as const;
  const done = before
    ? cms.payload.update({ ...asked, id: before.id, data: { revision: before.revision } as never })
    : cms.payload.create({ ...asked, data: {} });
  return (await done) as unknown as Copy;
}

describe('a text that was published', () => {
  test('is thrown away through no door', async () => {
    const copy = await desk.published();
    const path = `/api/principles/${copy.id}`;
    const answer = await cms.ask(asha, 'DELETE', path);
    expect([answer.status, await answer.text()]).toEqual([
      409,
      expect.stringContaining('This was published, so it cannot be thrown away.'),
    ]);
    await cms.ask(asha, 'DELETE', `/api/principles?where[id][equals]=${copy.id}`);
    const own = { collection: 'principles', id: copy.id, overrideAccess: true } as const;
    await expect(cms.payload.delete(own)).rejects.toMatchObject({ status: 409 });
    expect((await cms.ask(asha, 'GET', path)).status).toBe(200);
  });
});

describe('leading readers to another page', () => {
  test('does so in every language', async () => {
    const [copy, target] = [await desk.published(), await desk.published()];
    await desk.translated(copy, 1);
    const to = { kind: 'principles', document: target.id };
    expect(await desk.take(tom, copy, 'redirect', { to })).toMatchObject({ state: 'withdrawn' });
    const [english, polish] = [await desk.newest(copy), await desk.newest(copy, 'pl')];
    expect(english).toMatchObject({ action: 'redirected', redirectTo: to });
    expect(polish).toMatchObject({ action: 'redirected', redirectTo: to });
  });

  test('is refused to itself, to what leads on itself, to what is withdrawn, and in a circle', async () => {
    const [one, other, third] = [
      await desk.published(),
      await desk.published(),
      await desk.published(),
    ];
    const to = ({ id }: { id: string }) => ({ to: { kind: 'principles', document: id } });
    expect((await desk.attempt(tom, one, 'redirect', to(one))).status).toBe(409);
    await desk.take(tom, one, 'redirect', to(other));
    expect((await desk.attempt(tom, other, 'redirect', to(one))).status).toBe(409);
    expect((await desk.attempt(tom, third, 'redirect', to(one))).status).toBe(409);
    await desk.take(tom, third, 'withdraw', { explanation: 'Closed.' });
    expect((await desk.attempt(tom, other, 'redirect', to(third))).status).toBe(409);
    expect(await desk.newest(other)).toMatchObject({ action: 'published', number: 1 });
  });

  test('is refused to what has no page', async () => {
    const copy = await desk.published();
    const fact = { type: 'contact', label: 'Line', slug: 'line', telephone: '01632 960000' };
    const { doc } = await (await cms.ask(tom, 'POST', '/api/facts', fact)).json();
    const alone = { alone: { as: 'emergency', reason: 'A test' } };
    await cms.ask(tom, 'POST', `/api/facts/${doc.id}/publish`, { revision: 1, ...alone });
    const to = { kind: 'facts', document: doc.id };
    expect((await desk.attempt(tom, copy, 'redirect', { to })).status).toBe(409);
  });

  test('ends when the page is published again', async () => {
    const [copy, target] = [await desk.published(), await desk.published()];
    await desk.take(tom, copy, 'redirect', { to: { kind: 'principles', document: target.id } });
    await desk.publish(copy, minor);
    expect(await desk.newest(copy)).toMatchObject({ action: 'published', number: 3 });
  });
});

describe('removal', () => {
  test('leaves of the record only that there was one', async () => {
    const copy = await desk.written(asha, 'Kanarienvogel-4711');
    await desk.take(asha, copy, 'submit', { change: 'major', changeNote: 'Kanarienvogel-4711' });
    await desk.take(tom, copy, 'ask-amendments', { why: 'Take Kanarienvogel-4711 out' });
    await cms.ask(asha, 'POST', `/api/principles/${copy.id}/removal`, { reason: 'Law' });
    await cms.ask(tom, 'POST', `/api/principles/${copy.id}/removal/confirm`, {});
    const record = await cms.payload.db.connection
      .collection('workflow')
      .findOne({ document: copy.id });
    expect(record).toMatchObject({ state: 'removed', title: '', amendments: null });
    expect(JSON.stringify(record)).not.toContain('Kanarienvogel');
  });
});

async function lastEvent(document: string, did?: string) {
  const events = cms.payload.db.connection.collection('audit-events');
  const which = did === undefined ? { document } : { document, did };
  return events.findOne(which, { sort: { position: -1 } });
}
