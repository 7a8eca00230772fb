/** The translation memory as TMX and the terms as a table: out, looked at, taken in. */
import type { Pair } from '@charterpress/shared/domain/translation/record.ts';
import { tmxOf } from '@charterpress/shared/domain/translation/tmx.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Account, type Cms, startCms } from '../support/cms.ts';

let cms: Cms;
let polish: Account;
let urdu: Account;
let editor: Account;
let send: (as: Account, path: string, text: string, token?: string) => Promise<Response>;
let memory: typeof import('../../cms/src/translation/memory/remember.ts');
let suggest: typeof import('../../cms/src/translation/memory/suggest.ts').suggest;

beforeAll(async () => {
  cms = await startCms();
  [polish, urdu] = [await translator('pl'), await translator('ur')];
  editor = await cms.account('editor');
  memory = await import('../../cms/src/translation/memory/remember.ts');
  ({ suggest } = await import('../../cms/src/translation/memory/suggest.ts'));
  const { handleEndpoints } = await import('payload');
  const { default: config } = await import('../../cms/src/payload.config.ts');
  send = (as, path, text, token) => {
    const body = new FormData();
    body.set('file', new File([text], 'memory.tmx'));
    body.set('token', token ?? '');
    const headers = { authorization: as.authorization };
    const request = new Request(`http://127.0.0.1:3000${path}`, { method: 'POST', headers, body });
    return handleEndpoints({ config, request });
  };
});

async function translator(language: string): Promise<Account> {
  const account = await cms.account('translator', `translator-${language}`);
  const asked = {
    collection: 'users',
    where: { email: { equals: account.email } },
    data: { languages: [language] },
  };
  await cms.payload.update({ ...asked, overrideAccess: true } as never);
  const { email } = account;
  const data = { email, password: 'a long password for tests only' } as never;
  const { token } = await cms.payload.login({ collection: 'users', data });
  return { email, authorization: `JWT ${token}` };
}

const at = '2026-03-02T09:00:00.000Z';
const tmx = (language: string, source: string, target: string) =>
  [...tmxOf({ language, madeAt: at, pairs: [{ source, target, by: null, at }] })].join('');
const rows = () => cms.payload.db.connection.collection('translation-memory');

function offered(text: string) {
  const nowhere = { document: 'new', key: 'title', previousHash: null, nextHash: null };
  return suggest(cms, { language: 'pl', text, ...nowhere });
}

describe('the memory of a language', () => {
  const path = '/api/translation/pl/memory/import';
  const text = tmx('pl', 'Ask <1>us</1> first.', 'Zapytaj najpierw <1>nas</1>.');

  test('is looked at before anything is taken in, and then a suggestion that says its file', async () => {
    const report = await (await send(polish, path, text)).json();
    expect(report).toMatchObject({ accepted: 1, known: 0, left: 0, reasons: [] });
    expect(await rows().countDocuments({})).toBe(0);
    const applied = await send(polish, `${path}/apply`, text, report.token);
    expect(await applied.json()).toEqual({ remembered: 1 });
    const where = { kind: null, document: null, key: null, file: 'memory.tmx' };
    expect(await offered('Ask <1>us</1> first.')).toMatchObject([{ match: 'exact', where }]);
    const segments = cms.payload.db.connection.collection('translation-segments');
    expect(await segments.countDocuments({})).toBe(0);
    const audit = await cms.payload.db.connection
      .collection('audit-events')
      .findOne({ did: 'took in a translation memory' });
    expect(audit).toMatchObject({ by: polish.email, language: 'pl', reason: '1' });
  });

  test('is taken in only as it was looked at, by who looked at it', async () => {
    const before = await rows().countDocuments({});
    const { token } = await (await send(polish, path, tmx('pl', 'One', 'Jeden'))).json();
    expect((await send(polish, `${path}/apply`, tmx('pl', 'Two', 'Dwa'), token)).status).toBe(409);
    expect((await send(polish, `${path}/apply`, tmx('pl', 'One', 'Jeden'))).status).toBe(409);
    expect(await rows().countDocuments({})).toBe(before);
  });

  test.each([
    ['a document type', '<!DOCTYPE tmx><tmx version="1.4"/>', 422],
    ['another language', tmx('ur', 'Ask', 'پوچھیں'), 422],
    ['no TMX', 'a;b', 422],
  ])('with %s is refused', async (_what, given, status) => {
    expect((await send(polish, path, given)).status).toBe(status);
  });

  test('is taken in by its own translators alone', async () => {
    expect((await send(urdu, path, text)).status).toBe(403);
    expect((await send(editor, path, text)).status).toBe(403);
  });

  test('goes out with what was reviewed here, and not with what a file brought', async () => {
    const pair: Pair = {
      ...{
        source: 'Come <1/> & ask',
        target: 'Przyjdź <1/> i pytaj',
        hash: 'h',
        waived: [],
      },
      origin: 'person',
      ...{
        translatedBy: 'a@example.org',
        translatedAt: at,
        reviewedBy: 'b@example.org',
        reviewedAt: at,
      },
    };
    const place = { kind: 'guides', document: 'a', key: 'k', language: 'pl' } as const;
    await memory.remember(cms, { ...place, pair, previousHash: null, nextHash: null });
    const out = await cms.ask(polish, 'GET', '/api/translation/pl/memory.tmx');
    const written = await out.text();
    expect(written).toContain('<seg>Come <ph x="1"/> &amp; ask</seg>');
    expect(written).not.toContain('Zapytaj');
    expect((await cms.ask(urdu, 'GET', '/api/translation/pl/memory.tmx')).status).toBe(403);
  });

  test('loses what a file brought of a text that was removed', async () => {
    const source = 'Kanarienvogel';
    const { token } = await (await send(polish, path, tmx('pl', source, 'Kanarek'))).json();
    await send(polish, `${path}/apply`, tmx('pl', source, 'Kanarek'), token);
    const pair: Pair = {
      ...{ source, target: 'Kanarek', hash: 'h', waived: [] },
      origin: 'person',
      ...{
        translatedBy: 'a@example.org',
        translatedAt: at,
        reviewedBy: 'b@example.org',
        reviewedAt: at,
      },
    };
    const place = { kind: 'guides', document: 'gone', key: 'k', language: 'ur' } as const;
    await memory.remember(cms, { ...place, pair, previousHash: null, nextHash: null });
    await memory.forget(cms, { kind: 'guides', document: 'gone' });
    expect(await rows().countDocuments({ source })).toBe(0);
  });
});

describe('the terms of a language as a table', () => {
  const path = '/api/translation/pl/terms/import';
  let id: string;

  beforeAll(async () => {
    const wordings = [
      { language: 'pl', use: 'approved', wording: 'obietnica' },
      { language: 'ur', use: 'approved', wording: 'وعدہ' },
    ];
    const data = { term: 'pledge', plainMeaning: '=A promise', wordings };
    const made = await cms.payload.create({
      collection: 'terms',
      data,
      overrideAccess: true,
    } as never);
    id = String((made as { id: unknown }).id);
  });

  const table = async () => (await cms.ask(polish, 'GET', '/api/translation/pl/terms.csv')).text();

  async function wordings(): Promise<readonly string[]> {
    const found = await cms.payload.findByID({
      collection: 'terms',
      id,
      depth: 0,
      overrideAccess: true,
    });
    return (found.wordings ?? []).map(
      ({ language, use, wording }) => `${language} ${use} ${wording}`,
    );
  }

  test('comes back unchanged and changes nothing', async () => {
    const report = await (await send(editor, path, await table())).json();
    expect(report).toMatchObject({ changes: [], unchanged: 1, left: 0, reasons: [] });
  });

  test('is looked at, then changes the working copy in this language alone', async () => {
    const changed = (await table()).replace('obietnica', 'obietnica | przyrzeczenie');
    const report = await (await send(editor, path, changed)).json();
    expect(report.changes).toMatchObject([{ term: 'pledge', was: { approved: ['obietnica'] } }]);
    expect(await wordings()).toHaveLength(2);
    const applied = await send(editor, `${path}/apply`, changed, report.token);
    expect(await applied.json()).toEqual({ changed: 1 });
    expect(await wordings()).toEqual([
      'ur approved وعدہ',
      'pl approved obietnica',
      'pl approved przyrzeczenie',
    ]);
  });

  test('is refused when the term was saved since the report', async () => {
    const changed = (await table()).replace('przyrzeczenie', 'słowo');
    const { token } = await (await send(editor, path, changed)).json();
    const { revision } = await cms.payload.findByID({
      collection: 'terms',
      id,
      overrideAccess: true,
    });
    const data = { plainMeaning: 'Another', revision };
    await cms.payload.update({ collection: 'terms', id, data, overrideAccess: true } as never);
    expect((await send(editor, `${path}/apply`, changed, token)).status).toBe(409);
    expect(await wordings()).toContain('pl approved przyrzeczenie');
  });

  test('is no way for a translator to write English documents', async () => {
    expect((await send(polish, path, await table())).status).toBe(403);
  });

  test('that is none is refused', async () => {
    expect((await send(editor, path, 'a,b\n1,2\n')).status).toBe(422);
  });
});
