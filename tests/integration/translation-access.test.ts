/**
 * A translator of Polish can change nothing but Polish: tried at every door, and after each try the whole database is as
 * it was before.
 */
import { kindNames } from '@charterpress/shared/domain/kinds.ts';
import { steps } from '@charterpress/shared/domain/workflow.ts';
import { createLocalReq, type PayloadRequest, type TypedUser } from 'payload';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Desk, desk, sound } from '../support/approved.ts';
import { type Bench, bench, type Work } from '../support/bench-work.ts';
import { type Account, type Cms, startCms } from '../support/cms.ts';
import { doors, type Knock } from '../support/doors.ts';
import { targetsOf } from '../support/translated.ts';
import { watchWrites, wholeDatabase } from '../support/whole-database.ts';

let cms: Cms;
let knock: (knock: Knock) => Promise<Response>;
let staff: Desk;
let zofia: Account;
let user: TypedUser;
let req: PayloadRequest;
let guide: Work;
let version: string;
let urdu: { key: string; hash: string; revision: number };
let polish: Bench;

beforeAll(async () => {
  cms = await startCms();
  knock = await doors();
  staff = await desk(cms);
  zofia = await cms.account('translator', 'zofia', ['pl']);
  const marek = await cms.account('translator', 'marek', ['pl']);
  const headers = new Headers({ authorization: zofia.authorization });
  user = (await cms.payload.auth({ headers })).user as TypedUser;
  req = await createLocalReq({ user: user as never }, cms.payload);
  polish = bench(cms, { staff, translator: zofia, reviewer: marek });
  guide = await polish.guide(['Every family is welcome.', 'It is free.']);
  await polish.reviewed(guide);
  await sound(await polish.release(guide, marek));
  await inUrdu();
  await polish.reword(guide, { title: 'Not public yet' });
  version = await newestVersion();
});

/** Two translators of Urdu have one segment that waits for review, and the rest before readers. */
async function inUrdu(): Promise<void> {
  const [sana, bilal] = [
    await cms.account('translator', 'sana', ['ur']),
    await cms.account('translator', 'bilal', ['ur']),
  ];
  const { actOnSegments } = await import('../../cms/src/translation/segments.ts');
  const { release } = await import('../../cms/src/translation/release.ts');
  const { publicEnglish } = await import('../../cms/src/translation/english.ts');
  const program = await createLocalReq({}, cms.payload);
  const of = { ...guide, language: 'ur' };
  const segments = (await publicEnglish(program, of))?.segments ?? [];
  const words = await targetsOf(cms.payload, guide, () => 'خاندان۔');
  const seen = segments.map(({ hash, key }) => ({ key, hash, revision: 0 }));
  const saves = seen.map((each) => {
    return { ...each, act: 'save', state: 'translated', target: words[each.key] ?? '' } as const;
  });
  const saved = await actOnSegments(program, of, saves, { signedBy: sana.email });
  const waivers = seen.flatMap(({ key }, at) => waiversOf(key, saved.ok ? saved.done[at] : null));
  await actOnSegments(program, of, waivers, { signedBy: sana.email });
  const reviews = seen.map((each) => {
    const revision = 1 + waivers.filter(({ key }) => key === each.key).length;
    return { ...each, revision, act: 'review' } as const;
  });
  await actOnSegments(program, of, reviews, { signedBy: bilal.email });
  expect(await release(program, [{ ...of, signedBy: bilal.email }])).toMatchObject({ ok: true });
  const [first] = reviews;
  urdu = { ...(first as typeof urdu), revision: (first?.revision ?? 0) + 1 };
  const again = { ...urdu, act: 'save', state: 'translated', target: 'ہر خاندان۔' } as const;
  await actOnSegments(program, of, [again], { signedBy: sana.email });
  urdu = { ...urdu, revision: urdu.revision + 1 };
}

function waiversOf(key: string, done: unknown) {
  const { findings = [] } = (done ?? {}) as { findings?: { rule: string }[] };
  return findings.map(({ rule }, at) => {
    return { act: 'waive', key, rule, reason: 'A test.', revision: 1 + at } as const;
  });
}

async function newestVersion(): Promise<string> {
  const { docs } = await cms.payload.findVersions({
    collection: 'guides',
    where: { parent: { equals: guide.document } },
    overrideAccess: true,
  });
  return String(docs[0]?.id);
}

type Try = readonly [name: string, attempt: () => Promise<unknown>];

/** What was answered to each try when it was made. */
const answers = new Map<Try, unknown>();

/** The tries that changed anything, and where. */
async function traces(tries: readonly Try[]): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  let before = await wholeDatabase(cms);
  const isWritten = await watchWrites(cms);
  for (const each of tries) {
    const [name, attempt] = each;
    answers.set(each, await attempt().catch(() => null));
    if (!(await isWritten())) continue;
    const after = await wholeDatabase(cms);
    const changed = Object.keys(after).filter((rows) => after[rows] !== before[rows]);
    found.push(...changed.map((collection) => `${name} changed ${collection}`));
    before = after;
  }
  return found;
}

/** Those that were answered as if they were allowed. */
async function allowed(tries: readonly Try[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const each of tries) {
    const [name, attempt] = each;
    const answer = answers.has(each) ? answers.get(each) : await attempt();
    const isDone = answer instanceof Response && answer.ok && !(await isOfNothing(answer));
    if (isDone) found.push(name);
  }
  return found;
}

/** Payload answers 200 to a change of nothing at all. */
async function isOfNothing(answer: Response): Promise<boolean> {
  const { docs } = (await answer.clone().json()) as { docs?: unknown[] };
  return docs !== undefined && docs.length === 0;
}

function ask(method: string, path: string, body?: unknown, more: Partial<Knock> = {}): Try {
  const as = zofia;
  return [`${method} ${path}`, () => knock({ as, method, path: `/api/${path}`, body, ...more })];
}

const flags = [
  '',
  '?draft=true',
  '?autosave=true',
  '?locale=ur',
  '?locale=all',
  '?publishSpecificLocale=ur',
  '?overrideAccess=true',
  '?trash=true',
  '?depth=0&fallback-locale=ur',
  '?overrideLock=true',
  '?user=administrator',
];
const hidden = [
  'translation-memory',
  ...['segment-keys', 'translation-segments', 'translation-tallies', 'translation-claims'],
  ...['workflow', 'comments', 'scheduled-bundles', 'audit-events', 'counters', 'removals'],
];
const editions = ['guide-editions', 'fact-editions', 'page-editions', 'charter-editions'];

test('a change would be found, in a transaction too', async () => {
  const { connection } = cms.payload.db;
  const comments = connection.collection('comments');
  const _id = new connection.base.mongo.ObjectId();
  const tries: Try[] = [
    ['put in', () => comments.insertOne({ _id })],
    ['left', () => comments.findOne({ _id })],
    [
      'taken out',
      () => connection.transaction((session) => comments.deleteOne({ _id }, { session })),
    ],
  ];
  expect(await traces(tries)).toEqual(['put in changed comments', 'taken out changed comments']);
});

describe('the English', () => {
  test('is not changed over REST, whatever the request says', async () => {
    const id = guide.document;
    const change = { title: 'Mine', revision: 2 };
    const tries = kindNames.flatMap((kind) =>
      flags.flatMap((flag) => [
        ask('POST', `${kind}${flag}`, { title: 'Mine', slug: 'mine' }),
        ask('PATCH', `${kind}/${id}${flag}`, change),
        ask('PUT', `${kind}/${id}${flag}`, change),
        ask('DELETE', `${kind}/${id}${flag}`),
      ]),
    );
    expect(await traces(tries)).toEqual([]);
    expect(await allowed(tries)).toEqual([]);
  });

  test('is not changed in bulk, doubled, restored, or under another method', async () => {
    const id = guide.document;
    const where = `where[id][equals]=${id}`;
    const disguised = ['PATCH', 'DELETE'].map((method) => ({
      headers: { 'x-http-method-override': method, 'x-payload-http-method-override': method },
    }));
    const tries = kindNames.flatMap((kind) => [
      ask('PATCH', `${kind}?${where}`, { title: 'Mine' }),
      ask('PATCH', `${kind}?${where}&draft=true&locale=ur`, { title: 'Mine' }),
      ask('DELETE', `${kind}?${where}`),
      ask('POST', `${kind}/${id}/duplicate`, {}),
      ask('POST', `${kind}/${id}/duplicate?draft=true&locale=ur`, {}),
      ask('POST', `${kind}/versions/${version}`, {}),
      ask('POST', `${kind}/versions/${version}?draft=true`, {}),
      ...disguised.map((as) => ask('POST', `${kind}/${id}`, { title: 'Mine' }, as)),
    ]);
    expect(await traces(tries)).toEqual([]);
    expect(await allowed(tries)).toEqual([]);
  });

  test('is not taken a step further, published, withdrawn, scheduled or removed', async () => {
    const id = `guides/${guide.document}`;
    const said = { revision: 2, change: 'minor', changeNote: null, why: 'Because.' };
    const alone = { as: 'correction', reason: 'typing-error' };
    const tries = [
      ...steps.map((step) => ask('POST', `${id}/steps/${step}`, said)),
      ask('POST', `${id}/publish`, { revision: 2, alone }),
      ask('POST', `${id}/withdraw`, { revision: 2, explanation: 'Over.', language: 'pl' }),
      ask('POST', `${id}/withdraw`, { revision: 2, explanation: 'Over.', language: 'ur' }),
      ask('POST', `${id}/removal`, { reason: 'Mine' }),
      ask('POST', `${id}/removal/confirm`, {}),
      ask('POST', `${id}/review`, { nextReview: '2030-01-01' }),
      ask('POST', 'bundles', { title: 'Mine', goesLive: { wall: '2030-01-01T09:00' }, items: [] }),
      ask('POST', 'urgent-notices', { text: 'Mine' }),
    ];
    expect(await traces(tries)).toEqual([]);
    expect(await allowed(tries)).toEqual([]);
  });

  test('is not changed through the Local API with access kept', async () => {
    const { payload } = cms;
    const kept = { overrideAccess: false, user } as const;
    const id = guide.document;
    const tries: Try[] = kindNames.flatMap((collection): Try[] => {
      const of = { ...kept, collection } as const;
      const data = { title: 'Mine' } as never;
      const where = { id: { equals: id } };
      return [
        [`create ${collection}`, () => payload.create({ ...of, data })],
        [`update ${collection}`, () => payload.update({ ...of, id, data })],
        [`update draft of ${collection}`, () => payload.update({ ...of, id, data, draft: true })],
        [`update many ${collection}`, () => payload.update({ ...of, where, data })],
        [`delete ${collection}`, () => payload.delete({ ...of, id })],
        [`delete many ${collection}`, () => payload.delete({ ...of, where })],
        [`duplicate ${collection}`, () => payload.duplicate({ ...of, id })],
        [`restore ${collection}`, () => payload.restoreVersion({ ...of, id: version })],
      ];
    });
    expect(await traces(tries)).toEqual([]);
  });
});

describe('what was published, and what is kept of translations', () => {
  const kept = [...hidden, ...editions];

  test('is written through no address of Payload', async () => {
    const id = guide.document;
    const some = ['', '?overrideAccess=true', '?draft=true&locale=ur'];
    const rest = kept.flatMap((slug) => [
      ...some.flatMap((flag) => [
        ask('POST', `${slug}${flag}`, { document: id, language: 'ur' }),
        ask('PATCH', `${slug}/${id}${flag}`, { language: 'ur' }),
        ask('DELETE', `${slug}/${id}${flag}`),
      ]),
      ask('PATCH', `${slug}?where[document][equals]=${id}`, { target: 'Mine' }),
      ask('DELETE', `${slug}?where[document][equals]=${id}`),
    ]);
    expect(await traces(rest)).toEqual([]);
    expect(await allowed(rest)).toEqual([]);
  });

  test('is not written through the Local API with access kept', async () => {
    const { payload } = cms;
    const local = kept.flatMap((slug): Try[] => {
      const of = { collection: slug as never, overrideAccess: false, user } as const;
      const data = { document: guide.document } as never;
      const where = { document: { equals: guide.document } };
      return [
        [`create ${slug}`, () => payload.create({ ...of, data })],
        [`update ${slug}`, () => payload.update({ ...of, where, data })],
        [`delete ${slug}`, () => payload.delete({ ...of, where })],
      ];
    });
    expect(await traces(local)).toEqual([]);
  });
});

describe('another language', () => {
  const names = ['ur', 'UR', 'ur%20', '%75%72', 'pl%2F..%2Fur', 'en', 'en-GB', 'bfi', 'pl,ur', '*'];

  test('is not saved, reviewed, confirmed, waived, returned, claimed or released', async () => {
    const { hash, key, revision } = urdu;
    const tries = names.flatMap((language) => {
      const one = `translation/${language}/guides/${guide.document}`;
      const segment = `${one}/segments/${encodeURIComponent(key)}`;
      const save = { revision, hash, target: 'Mine', state: 'translated' };
      return [
        ask('PUT', segment, save),
        ask('PUT', `${segment}?language=pl`, save),
        ask('PUT', segment, { ...save, language: 'pl' }),
        ask('PUT', segment, { ...save, origin: 'machine' }),
        ask('POST', `${segment}/review`, { revision, hash }),
        ask('POST', `${segment}/still-correct`, { revision, hash }),
        ask('POST', `${segment}/return`, { revision, why: 'Mine.' }),
        ask('POST', `${segment}/waive`, { revision, rule: 'length', reason: 'Mine.' }),
        ask('POST', `${one}/claim`, {}),
        ask('POST', `${one}/unclaim`, {}),
        ask('POST', `${one}/release`, { revisionOfEnglish: 1 }),
      ];
    });
    expect(await traces(tries)).toEqual([]);
    expect(await allowed(tries)).toEqual([]);
  });

  test('is not released in a set, alone or beside Polish', async () => {
    const { document, kind } = guide;
    const [pl, ur, en] = ['pl', 'ur', 'en'].map((language) => ({ kind, document, language }));
    const goesLive = { wall: '2030-01-01T09:00' };
    const english = { kind, document, revision: 2 };
    const tries = [
      ask('POST', 'translation/release-set', { items: [ur] }),
      ask('POST', 'translation/release-set', { items: [pl, ur] }),
      ask('POST', 'translation/release-set', { items: [en] }),
      ask('POST', 'translation/release-set', { items: [english] }),
      ask('POST', 'translation/release-set', { items: [english, pl], title: 'Mine', goesLive }),
      ask('POST', 'translation/release-set', { items: [pl], title: 'Mine', goesLive }),
    ];
    expect(await traces(tries)).toEqual([]);
    expect(await allowed(tries)).toEqual([]);
  });

  test('is not looked at, listed or spoken about', async () => {
    const field = `translation.ur.${urdu.key}`;
    const one = `translation/ur/guides/${guide.document}`;
    const tries = [
      ask('GET', one),
      ask('GET', 'translation?language=ur'),
      ask('POST', `guides/${guide.document}/comments`, { field, text: 'Mine.' }),
      ask('POST', 'preview-links', {
        documents: [{ ...guide, language: 'ur', revision: undefined }],
      }),
    ];
    expect(await traces(tries)).toEqual([]);
    expect(await allowed(tries)).toEqual([]);
    const answer = await knock({ as: zofia, path: '/api/translation' });
    const { languages } = (await answer.json()) as { languages: { language: string }[] };
    expect(languages.map(({ language }) => language)).toEqual(['pl']);
  });

  test('is not changed by the functions of the workbench, called as this person', async () => {
    const { actOnSegments } = await import('../../cms/src/translation/segments.ts');
    const { release } = await import('../../cms/src/translation/release.ts');
    const of = { ...guide, language: 'ur' };
    const save = { ...urdu, act: 'save', target: 'Mine', state: 'draft' } as const;
    const review = { ...urdu, act: 'review' } as const;
    const tries: Try[] = [
      ['save', () => actOnSegments(req, of, [save])],
      [
        'save as somebody else',
        () => actOnSegments(req, of, [save], { signedBy: 'sana@example.org' }),
      ],
      [
        'review as somebody else',
        () => actOnSegments(req, of, [review], { signedBy: 'bilal@example.org' }),
      ],
      ['release', () => release(req, [of])],
      ['release as a program', () => release(req, [{ ...of, signedBy: 'a program' }])],
    ];
    expect(await traces(tries)).toEqual([]);
  });
});

describe('a translator', () => {
  test('gives themselves no other language, role or key', async () => {
    const wanted = { languages: ['pl', 'ur'], roles: ['publisher'], enableAPIKey: true };
    for (const flag of flags) {
      await knock({
        as: zofia,
        method: 'PATCH',
        path: `/api/users/${user.id}${flag}`,
        body: wanted,
      });
    }
    const account = await cms.payload.findByID({
      collection: 'users',
      id: user.id,
      overrideAccess: true,
    });
    expect(account).toMatchObject({ languages: ['pl'], roles: ['translator'] });
    expect(account.enableAPIKey ?? null).toBeNull();
  });

  test('does not review their own work under another act', async () => {
    await sound(await polish.save(guide, 'summary', 'What clubs there are po polsku?'));
    const { record, segment } = await polish.segment(guide, 'summary');
    const seen = { revision: record?.revision, hash: segment.hash };
    const path = `translation/pl/guides/${guide.document}/segments/summary`;
    const tries = [
      ask('POST', `${path}/review`, seen),
      ask('POST', `${path}/still-correct`, seen),
      ask('PUT', path, { ...seen, target: 'Kluby.', state: 'reviewed' }),
      ask('PUT', path, { ...seen, target: 'Kluby.', state: 'translated', by: 'marek' }),
    ];
    expect(await traces(tries)).toEqual([]);
    expect(await allowed(tries)).toEqual([]);
  });

  test('who lost a language changes nothing in it with the session from before', async () => {
    const nina = await cms.account('translator', 'nina', ['pl']);
    await cms.payload.update({
      collection: 'users',
      where: { email: { equals: nina.email } },
      data: { languages: ['ur'] } as never,
      overrideAccess: true,
    });
    const path = `/api/translation/pl/guides/${guide.document}/claim`;
    expect((await knock({ as: nina, method: 'POST', path, body: {} })).status).toBe(403);
  });
});

describe('what nobody else writes', () => {
  test('editors, publishers and administrators read a translation and do not write in it', async () => {
    const administrator = await cms.account('administrator');
    const { hash, key } = urdu;
    const path = `/api/translation/pl/guides/${guide.document}/segments/${encodeURIComponent(key)}`;
    const body = { revision: 0, hash, target: 'Mine', state: 'draft' };
    const tries = [staff.editor, staff.publisher, administrator].map(
      (as): Try => [as.email, () => knock({ as, method: 'PUT', path, body })],
    );
    expect(await traces(tries)).toEqual([]);
    expect(await allowed(tries)).toEqual([]);
  });

  test('nobody at all does anything without being signed in', async () => {
    const one = `/api/translation/pl/guides/${guide.document}`;
    const asks = [
      ...['/api/translation', '/api/translation/coverage', '/api/translation/coverage.csv', one],
    ].map((path) => knock({ path }));
    const acts = [`${one}/claim`, `${one}/release`, '/api/translation/release-set'].map((path) =>
      knock({ method: 'POST', path, body: {} }),
    );
    const answers = await Promise.all([...asks, ...acts]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
  });
});
