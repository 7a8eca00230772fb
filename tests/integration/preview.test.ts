/** Who is given an address to look at drafts, what stands there, and when it is over. */
import { readPass, signedPass } from '@charterpress/shared/domain/preview-token.ts';
import type { Segment } from '@charterpress/shared/domain/translation/segment.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Account, type Cms, startCms } from '../support/cms.ts';
import { alone, noted } from '../support/staff.ts';
import { principle } from '../support/texts.ts';

const key = 'a key that only tests have';

type Saved = { readonly id: string; readonly revision: number };

let cms: Cms;
let publisher: Account;
let press: Account;
let saved: Saved;
let lastNumber = 0;

beforeAll(async () => {
  cms = await startCms();
  publisher = await cms.account('publisher');
  press = await cms.account('press');
});
beforeEach(async () => {
  lastNumber += 1;
  saved = await create('principles', principle({ number: lastNumber, statement: 'A draft' }));
});

async function create(collection: 'principles' | 'guides', data: object): Promise<Saved> {
  return (await cms.payload.create({
    collection,
    data: data as never,
    overrideAccess: true,
  })) as never;
}

async function linkFor(as: Account, ...documents: readonly string[]): Promise<Response> {
  const named = documents.map((document) => ({ kind: 'principles', document }));
  return cms.ask(as, 'POST', '/api/preview-links', { documents: named });
}

/** The token in the address that somebody was given. */
async function tokenFor(as: Account, ...documents: readonly string[]): Promise<string> {
  const { address } = await (await linkFor(as, ...documents)).json();
  return String(address).split('/')[4] ?? '';
}

function look(token: string, as: Account = press): Promise<Response> {
  return cms.ask(as, 'POST', '/api/previews', { token });
}

describe('an address to look at', () => {
  test('names the draft, the account and its session, and lasts an hour', async () => {
    const token = await tokenFor(publisher, saved.id);
    const in50 = new Date(Date.now() + 50 * 60_000);
    const in70 = new Date(Date.now() + 70 * 60_000);
    expect(readPass(token, key, in50)).toMatchObject({
      pass: { drafts: [`principles/${saved.id}`] },
    });
    expect(readPass(token, key, in70)).toEqual({ state: 'expired' });
  });

  test.each(['editor', 'translator', 'administrator'] as const)(
    'is given to a %s',
    async (role) => {
      expect(
        (await linkFor(await cms.account(role, `${role}-${lastNumber}`), saved.id)).status,
      ).toBe(200);
    },
  );

  test('is not given to a translator of another language than hers', async () => {
    const translator = await cms.account('translator', 'an-urdu-translator', ['ur']);
    const named = { kind: 'principles', document: saved.id, language: 'pl' };
    const asked = await cms.ask(translator, 'POST', '/api/preview-links', { documents: [named] });
    expect(asked.status).toBe(403);
  });

  test('is not given to the press, which has no eyes', async () => {
    expect((await linkFor(press, saved.id)).status).toBe(403);
  });

  test('is asked for in words that can be read', async () => {
    const asked = { documents: [{ kind: 'users', document: '1' }] };
    expect((await cms.ask(publisher, 'POST', '/api/preview-links', asked)).status).toBe(400);
  });
});

describe('what stands at it', () => {
  test('is the draft as it is saved at that moment, as the edition it would be', async () => {
    const token = await tokenFor(publisher, saved.id);
    const data = { statement: 'Saved after the address was given', revision: saved.revision };
    await cms.payload.update({
      collection: 'principles',
      id: saved.id,
      data: data as never,
      overrideAccess: true,
    });
    const { editions, opened, problems } = await (await look(token)).json();
    expect(editions).toMatchObject([
      {
        kind: 'principles',
        number: 1,
        action: 'published',
        content: { statement: data.statement },
      },
    ]);
    expect({ opened, problems }).toEqual({
      opened: { kind: 'principles', document: saved.id },
      problems: [],
    });
  });

  test('is several drafts together', async () => {
    lastNumber += 1;
    const other = await create('principles', principle({ number: lastNumber }));
    const { editions } = await (await look(await tokenFor(publisher, saved.id, other.id))).json();
    expect(editions.map(({ document }: { document: string }) => document)).toEqual([
      saved.id,
      other.id,
    ]);
  });

  test('is shown with its gaps, which are named', async () => {
    const { id } = await create('principles', { number: 900 + lastNumber });
    const { editions, problems } = await (await look(await tokenFor(publisher, id))).json();
    expect(editions[0].content.statement).toBe('[Nothing here yet: statement]');
    expect(problems).toContain("Fill in 'statement'.");
  });

  test('is what readers have, when nothing changed since', async () => {
    await cms.ask(publisher, 'POST', `/api/principles/${saved.id}/publish`, {
      ...{ revision: saved.revision, ...alone, ...noted },
    });
    const { editions, notes } = await (await look(await tokenFor(publisher, saved.id))).json();
    expect(notes).toEqual(['Readers have all of this already.']);
    expect(editions[0].number).toBe(1);
  });

  test('is the version that is named, whatever was saved since', async () => {
    const where = { parent: { equals: saved.id } };
    const of = { collection: 'principles', where, overrideAccess: true } as const;
    const [first] = (await cms.payload.findVersions(of)).docs;
    const data = { statement: 'Saved since', revision: saved.revision } as never;
    await cms.payload.update({
      collection: 'principles',
      id: saved.id,
      data,
      overrideAccess: true,
    });
    const named = { kind: 'principles', document: saved.id, version: first?.id };
    const asked = await cms.ask(publisher, 'POST', '/api/preview-links', { documents: [named] });
    const token = String((await asked.json()).address).split('/')[4] ?? '';
    const { editions } = await (await look(token)).json();
    expect(editions[0].content.statement).toBe('A draft');
  });

  test('is a translation as it is saved, and English where nobody has begun', async () => {
    await cms.ask(publisher, 'POST', `/api/principles/${saved.id}/publish`, {
      ...{ revision: saved.revision, ...alone, ...noted },
    });
    const work = `/api/translation/pl/principles/${saved.id}`;
    const { segments } = await (await cms.ask(publisher, 'GET', work)).json();
    const [{ hash, key: first }] = segments.map(({ segment }: { segment: Segment }) => segment);
    const translator = await cms.account('translator', 'a-polish-translator', ['pl']);
    const typed = { revision: 0, hash, target: 'Zasada po polsku', state: 'draft' };
    const answer = await cms.ask(translator, 'PUT', `${work}/segments/${first}`, typed);
    expect(answer.status).toBe(200);
    const named = { kind: 'principles', document: saved.id, language: 'pl' };
    const asked = await cms.ask(publisher, 'POST', '/api/preview-links', { documents: [named] });
    const token = String((await asked.json()).address).split('/')[4] ?? '';
    const { editions } = await (await look(token)).json();
    expect(editions).toMatchObject([
      { language: 'pl', sourceEdition: 1, content: { statement: 'Zasada po polsku' } },
    ]);
    expect(JSON.stringify(editions[0].content.meaning)).toContain('We plan with you, not for you.');
  });

  test('says that what was approved is an earlier text', async () => {
    const editor = await cms.account('editor', `submits-${lastNumber}`);
    const { revision } = saved;
    const said = { revision, change: 'safety', changeNote: 'Ring first.' };
    const path = `/api/principles/${saved.id}`;
    const answers = [
      await cms.ask(editor, 'POST', `${path}/steps/submit`, said),
      await cms.ask(publisher, 'POST', `${path}/steps/approve`, said),
      await cms.ask(editor, 'PATCH', path, { revision, statement: 'Saved since' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const { editions, notes } = await (await look(await tokenFor(publisher, saved.id))).json();
    expect(notes).toEqual([expect.stringContaining('Approved is an earlier text')]);
    expect(editions[0]).toMatchObject({ change: 'safety', changeNote: 'Ring first.' });
  });

  test('writes nothing', async () => {
    const before = await counts();
    await look(await tokenFor(publisher, saved.id));
    expect(await counts()).toEqual(before);
  });
});

async function counts(): Promise<readonly number[]> {
  const { connection } = cms.payload.db;
  const kept = ['principle-editions', 'audit-events', '_principles_versions', 'principles'];
  return Promise.all(kept.map((name) => connection.collection(name).countDocuments()));
}

describe('it is over', () => {
  const over = async (token: string) => {
    const answer = await look(token);
    return [answer.status, ((await answer.json()) as { message?: string }).message];
  };
  const ended = [401, expect.stringContaining('Sign in to the desk')];
  let person: Account;
  let token: string;

  beforeEach(async () => {
    person = await cms.account('editor', `leaver-${lastNumber}`);
    token = await tokenFor(person, saved.id);
    expect((await look(token)).status).toBe(200);
  });

  test('when the person signs out', async () => {
    await cms.ask(person, 'POST', '/api/users/logout');
    expect(await over(token)).toEqual(ended);
  });

  test('when the person may no longer read it', async () => {
    await change({ roles: [] });
    expect(await over(token)).toEqual(ended);
  });

  test('when the session ran out', async () => {
    await change({ 'sessions.0.expiresAt': new Date(Date.now() - 1) });
    expect(await over(token)).toEqual(ended);
  });

  test('when the account is gone', async () => {
    const where = { email: { equals: person.email } };
    await cms.payload.delete({ collection: 'users', where, overrideAccess: true });
    expect(await over(token)).toEqual(ended);
  });

  test('when the draft is thrown away', async () => {
    await cms.payload.delete({ collection: 'principles', id: saved.id, overrideAccess: true });
    expect(await over(token)).toEqual([410, expect.stringContaining('removed')]);
  });

  test('when its time is', async () => {
    const read = readPass(token, key, new Date());
    const { pass } = read as Extract<typeof read, { state: 'good' }>;
    const old = signedPass({ ...pass, until: Date.now() - 1 }, key);
    expect(await over(old)).toEqual([401, expect.stringContaining('run out of time')]);
  });

  function change(values: object) {
    return cms.payload.db.connection
      .collection('users')
      .updateOne({ email: person.email }, { $set: values });
  }
});

describe('nobody but the preview', () => {
  test.each(['publisher', 'administrator'] as const)(
    'is told by a pass what is in a draft: not a %s',
    async (role) => {
      const person = await cms.account(role, `${role}-reads-${lastNumber}`);
      expect((await look(await tokenFor(publisher, saved.id), person)).status).toBe(403);
    },
  );

  test('learns anything by a pass that was forged', async () => {
    const forged = signedPass(
      { drafts: [`principles/${saved.id}`], account: '1', session: 's', until: Date.now() + 1000 },
      'another key',
    );
    expect((await look(forged)).status).toBe(401);
  });
});
