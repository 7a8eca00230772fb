import { type Role, roles } from '@charterpress/shared/roles.ts';
import type { CollectionSlug } from 'payload';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Account, type Cms, startCms } from '../support/cms.ts';
import { principle } from '../support/texts.ts';

const AUDIT = 'audit-events' as CollectionSlug;
/** Every line of a table begins with its number: no cell here holds a line break. */
const lines = async (answer: Response) => (await answer.text()).trimEnd().split('\n');

let cms: Cms;
const accounts = new Map<Role, Account>();
let first: Record<string, unknown>;
let guide: { id: string; revision: number };

beforeAll(async () => {
  cms = await startCms();
  for (const role of roles) accounts.set(role, await cms.account(role));
  const data = principle({ number: 7 });
  const { doc } = await (await asked('publisher', 'POST', '/api/principles', data)).json();
  guide = doc;
  const reason = '=HYPERLINK("http://example.org")';
  await asked('editor', 'POST', `/api/principles/${doc.id}/removal`, { reason });
  first = (await events())[0] as Record<string, unknown>;
});

describe('the first event', () => {
  test('is still there, as it was written, after 500 edits', async () => {
    for (const at of Array.from({ length: 500 }, (_, edit) => edit)) {
      const said = { revision: guide.revision + at, statement: `Wording number ${at}` };
      const saved = await asked('editor', 'PATCH', `/api/principles/${guide.id}?depth=0`, said);
      expect(saved.status).toBe(200);
    }
    expect((await events())[0]).toEqual(first);
    const { brokenLink } = await import('../../cms/src/publishing/audit.ts');
    expect(await brokenLink(cms.payload)).toBeNull();
  }, 120_000);
});

describe('nobody changes or deletes an event', () => {
  const id = () => String(first._id);
  const doors = [
    ['POST', () => '/api/audit-events'],
    ['PATCH', () => `/api/audit-events/${id()}`],
    ['PATCH', () => '/api/audit-events?where[position][exists]=true'],
    ['DELETE', () => `/api/audit-events/${id()}`],
    ['DELETE', () => '/api/audit-events?where[position][exists]=true'],
  ] as const;

  test.each(roles)('over REST as %s', async (role) => {
    const answers = await Promise.all(
      doors.map(([method, path]) => asked(role, method, path(), { by: 'somebody@example.org' })),
    );
    expect(answers.filter(({ ok }) => ok)).toEqual([]);
    expect((await events())[0]).toEqual(first);
  });

  test('through the Local API, even where access is overridden', async () => {
    const all = { collection: AUDIT, overrideAccess: true, where: { position: { exists: true } } };
    const data = { by: 'somebody@example.org' } as never;
    const acts = [
      cms.payload.create({ ...all, data }),
      cms.payload.update({ ...all, data }),
      cms.payload.delete(all),
    ];
    const done = await Promise.allSettled(acts);
    expect(done.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect((await events())[0]).toEqual(first);
  });
});

describe('the audit as a table', () => {
  test('has every event, oldest first', async () => {
    const [head, ...rows] = await lines(await asked('administrator', 'GET', '/api/audit.csv'));
    expect(head).toContain('position,at,by,did,kind,document,language,sequence,reason,digest');
    expect(rows.length).toBe((await events()).length);
    expect(rows[0]).toContain('1,');
  });

  test('holds no cell that a program would calculate', async () => {
    const table = await (await asked('administrator', 'GET', '/api/audit.csv')).text();
    expect(table).toContain(`'=HYPERLINK`);
    expect(table).not.toMatch(/(^|,|")[=+@]/m);
  });

  test.each(['editor', 'publisher', 'translator', 'press'] as const)(
    'is not for a person with the role %s',
    async (role) => {
      expect((await asked(role, 'GET', '/api/audit.csv')).status).toBe(403);
    },
  );
});

function asked(role: Role, method: string, path: string, body?: unknown): Promise<Response> {
  return cms.ask(accounts.get(role) ?? null, method, path, body);
}

function events() {
  return cms.payload.db.connection
    .collection('audit-events')
    .find()
    .sort({ position: 1 })
    .toArray();
}
