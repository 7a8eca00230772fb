import { wallTimeAt } from '@charterpress/shared/domain/london-time.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Approved, type Desk, desk, sound } from '../support/approved.ts';
import { type Account, type Cms, startCms } from '../support/cms.ts';
import { targetsOfComing } from '../support/translated.ts';

let cms: Cms;
let staff: Desk;
let publisher: Account;
let clock: typeof import('../../cms/src/jobs/clock.ts');
let stored: typeof import('../../cms/src/publishing/stored.ts');

beforeAll(async () => {
  cms = await startCms();
  staff = await desk(cms);
  publisher = staff.publisher;
  clock = await import('../../cms/src/jobs/clock.ts');
  stored = await import('../../cms/src/publishing/stored.ts');
});

type Shown = {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly revision: number;
  readonly goesLiveAt: string;
  readonly liveAt: string | null;
  readonly failure: { readonly why: string } | null;
  readonly items: readonly { readonly document: string; readonly version: string }[];
};

const HOUR = 3_600_000;

function inAnHour(): { wall: string } {
  return wallTimeAt(new Date(Date.now() + HOUR).toISOString());
}

function ask(as: Account | null, method: string, path: string, body?: unknown): Promise<Response> {
  return cms.ask(as, method, `/api/bundles${path}`, body);
}

function chosen({ document, kind, revision }: Approved) {
  return { kind, document, revision };
}

async function bundleOf(documents: readonly Approved[], said: object = {}): Promise<Shown> {
  const body = { title: 'Hubs open', goesLive: inAnHour(), items: documents.map(chosen), ...said };
  return (await sound(await ask(publisher, 'POST', '', body))) as Shown;
}

async function shown(id: string): Promise<Shown> {
  return (await sound(await ask(publisher, 'GET', `/${id}`))) as Shown;
}

/** What the worker does at that moment. */
function at(moment: string, later = 0): Promise<void> {
  return clock.publishDue(cms.payload, new Date(Date.parse(moment) + later));
}

function live({ document, kind }: Approved) {
  return stored.newestEdition(cms, { kind, document, language: 'en' });
}

async function audit(document: string): Promise<readonly string[]> {
  const { docs } = await cms.payload.find({
    collection: 'audit-events' as never,
    where: { document: { equals: document } },
    sort: 'position',
    pagination: false,
    overrideAccess: true,
  });
  return (docs as unknown as { did: string }[]).map(({ did }) => did);
}

async function messages(answer: Response): Promise<readonly string[]> {
  return ((await answer.json()) as { messages: string[] }).messages;
}

describe('a bundle', () => {
  test('puts its documents on the schedule, with an event for each', async () => {
    const document = await staff.approved('Parents are partners');
    const { id } = await bundleOf([document]);
    expect(await staff.workflow(document)).toMatchObject({ state: 'scheduled', bundle: id });
    expect(await audit(document.document)).toEqual(['submitted', 'approved', 'scheduled']);
    expect(await audit(id)).toEqual(['made a bundle']);
  });

  test('goes live as a whole at its moment, and at one', async () => {
    const documents = [await staff.approved('One'), await staff.approved('Two')];
    const { id, goesLiveAt } = await bundleOf(documents);
    await at(goesLiveAt, -1);
    expect(await Promise.all(documents.map(live))).toEqual([null, null]);
    await at(goesLiveAt);
    const [one, two] = await Promise.all(documents.map(live));
    expect([one?.content?.statement, two?.content?.statement]).toEqual(['One', 'Two']);
    expect(one?.publishedAt).toBe(two?.publishedAt);
    expect(await shown(id)).toMatchObject({ state: 'live', liveAt: one?.publishedAt });
    expect(await staff.workflow(documents[0] as Approved)).toMatchObject({
      state: 'published',
      bundle: null,
    });
  });

  test('publishes what was approved, whatever was written since', async () => {
    const document = await staff.approved('What was approved');
    const { goesLiveAt } = await bundleOf([document]);
    await staff.reword(document, 'What nobody approved');
    await at(goesLiveAt);
    expect((await live(document))?.content?.statement).toBe('What was approved');
    expect(await staff.workflow(document)).toMatchObject({ state: 'draft' });
  });

  test('is published once, however often and however many look', async () => {
    const document = await staff.approved('Once');
    const { goesLiveAt } = await bundleOf([document]);
    const other = await cms.another('a second worker');
    const due = new Date(goesLiveAt);
    await Promise.all([
      clock.publishDue(cms.payload, due),
      clock.publishDue(other, due),
      clock.publishDue(cms.payload, due),
    ]);
    await clock.publishDue(other, due);
    expect((await live(document))?.number).toBe(1);
    expect((await audit(document.document)).filter((did) => /live/.test(did))).toHaveLength(1);
  });

  test.each(['editor', 'administrator', 'translator'] as const)(
    'is not made by: %s',
    async (role) => {
      const document = await staff.approved('Not theirs');
      const account = await cms.account(role, `${role}-who-plans`);
      const body = { title: 'Theirs', goesLive: inAnHour(), items: [chosen(document)] };
      expect((await ask(account, 'POST', '', body)).status).toBe(403);
      expect(
        (await staff.step(account, document, 'schedule', { goesLive: inAnHour() })).status,
      ).toBe(403);
      expect(await staff.workflow(document)).toMatchObject({ state: 'approved' });
    },
  );

  test('is not changed or cancelled by an editor', async () => {
    const document = await staff.approved('Held');
    const { id, revision } = await bundleOf([document]);
    const body = { title: 'Mine', goesLive: inAnHour(), items: [chosen(document)], revision };
    expect((await ask(staff.editor, 'PATCH', `/${id}`, body)).status).toBe(403);
    expect((await ask(staff.editor, 'POST', `/${id}/cancel`, { revision })).status).toBe(403);
    expect(await shown(id)).toMatchObject({ state: 'waiting', title: 'Hubs open' });
  });

  test('without documents is refused with a sentence', async () => {
    const body = { title: 'Empty', goesLive: inAnHour(), items: [] };
    const answer = await ask(publisher, 'POST', '', body);
    expect(answer.status).toBe(422);
    expect(await messages(answer)).toEqual(['Choose at least one approved document.']);
  });

  test('holds no draft', async () => {
    const draft = await staff.written('A draft');
    const body = { title: 'Hubs', goesLive: inAnHour(), items: [chosen(draft)] };
    const answer = await ask(publisher, 'POST', '', body);
    expect(answer.status).toBe(422);
    expect((await messages(answer))[0]).toContain('approved first');
  });

  test('holds no document that waits in another', async () => {
    const document = await staff.approved('Wanted twice');
    await bundleOf([document], { title: 'The first' });
    const body = { title: 'The second', goesLive: inAnHour(), items: [chosen(document)] };
    const answer = await ask(publisher, 'POST', '', body);
    expect(answer.status).toBe(422);
    expect((await messages(answer))[0]).toContain("'The first'");
  });

  test('of two that want one document at once, one gets it', async () => {
    const document = await staff.approved('Wanted at once');
    const body = { title: 'Mine', goesLive: inAnHour(), items: [chosen(document)] };
    const answers = await Promise.all([1, 2, 3].map(() => ask(publisher, 'POST', '', body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422]);
  });

  test('does not go live in the past, nor at a time that never comes', async () => {
    const document = await staff.approved('At no time');
    const wrong = ['2026-01-01T09:00', '2027-03-28T01:30', '2027-10-31T01:30'];
    const answers = await Promise.all(
      wrong.map((wall) =>
        ask(publisher, 'POST', '', {
          title: 'Never',
          goesLive: { wall },
          items: [chosen(document)],
        }),
      ),
    );
    expect(await Promise.all(answers.map(messages))).toEqual([
      [expect.stringContaining('still to come')],
      [expect.stringContaining('the next that comes is 02:00')],
      [expect.stringContaining('comes twice')],
    ]);
  });

  test('goes live at the second of two hours when that is said', async () => {
    const document = await staff.approved('At night');
    const goesLive = { wall: '2027-10-31T01:30', which: 'second' };
    expect(await bundleOf([document], { goesLive })).toMatchObject({
      goesLiveAt: '2027-10-31T01:30:00.000Z',
      goesLive,
    });
  });

  test('can be given another time and other documents', async () => {
    const [stays, leaves, comes] = await Promise.all(
      ['Stays', 'Leaves', 'Comes'].map((each) => staff.approved(each)),
    );
    const { id, revision } = await bundleOf([stays as Approved, leaves as Approved]);
    const body = {
      title: 'Hubs open later',
      goesLive: { wall: '2027-07-01T09:00' },
      items: [stays, comes].map((each) => chosen(each as Approved)),
      revision,
    };
    const changed = (await sound(await ask(publisher, 'PATCH', `/${id}`, body))) as Shown;
    expect(changed).toMatchObject({
      title: 'Hubs open later',
      goesLiveAt: '2027-07-01T08:00:00.000Z',
    });
    const states = await Promise.all(
      [stays, leaves, comes].map(async (each) => (await staff.workflow(each as Approved)).state),
    );
    expect(states).toEqual(['scheduled', 'approved', 'scheduled']);
    expect((await ask(publisher, 'PATCH', `/${id}`, body)).status).toBe(409);
  });

  test('that was cancelled publishes nothing, and frees its documents', async () => {
    const document = await staff.approved('Called off');
    const { id, revision, goesLiveAt } = await bundleOf([document]);
    await sound(await ask(publisher, 'POST', `/${id}/cancel`, { revision }));
    await at(goesLiveAt);
    expect(await live(document)).toBeNull();
    expect(await staff.workflow(document)).toMatchObject({ state: 'approved', bundle: null });
    await sound(await staff.step(publisher, document, 'publish'));
    expect((await live(document))?.number).toBe(1);
  });

  test('that is live is not changed or cancelled', async () => {
    const document = await staff.approved('Over');
    const { id, goesLiveAt } = await bundleOf([document]);
    await at(goesLiveAt);
    const { revision } = await shown(id);
    expect((await ask(publisher, 'POST', `/${id}/cancel`, { revision })).status).toBe(409);
  });
});

describe('one document', () => {
  test('is scheduled by a step of its own, and taken off by another', async () => {
    const document = await staff.approved('Alone');
    const goesLive = { wall: '2027-07-01T09:00' };
    await sound(await staff.step(publisher, document, 'schedule', { goesLive }));
    const { bundle, state } = await staff.workflow(document);
    expect(state).toBe('scheduled');
    expect(await shown(String(bundle))).toMatchObject({ goesLiveAt: '2027-07-01T08:00:00.000Z' });
    await sound(await staff.step(publisher, document, 'unschedule'));
    expect(await staff.workflow(document)).toMatchObject({ state: 'approved', bundle: null });
    expect(await shown(String(bundle))).toMatchObject({ state: 'cancelled' });
  });

  test('is not scheduled by somebody who looks at an older text', async () => {
    const document = await staff.approved('Moved on');
    await staff.reword(document, 'Moved on by now');
    const answer = await staff.step(publisher, document, 'schedule', { goesLive: inAnHour() });
    expect(answer.status).toBe(409);
  });

  test('is not thrown away while a time is set for it', async () => {
    const document = await staff.approved('Not to be missed');
    const discard = () =>
      cms.ask(publisher, 'DELETE', `/api/${document.kind}/${document.document}`);
    await sound(await staff.step(publisher, document, 'schedule', { goesLive: inAnHour() }));
    expect((await discard()).status).toBe(409);
    await sound(await staff.step(publisher, document, 'unschedule'));
    expect((await discard()).status).toBe(200);
  });

  test('leaves a bundle that goes live without it', async () => {
    const [stays, leaves] = [await staff.approved('In'), await staff.approved('Out')];
    const { goesLiveAt } = await bundleOf([stays, leaves]);
    await sound(await staff.step(publisher, leaves, 'unschedule'));
    await at(goesLiveAt);
    expect([(await live(stays))?.number, await live(leaves)]).toEqual([1, null]);
  });
});

describe('its embargo', () => {
  let document: Approved;
  beforeAll(async () => {
    document = await staff.approved('Nothing before noon');
    await bundleOf([document], { title: 'At noon' });
  });

  test.each([
    ['publish', {}],
    ['correct', { reason: 'typing-error', change: 'minor' }],
    ['emergency', { reason: 'It cannot wait', change: 'major', changeNote: 'It cannot wait' }],
  ])('refuses to %s it, with a sentence', async (step, said) => {
    const answer = await staff.step(publisher, document, step, said);
    expect(answer.status).toBe(409);
    expect(((await answer.json()) as { message: string }).message).toMatch(/'At noon'|scheduled/);
    expect(await live(document)).toBeNull();
  });

  test('refuses to publish it by the older door', async () => {
    const path = `/api/principles/${document.document}/publish`;
    const body = { revision: document.revision };
    const alone = { as: 'emergency', reason: 'It cannot wait' };
    expect((await cms.ask(publisher, 'POST', path, body)).status).toBe(409);
    expect((await cms.ask(publisher, 'POST', path, { ...body, alone })).status).toBe(409);
    expect(await live(document)).toBeNull();
  });

  test('refuses code that publishes it without asking the desk', async () => {
    const { publish } = await import('../../cms/src/publishing/publish.ts');
    const version = (await cms.payload.findByID({
      collection: 'principles',
      id: document.document,
      depth: 0,
      overrideAccess: true,
    })) as never;
    const done = await publish(cms.payload, {
      kind: 'principles',
      document: document.document,
      language: 'en',
      version,
      change: 'major',
      changeNote: null,
      by: 'a program',
    });
    expect(done).toMatchObject({ ok: false, refused: 'embargo', title: 'At noon' });
  });
});

describe('a bundle that failed to publish', () => {
  const FIVE_MINUTES = 5 * 60_000;
  const wasMissed = async (documents: readonly Approved[]) => {
    const bundle = await bundleOf(documents, { title: 'Missed' });
    await at(bundle.goesLiveAt, FIVE_MINUTES + 1);
    return shown(bundle.id);
  };

  test('because its moment was missed says so, with its documents, and publishes nothing', async () => {
    const document = await staff.approved('Too late');
    const { failure, id, state } = await wasMissed([document]);
    expect(state).toBe('failed');
    expect(failure?.why).toMatch(/^It was to go live on .* and nothing was running/);
    expect(await live(document)).toBeNull();
    expect(await staff.workflow(document)).toMatchObject({ state: 'failed', failure });
    expect(await audit(id)).toEqual(['made a bundle', 'failed to publish']);
  });

  test('is told to its publisher once, however many look', async () => {
    const { goesLiveAt, id } = await bundleOf([await staff.approved('Told once')]);
    await Promise.all([1, 2, 3].map(() => at(goesLiveAt, FIVE_MINUTES + 1)));
    const { docs } = await cms.payload.find({
      collection: 'messages' as never,
      where: { what: { equals: 'failed' }, document: { equals: id } },
      overrideAccess: true,
    });
    expect((docs as unknown as { to: string }[]).map(({ to }) => to)).toEqual([publisher.email]);
  });

  test('turns the health of the CMS bad until a publisher deals with it', async () => {
    await everythingDealtWith();
    expect((await health()).status).toBe(200);
    const { id, revision } = await wasMissed([await staff.approved('Seen from outside')]);
    const bad = await health();
    expect(bad.status).toBe(503);
    const { wrong } = (await bad.json()) as { wrong: string[] };
    expect(wrong).toEqual([expect.stringMatching(/^What was to go live on .* failed to publish/)]);
    await sound(await ask(publisher, 'POST', `/${id}/cancel`, { revision }));
    expect((await health()).status).toBe(200);
  });

  test('can be given a time again, and goes live then', async () => {
    const document = await staff.approved('Once more');
    const { id, revision } = await wasMissed([document]);
    const body = { title: 'Again', goesLive: inAnHour(), items: [chosen(document)], revision };
    const again = (await sound(await ask(publisher, 'PATCH', `/${id}`, body))) as Shown;
    expect(again).toMatchObject({ state: 'waiting', failure: null });
    await at(again.goesLiveAt);
    expect((await live(document))?.number).toBe(1);
  });

  test('is dealt with when its document gets a time of its own', async () => {
    const document = await staff.approved('By itself');
    const { id } = await wasMissed([document]);
    await sound(await staff.step(publisher, document, 'schedule', { goesLive: inAnHour() }));
    expect(await shown(id)).toMatchObject({ state: 'cancelled', items: [] });
  });

  test('is dealt with when its document is published', async () => {
    const document = await staff.approved('Straight away');
    const { id } = await wasMissed([document]);
    await sound(await staff.step(publisher, document, 'publish'));
    expect((await live(document))?.number).toBe(1);
    expect(await shown(id)).toMatchObject({ state: 'cancelled', items: [] });
  });

  test('because a text is not the approved one any more publishes none of it', async () => {
    const [sound, changed] = [await staff.approved('Sound'), await staff.approved('Approved so')];
    const { id, goesLiveAt, items } = await bundleOf([sound, changed]);
    await changeVersion(items[1]?.version ?? '', 'Slipped in');
    await at(goesLiveAt);
    expect(await shown(id)).toMatchObject({
      state: 'failed',
      failure: { why: expect.stringMatching(/is not the one that was approved/) },
    });
    expect(await Promise.all([sound, changed].map(live))).toEqual([null, null]);
  });

  test('because one of its documents was withdrawn meanwhile does not bring that back', async () => {
    const document = await staff.approved('On the site');
    await sound(await staff.step(publisher, document, 'publish'));
    const newer = await staff.reword(document, 'Newer');
    await sound(await staff.step(staff.editor, newer, 'submit', { change: 'minor' }));
    await sound(await staff.step(publisher, newer, 'approve'));
    const { id, goesLiveAt } = await bundleOf([newer]);
    const { withdraw } = await import('../../cms/src/publishing/withdraw.ts');
    const { document: which, kind } = newer;
    const of = { kind, document: which, language: 'en', by: 'a program', explanation: 'Wrong' };
    await withdraw(cms.payload, of as never);
    await at(goesLiveAt);
    expect(await shown(id)).toMatchObject({ state: 'failed' });
    expect((await live(document))?.action).toBe('withdrawn');
  });
});

async function changeVersion(version: string, statement: string): Promise<void> {
  const versions = cms.payload.db.versions.principles;
  await versions?.updateOne({ _id: version }, { $set: { 'version.statement': statement } });
}

function health(): Promise<Response> {
  return cms.ask(null, 'GET', '/api/health');
}

async function everythingDealtWith(): Promise<void> {
  const { bundles } = (await sound(await ask(publisher, 'GET', ''))) as { bundles: Shown[] };
  for (const { id, revision } of bundles.filter(({ state }) => state === 'failed')) {
    await sound(await ask(publisher, 'POST', `/${id}/cancel`, { revision }));
  }
}

describe('a language version', () => {
  test('goes live with the English of the same bundle, which it is made from', async () => {
    const document = await staff.approved('Parents are heard');
    const { makeBundle } = await import('../../cms/src/bundles/planning.ts');
    const { createLocalReq } = await import('payload');
    const { docs } = await cms.payload.find({
      collection: 'users',
      where: { email: { equals: publisher.email } },
      overrideAccess: true,
    });
    const req = await createLocalReq({ user: docs[0] as never }, cms.payload);
    const of = { kind: 'principles', document: document.document } as const;
    const made = await makeBundle(req, {
      title: 'In two languages',
      goesLive: inAnHour(),
      items: [
        {
          ...of,
          language: 'pl',
          targets: await targetsOfComing(cms.payload, of, () => 'Słuchamy.'),
          sourceEdition: null,
          change: 'major',
          changeNote: null,
        },
        chosen(document),
      ],
    });
    expect(made).toMatchObject({ ok: true });
    await at(made.ok ? made.bundle.goesLiveAt : '');
    const english = await live(document);
    const polish = await stored.newestEdition(cms, {
      kind: 'principles',
      document: document.document,
      language: 'pl',
    });
    expect(polish).toMatchObject({ sourceEdition: 1, publishedAt: english?.publishedAt });
  });
});

describe('what is removed', () => {
  const remove = async ({ document, kind }: Approved) => {
    const second = await cms.account('publisher', `publisher-${document}`);
    const path = `/api/${kind}/${document}/removal`;
    await sound(await cms.ask(publisher, 'POST', path, { reason: 'A court said so' }));
    await sound(await cms.ask(second, 'POST', `${path}/confirm`));
  };

  test('leaves its bundle, and the rest goes live', async () => {
    const [stays, goes] = [await staff.approved('Stays'), await staff.approved('Canary-4711')];
    const { goesLiveAt, id } = await bundleOf([stays, goes]);
    await remove(goes);
    await at(goesLiveAt);
    expect(await shown(id)).toMatchObject({ state: 'live', items: [{ document: stays.document }] });
    expect([(await live(stays))?.number, await live(goes)]).toEqual([1, null]);
  });

  test('leaves nothing of itself where it was scheduled alone', async () => {
    const document = await staff.approved('Canary-4711 alone');
    await sound(await staff.step(publisher, document, 'schedule', { goesLive: inAnHour() }));
    const { bundle } = await staff.workflow(document);
    await remove(document);
    expect(await shown(String(bundle))).toMatchObject({ state: 'cancelled', title: '', items: [] });
    const kept = await cms.payload.db.connection.collection('scheduled-bundles').find().toArray();
    expect(JSON.stringify(kept)).not.toContain('Canary-4711');
  });
});
