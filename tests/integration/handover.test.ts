import { beforeAll, describe, expect, test } from 'vitest';
import { type Account, type Cms, startCms } from '../support/cms.ts';
import { principle } from '../support/texts.ts';

const PASSWORD = 'a long password for tests only';

let cms: Cms;
let administrator: Account;
let publisher: Account;
let heir: Account;
let notify: typeof import('../../cms/src/mail/notify.ts').notify;
let outbox: typeof import('../../cms/src/mail/messages.ts').outbox;
let brokenLink: typeof import('../../cms/src/publishing/audit.ts').brokenLink;

beforeAll(async () => {
  cms = await startCms();
  administrator = await cms.account('administrator');
  publisher = await cms.account('publisher');
  heir = await cms.account('editor', 'heir');
  ({ notify } = await import('../../cms/src/mail/notify.ts'));
  ({ outbox } = await import('../../cms/src/mail/messages.ts'));
  ({ brokenLink } = await import('../../cms/src/publishing/audit.ts'));
});

describe('the work of somebody who leaves', () => {
  test('goes to whoever takes over: what they answer for, and what they began', async () => {
    const { began, leaver, owned } = await aLeaver('asha');
    expect((await handOver(leaver)).status).toBe(200);
    expect([(await recordOf(owned)).owner, (await recordOf(began)).owner]).toEqual([
      heir.email,
      heir.email,
    ]);
  });

  test('keeps the name of whoever wrote it', async () => {
    const { began, leaver } = await aLeaver('zadie');
    await handOver(leaver);
    const answer = await cms.ask(heir, 'GET', `/api/principles/${began.id}`);
    expect(await answer.json()).toMatchObject({ savedBy: 'zadie' });
    expect((await recordOf(began)).submitted.by).toBe(leaver.email);
  });

  test('can be approved by whoever takes over, who did not write it', async () => {
    const { began, leaver } = await aLeaver('noor');
    const second = await cms.account('publisher', 'takes-over');
    await handOver(leaver, second);
    const path = `/api/principles/${began.id}/steps/approve`;
    expect((await cms.ask(second, 'POST', path, { revision: 1 })).status).toBe(200);
  });

  test('leaves alone what others answer for, and what is done', async () => {
    const { leaver } = await aLeaver('olu');
    const done = await written(publisher);
    await cms.ask(publisher, 'POST', `/api/principles/${done.id}/steps/emergency`, {
      ...{ revision: 1, reason: 'The line is dead.' },
    });
    await handOver(leaver);
    expect((await recordOf(done)).owner).toBeNull();
  });

  test('is told to whoever takes over, with every message that waited for the leaver', async () => {
    const { leaver, owned } = await aLeaver('mei');
    await outbox(cms.payload).deleteMany({});
    await notify(cms.payload, {
      ...{ what: 'amendments', kind: 'principles', document: owned.id, title: 'Waiting' },
      ...{ by: publisher.email, note: null, to: [leaver.email] },
    });
    await handOver(leaver);
    await notify(cms.payload, {
      ...{ what: 'comment', kind: 'principles', document: owned.id, title: 'Later' },
      ...{ by: publisher.email, note: null, to: [leaver.email] },
    });
    const waiting = await outbox(cms.payload).find().sort({ at: 1 }).toArray();
    expect(waiting.map(({ to, what }) => [to, what])).toEqual([
      [heir.email, 'amendments'],
      [heir.email, 'handover'],
      [heir.email, 'comment'],
    ]);
  });

  test('stands in the audit, document by document, and the audit is whole', async () => {
    const { began, leaver, owned } = await aLeaver('ines');
    await handOver(leaver);
    const events = await cms.payload.db.connection
      .collection('audit-events')
      .find({ reason: { $regex: `${leaver.email}|handed over to` } })
      .sort({ position: -1 })
      .limit(3)
      .toArray();
    expect(events.map(({ by, did }) => [by, did])).toEqual([
      [administrator.email, 'closed an account'],
      [administrator.email, 'handed over'],
      [administrator.email, 'handed over'],
    ]);
    expect(new Set(events.slice(1).map(({ document }) => document))).toEqual(
      new Set([began.id, owned.id]),
    );
    expect(await brokenLink(cms.payload)).toBeNull();
  });
});

describe('the account of somebody who left', () => {
  test('ends: its session, its password, and the way to another one', async () => {
    const { leaver } = await aLeaver('jo');
    const token = await cms.payload.forgotPassword({
      ...{ collection: 'users', data: { email: leaver.email }, disableEmail: true },
    });
    await handOver(leaver);
    const seen = await cms.ask(leaver, 'GET', '/api/principles');
    const signIn = { email: leaver.email, password: PASSWORD };
    const again = await cms.ask(null, 'POST', '/api/users/login', signIn);
    const reset = { token, password: 'another long password' };
    const another = await cms.ask(null, 'POST', '/api/users/reset-password', reset);
    expect([seen.status, again.status, another.status]).toEqual([403, 401, 403]);
  });

  test('is not opened again by a new role', async () => {
    const { leaver } = await aLeaver('sol');
    await handOver(leaver);
    const path = `/api/users/${await idOf(leaver)}`;
    await cms.ask(administrator, 'PATCH', path, { roles: ['editor'], closedAt: null });
    const signIn = { email: leaver.email, password: PASSWORD };
    expect((await cms.ask(null, 'POST', '/api/users/login', signIn)).status).toBe(401);
  });

  test('keeps its name beside what it wrote', async () => {
    const { leaver } = await aLeaver('val');
    await handOver(leaver);
    const answer = await cms.ask(administrator, 'GET', `/api/users/${await idOf(leaver)}`);
    expect(await answer.json()).toMatchObject({ name: 'val', handedTo: heir.email });
  });
});

describe('handing over', () => {
  test.each(['editor', 'publisher', 'translator'] as const)('is no %s’s to do', async (role) => {
    const { leaver } = await aLeaver(`left-${role}`);
    const as = await cms.account(role, `not-administrator-${role}`);
    const path = `/api/users/${await idOf(leaver)}`;
    const asked = await cms.ask(as, 'POST', `${path}/hand-over`, { to: await idOf(heir) });
    const work = await cms.ask(as, 'GET', `${path}/work`);
    expect([asked.status, work.status]).toEqual([403, 403]);
    expect((await cms.ask(leaver, 'GET', '/api/principles')).status).toBe(200);
  });

  test('is not done to oneself', async () => {
    expect((await handOver(administrator)).status).toBe(409);
  });

  test('goes to nobody who left, to no program, and not back to the leaver', async () => {
    const { leaver } = await aLeaver('tam');
    const gone = (await aLeaver('gone')).leaver;
    await handOver(gone);
    const press = await cms.account('press');
    const heirs = [gone, press, leaver];
    const statuses = [];
    for (const each of heirs) statuses.push((await handOver(leaver, each)).status);
    expect(statuses).toEqual([409, 409, 409]);
  });

  test('is all or nothing', async () => {
    const { began, leaver, owned } = await aLeaver('ren');
    const { handOver: act } = await import('../../cms/src/handover/hand-over.ts');
    const ids = { from: await idOf(leaver), to: await idOf(heir) };
    const db = cms.payload.db as unknown as {
      deleteMany: (said: { collection: string }) => unknown;
    };
    const { deleteMany } = db;
    // The last thing but the audit: who has what open.
    db.deleteMany = () => Promise.reject(new Error('The database is gone'));
    await expect(act(cms.payload, { ...ids, by: administrator.email })).rejects.toThrow('gone');
    db.deleteMany = deleteMany;
    expect([(await recordOf(began)).owner, (await recordOf(owned)).owner]).toEqual([
      null,
      leaver.email,
    ]);
    expect((await cms.ask(leaver, 'GET', '/api/principles')).status).toBe(200);
  });

  test('shows beforehand what goes along, and who could take over', async () => {
    const { began, leaver, owned } = await aLeaver('kit');
    const answer = await cms.ask(administrator, 'GET', `/api/users/${await idOf(leaver)}/work`);
    const work = (await answer.json()) as {
      documents: { document: string }[];
      heirs: { name: string }[];
    };
    expect(work.documents.map(({ document }) => document).toSorted()).toEqual(
      [began.id, owned.id].toSorted(),
    );
    const names = work.heirs.map(({ name }) => name);
    expect([names.includes('heir'), names.includes('kit'), names.includes('press')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

type Copy = { readonly id: string };
let lastNumber = 0;

/** Somebody who answers for one document that others wrote, and has another under review. */
async function aLeaver(name: string): Promise<{ leaver: Account; owned: Copy; began: Copy }> {
  const leaver = await cms.account('editor', name);
  const owned = await written(publisher);
  const began = await written(leaver);
  await cms.ask(leaver, 'POST', `/api/principles/${began.id}/steps/submit`, { revision: 1 });
  await cms.payload.db.updateOne({
    collection: 'workflow',
    where: { document: { equals: owned.id } },
    data: { owner: leaver.email },
  });
  return { leaver, owned, began };
}

async function written(by: Account): Promise<Copy> {
  lastNumber += 1;
  const answer = await cms.ask(by, 'POST', '/api/principles', principle({ number: lastNumber }));
  return ((await answer.json()) as { doc: Copy }).doc;
}

async function handOver(leaver: Account, to = heir): Promise<Response> {
  const path = `/api/users/${await idOf(leaver)}/hand-over`;
  return cms.ask(administrator, 'POST', path, { to: await idOf(to) });
}

async function recordOf({ id }: Copy) {
  return (await cms.ask(publisher, 'GET', `/api/principles/${id}/workflow`)).json();
}

async function idOf({ email }: Account): Promise<string> {
  const where = { email: { equals: email } };
  const { docs } = await cms.payload.find({ collection: 'users', where, overrideAccess: true });
  return String(docs[0]?.id);
}
