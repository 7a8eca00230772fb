import { beforeAll, describe, expect, test } from 'vitest';
import { type Account, type Cms, startCms } from '../support/cms.ts';

type Copy = { id: string; revision: number; savedBy: string; title?: string; summary?: string };

let cms: Cms;
let editor: Account;
let publisher: Account;

beforeAll(async () => {
  cms = await startCms();
  editor = await cms.account('editor', 'Asha');
  publisher = await cms.account('publisher', 'Tom');
});

describe('a working copy', () => {
  test('is saved with next to nothing in it', async () => {
    const answer = await cms.ask(editor, 'POST', '/api/guides', { title: 'Starting school' });
    expect(answer.status).toBe(201);
  });

  test('says who saved it, whatever the client says', async () => {
    const answer = await cms.ask(editor, 'POST', '/api/guides', {
      savedBy: 'Somebody else',
      revision: 90,
    });
    expect((await answer.json()).doc).toMatchObject({ savedBy: 'Asha', revision: 1 });
  });

  test('counts its revisions', async () => {
    const guide = await aGuide();
    const answer = await save(editor, guide, { title: 'Second' });
    expect((await answer.json()).doc.revision).toBe(guide.revision + 1);
  });
});

describe('a save that started from an older revision', () => {
  test('is refused with the name of who was quicker', async () => {
    const guide = await aGuide();
    await save(publisher, guide, { title: "Tom's title" });
    const answer = await save(editor, guide, { title: "Asha's title" });
    const [error] = (await answer.json()).errors;
    expect({ status: answer.status, message: error.message }).toEqual({
      status: 409,
      message: expect.stringMatching(/^Tom saved this on \d+ \w+ \d{4} at \d\d\.\d\d/),
    });
  });

  test('says so without a colon, at which the message box would break it', async () => {
    const guide = await aGuide();
    await save(publisher, guide, { title: 'First' });
    const answer = await save(editor, guide, { title: 'Second' });
    expect((await answer.json()).errors[0].message).not.toContain(':');
  });

  test('writes nothing, not even a version', async () => {
    const guide = await aGuide();
    await save(publisher, guide, { title: "Tom's title" });
    await save(editor, guide, { title: "Asha's title" });
    const { docs } = await versionsOf(guide);
    expect(docs.map(({ version }) => (version as Copy).title)).toEqual(["Tom's title", 'Guide']);
  });

  test('is refused in the Local API too', async () => {
    const guide = await aGuide();
    await save(publisher, guide, { title: 'First' });
    const data = { title: 'Second', revision: guide.revision } as never;
    const stale = cms.payload.update({
      collection: 'guides',
      id: guide.id,
      data,
      overrideAccess: true,
    });
    await expect(stale).rejects.toMatchObject({ status: 409 });
  });

  test('is refused for all documents of a bulk change when one of them has moved on', async () => {
    const [one, other] = [await aGuide(), await aGuide()];
    await save(publisher, one, { title: 'Moved on' });
    const where = `where[id][in][0]=${one.id}&where[id][in][1]=${other.id}`;
    await cms.ask(editor, 'PATCH', `/api/guides?${where}`, { title: 'Bulk', revision: 1 });
    expect([await titleOf(one), await titleOf(other)]).toEqual(['Moved on', 'Guide']);
  });

  test('does not tell a translator, who may not save, what others do', async () => {
    const translator = await cms.account('translator', 'Ewa');
    const guide = await aGuide();
    expect((await save(translator, { ...guide, revision: 0 }, {})).status).toBe(403);
  });
});

describe('a save that names no revision', () => {
  test('is refused', async () => {
    const guide = await aGuide();
    const answer = await cms.ask(editor, 'PATCH', `/api/guides/${guide.id}`, { title: 'Blind' });
    expect(answer.status).toBe(409);
  });

  test('is refused as a bulk change', async () => {
    const guide = await aGuide();
    await cms.ask(editor, 'PATCH', '/api/guides?where[title][exists]=true', { title: 'Blind' });
    expect(await titleOf(guide)).toBe('Guide');
  });
});

test('of five saves in the same instant one is written', async () => {
  const guide = await aGuide();
  const titles = ['a', 'b', 'c', 'd', 'e'];
  const answers = await Promise.all(titles.map((title) => save(editor, guide, { title })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
});

test('an older version is not put back over newer work', async () => {
  const guide = await aGuide();
  await save(publisher, guide, { title: 'Newer' });
  const { docs } = await versionsOf(guide);
  await cms.ask(editor, 'POST', `/api/guides/versions/${docs.at(-1)?.id}`);
  expect(await titleOf(guide)).toBe('Newer');
});

async function aGuide(): Promise<Copy> {
  const answer = await cms.ask(editor, 'POST', '/api/guides', { title: 'Guide' });
  return (await answer.json()).doc;
}

function save(as: Account, { id, revision }: Copy, data: object): Promise<Response> {
  return cms.ask(as, 'PATCH', `/api/guides/${id}`, { ...data, revision });
}

function versionsOf({ id }: Copy) {
  const where = { parent: { equals: id } };
  return cms.payload.findVersions({
    collection: 'guides',
    where,
    sort: '-createdAt',
    overrideAccess: true,
  });
}

async function titleOf({ id }: Copy): Promise<string | undefined> {
  const guide = await cms.payload.findByID({ collection: 'guides', id, overrideAccess: true });
  return (guide as unknown as Copy).title;
}
