import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Account, type Cms, startCms } from '../support/cms.ts';
import { type Exchange, exchange } from '../support/exchanged.ts';

let cms: Cms;
let desk: Exchange;
let ewa: Account;
let jan: Account;
let urdu: Account;

beforeAll(async () => {
  cms = await startCms();
  desk = await exchange(cms);
  ewa = await desk.translator('ewa', 'pl');
  jan = await desk.translator('jan', 'pl');
  urdu = await desk.translator('noor', 'ur');
});

describe.each(['2.1', '1.2'] as const)('XLIFF %s', (version) => {
  test('goes out, is translated, and comes in as translations that wait for a second person', async () => {
    const document = await desk.published('Parents are partners');
    const file = translated(await desk.sent(desk.editor, document, { version }));
    const { files, token } = await desk.report(ewa, file);
    expect(files[0]?.counts).toEqual({ accepted: 3, behind: 0, refused: 0, unchanged: 0 });
    expect(await desk.apply(ewa, token)).toMatchObject([{ ok: true, written: 3 }]);
    const { segments } = await desk.opened(ewa, document);
    expect(segments.map(({ record, standing }) => [standing.is, record?.work])).toEqual([
      ['translated', expect.objectContaining({ target: 'PL Parents are partners', by: ewa.email })],
      [
        'translated',
        expect.objectContaining({
          target: expect.stringMatching(/^PL Open <1>every day & night<\/1> for <<all>/),
          origin: 'agency',
        }),
      ],
      ['translated', expect.objectContaining({ target: 'PL Ask us.' })],
    ]);
  });

  test('that comes back unchanged writes nothing', async () => {
    const document = await desk.published('Parents are heard');
    const first = await desk.report(ewa, translated(await desk.sent(ewa, document, { version })));
    await desk.apply(ewa, first.token);
    const before = [await desk.kept(), await auditOf(document)];
    const { files, token } = await desk.report(ewa, await desk.sent(ewa, document, { version }));
    expect(files[0]?.counts).toEqual({ accepted: 0, behind: 0, refused: 0, unchanged: 3 });
    expect(await desk.apply(ewa, token)).toMatchObject([{ written: 0 }]);
    expect([await desk.kept(), await auditOf(document)]).toEqual(before);
  });
});

describe('a file that comes back after the English moved', () => {
  test('is behind in what moved, and accepted in the rest', async () => {
    const document = await desk.published('Every parent is welcome');
    const file = translated(await desk.sent(ewa, document));
    await desk.reworded(document, 'Every parent and carer is welcome');
    const { files, token } = await desk.report(ewa, file);
    expect(files[0]?.units.map(({ is }) => is)).toEqual(['behind', 'accepted', 'accepted']);
    await desk.apply(ewa, token);
    const { segments } = await desk.opened(ewa, document);
    expect(segments[0]).toMatchObject({
      segment: { text: 'Every parent and carer is welcome' },
      standing: { is: 'draft', sourceMoved: true },
      record: { work: { source: 'Every parent is welcome', state: 'draft', origin: 'agency' } },
    });
  });

  test('is judged anew when it is taken in', async () => {
    const document = await desk.published('Every child is safe');
    const { files, token } = await desk.report(ewa, translated(await desk.sent(ewa, document)));
    await desk.reworded(document, 'Every child and young person is safe');
    const [taken] = await desk.apply(ewa, token);
    expect([files[0]?.counts.behind, taken]).toEqual([
      0,
      expect.objectContaining({ counts: { accepted: 2, behind: 1, refused: 0, unchanged: 0 } }),
    ]);
  });

  test('is not believed about its source text', async () => {
    const document = await desk.published('Every family counts');
    const file = translated(await desk.sent(ewa, document));
    await desk.reworded(document, 'Every family counts twice');
    const lying = file.replace(
      '<source>Every family counts<',
      '<source>Every family counts twice<',
    );
    const { files } = await desk.report(ewa, lying);
    expect(files[0]?.units[0]?.is).toBe('behind');
  });
});

describe('the report', () => {
  test('says what the checks find, before anything is taken in', async () => {
    const document = await desk.published('We answer within 5 days');
    const file = translated(await desk.sent(ewa, document));
    const wrong = file.replace('<target>PL We answer within 5', '<target>PL We answer within 6');
    const { files } = await desk.report(ewa, wrong);
    expect(files[0]?.units.map(({ findings }) => findings)).toEqual([
      [{ level: 'error', sentence: 'Write 5 instead of 6: the English says 5.' }],
      [],
      [],
    ]);
  });

  test('holds what is behind against the English that it was made from', async () => {
    const document = await desk.published('We answer within 3 days');
    const file = translated(await desk.sent(ewa, document));
    await desk.reworded(document, 'We answer within 4 days');
    const { files } = await desk.report(ewa, file);
    expect(files[0]?.units[0]).toMatchObject({
      ...{ is: 'behind', made: { text: 'We answer within 3 days' }, findings: [] },
    });
  });
});

describe.each(['2.1', '1.2'] as const)('what is said beside a text, in XLIFF %s', (version) => {
  test('goes out: what staff said about it and nobody settled, without their names', async () => {
    const document = await desk.published('We ask first');
    const [first] = (await desk.opened(ewa, document)).segments;
    const field = `translation.pl.${first?.segment.key}`;
    const path = `/api/principles/${document}/comments`;
    await cms.ask(ewa, 'POST', path, { field, text: 'Whom do we ask?' });
    const { comments } = (await (
      await cms.ask(desk.editor, 'POST', path, { field, text: 'Settled long ago.' })
    ).json()) as { comments: { id: string; text: string }[] };
    const settled = comments.find(({ text }) => text === 'Settled long ago.');
    await cms.ask(desk.editor, 'POST', `${path}/${settled?.id}/settled`, {});
    const file = await desk.sent(ewa, document, { version });
    expect(file).toMatch(/<note [^>]*comment[^>]*>Whom do we ask\?<\/note>/);
    expect(file).not.toMatch(/Settled long ago|example\.org/);
  });

  test('comes in as comments on its segment, once, and nothing of ours comes in again', async () => {
    const document = await desk.published('We ask twice');
    const [first] = (await desk.opened(ewa, document)).segments;
    const on = `translation.pl.${first?.segment.key}`;
    const path = `/api/principles/${document}/comments`;
    await cms.ask(ewa, 'POST', path, { field: on, text: 'Ours.' });
    const file = annotated(await desk.sent(ewa, document, { version }), 'Is this "you" formal?');
    for (const each of [file, file]) {
      const { files, token } = await desk.report(ewa, each);
      expect(files[0]?.units[0]?.notes).toEqual(['Is this "you" formal?']);
      await desk.apply(ewa, token);
    }
    const { comments } = (await (await cms.ask(ewa, 'GET', path)).json()) as {
      comments: { field: string; by: string; text: string }[];
    };
    expect(comments.map(({ by, field, text }) => [field, by, text])).toEqual([
      [on, ewa.email, 'Ours.'],
      [on, ewa.email, 'In the file that came back: Is this "you" formal?'],
    ]);
  });
});

test('a file of nearly 10 MB is read while others go on working', async () => {
  const document = await desk.published('Nobody waits');
  const file = translated(await desk.sent(ewa, document));
  const [unit = ''] = /<unit[\s\S]*?<\/unit>/.exec(file) ?? [];
  const each = (at: number) =>
    unit.replace(/id="[^"]+"/, `id="more-${String(at).padStart(6, '0')}"`);
  const room = 10_400_000 - Buffer.byteLength(file);
  const more = Array.from({ length: Math.floor(room / Buffer.byteLength(each(0))) });
  const large = file.replace('</file>', `${more.map((_unit, at) => each(at)).join('')}</file>`);
  const waits = await longestWait(() => desk.report(ewa, large));
  expect(waits).toBeLessThan(1000);
});

/** Milliseconds for which nothing else could be done in this process. */
async function longestWait(work: () => Promise<unknown>): Promise<number> {
  const { monitorEventLoopDelay } = await import('node:perf_hooks');
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  await work();
  delay.disable();
  return Math.round(delay.max / 1e6);
}

/** As a tool would: a note of its own beside the first unit. */
function annotated(file: string, note: string): string {
  const written = `<note>${note}</note>`;
  return file.includes('version="1.2"')
    ? file.replace('</trans-unit>', `${written}</trans-unit>`)
    : file.replace(/(<unit[^>]*>\n<notes>)/, `$1${written}`);
}

describe('a file is refused whole, and nothing is kept of it', () => {
  test.each([
    ['a document type', (file: string) => file.replace('<xliff', '<!DOCTYPE xliff><xliff'), 422],
    [
      'another language than the screen is about',
      (file: string) => file.replace('trgLang="pl"', 'trgLang="ur"'),
      422,
    ],
    [
      'a document that readers do not have',
      (file: string) => file.replace(/original="[^"]+"/, 'original="guides/nothing"'),
      422,
    ],
    [
      'another document than the screen is about',
      (file: string) =>
        file.replace(/original="[^"]+"/, 'original="principles/0123456789abcdef01234567"'),
      422,
    ],
    ['a unit twice', (file: string) => file.replace(/(<unit[\s\S]*?<\/unit>)/, '$1$1'), 422],
  ])('for %s', async (_words, broken, status) => {
    const document = await desk.published('Nobody is left out');
    const before = await keptAnywhere();
    const said = { language: 'pl', kind: 'principles', document };
    const file = broken(translated(await desk.sent(ewa, document)));
    const answer = await desk.handIn(ewa, file, said);
    expect([answer.status, await keptAnywhere()]).toEqual([status, before]);
    expect(((await answer.json()) as { message: string }).message).toMatch(/taken in/);
  });

  test('for more than 10 MB', async () => {
    const answer = await desk.handIn(ewa, new Uint8Array(10 * 1024 * 1024 + 1));
    expect([answer.status, await answer.json()]).toEqual([
      422,
      { message: expect.stringContaining('10 MB') },
    ]);
  });

  test('for a zip with a name that leads outside', async () => {
    const zip = zipSync({ '../pl.xlf': strToU8('<xliff/>') });
    expect((await desk.handIn(ewa, zip)).status).toBe(422);
  });

  test('for one bad file in a zip of good ones, which is named', async () => {
    const document = await desk.published('Nobody is alone');
    const before = await keptAnywhere();
    const good = strToU8(translated(await desk.sent(ewa, document)));
    const answer = await desk.handIn(ewa, zipSync({ 'a.xlf': good, 'b.xlf': strToU8('<a/>') }));
    expect([answer.status, await keptAnywhere()]).toEqual([422, before]);
    expect(await answer.json()).toEqual({ message: expect.stringMatching(/^b\.xlf: /) });
  });
});

test('several documents go out in one zip and come back in one', async () => {
  const [one, two] = [await desk.published('We listen'), await desk.published('We answer')];
  const path = `/api/translation/pl/files.zip?version=1.2&documents=principles:${one},principles:${two}`;
  const answer = await cms.ask(desk.publisher, 'GET', path);
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  expect(Object.keys(files)).toEqual([expect.stringMatching(/\.pl\.xlf$/), expect.any(String)]);
  const back = Object.entries(files).map(([name, file]) => [
    name,
    strToU8(translated(strFromU8(file))),
  ]);
  const { token } = await desk.report(ewa, zipSync(Object.fromEntries(back)));
  expect(await desk.apply(ewa, token)).toMatchObject([{ written: 3 }, { written: 3 }]);
});

describe('who may', () => {
  test('take files out: editors, publishers and translators of the language', async () => {
    const document = await desk.published('We explain');
    const administrator = await cms.account('administrator');
    const path = `/api/translation/pl/principles/${document}`;
    const statuses = async (as: Account | null) => [
      (await cms.ask(as, 'GET', `${path}/xliff`)).status,
      (await cms.ask(as, 'GET', `${path}/proof`)).status,
      (await cms.ask(as, 'GET', `/api/translation/pl/files.zip?documents=principles:${document}`))
        .status,
      (await cms.ask(as, 'GET', `/api/translation/pl/counts?documents=principles:${document}`))
        .status,
    ];
    for (const as of [desk.editor, desk.publisher, ewa]) {
      expect(await statuses(as)).toEqual([200, 200, 200, 200]);
    }
    for (const as of [urdu, administrator, null]) {
      expect(await statuses(as)).toEqual([403, 403, 403, 403]);
    }
  });

  test('take files in: translators of the language alone', async () => {
    const document = await desk.published('We apologise');
    const file = translated(await desk.sent(ewa, document));
    const before = await keptAnywhere();
    for (const as of [desk.editor, desk.publisher, urdu]) {
      expect((await desk.handIn(as, file)).status).toBe(403);
    }
    expect(await keptAnywhere()).toEqual(before);
  });

  test('take in what was handed in: whoever handed it in, once, and within an hour', async () => {
    const document = await desk.published('We are open');
    const { token } = await desk.report(ewa, translated(await desk.sent(ewa, document)));
    const apply = (as: Account) => cms.ask(as, 'POST', '/api/translation/import/apply', { token });
    expect((await apply(jan)).status).toBe(410);
    expect((await apply(ewa)).status).toBe(200);
    expect((await apply(ewa)).status).toBe(410);
    const late = await desk.report(ewa, translated(await desk.sent(ewa, document), 'PL2'));
    await handedInLongAgo();
    const tooLate = await cms.ask(ewa, 'POST', '/api/translation/import/apply', {
      token: late.token,
    });
    expect([tooLate.status, await rowsOf('translation-imports').countDocuments()]).toEqual([
      410, 0,
    ]);
  });

  test('take in what was handed in: nobody who lost the language meanwhile', async () => {
    const lost = await desk.translator('lost', 'pl');
    const document = await desk.published('We are near');
    const { token } = await desk.report(lost, translated(await desk.sent(lost, document)));
    const before = await desk.kept();
    await cms.payload.update({
      collection: 'users',
      where: { email: { equals: lost.email } },
      data: { languages: ['ur'] } as never,
      overrideAccess: true,
    });
    const answer = await cms.ask(lost, 'POST', '/api/translation/import/apply', { token });
    expect([await answer.json(), await desk.kept()]).toMatchObject([
      { files: [{ ok: false }] },
      before,
    ]);
  });
});

test('what somebody changed here after the file was made is not undone by it', async () => {
  const document = await desk.published('We come to you');
  const file = translated(await desk.sent(ewa, document));
  const [first] = (await desk.opened(jan, document)).segments;
  const path = `/api/translation/pl/principles/${document}/segments/${first?.segment.key}`;
  const mine = { revision: 0, hash: first?.segment.hash, target: 'Moje', state: 'draft' };
  await cms.ask(jan, 'PUT', path, mine);
  const { files, token } = await desk.report(ewa, file);
  await desk.apply(ewa, token);
  const { segments } = await desk.opened(ewa, document);
  expect([files[0]?.units[0], segments[0]?.record?.work?.target]).toEqual([
    expect.objectContaining({ is: 'refused', why: 'changed-here' }),
    'Moje',
  ]);
});

test('taking in stands in the audit, without a word of the text', async () => {
  const document = await desk.published('We keep our word');
  const { token } = await desk.report(ewa, translated(await desk.sent(ewa, document)));
  await desk.apply(ewa, token);
  const events = await auditOf(document);
  expect(events).toContainEqual(
    expect.objectContaining({
      ...{ did: 'took in a file of translations', by: ewa.email, language: 'pl' },
      ...{ reason: '3 of 3', digest: expect.stringMatching(/^[\da-f]{64}$/) },
    }),
  );
  expect(JSON.stringify(events)).not.toContain('We keep our word');
});

test('a removal erases what was handed in, the proof sheets and the day it is due', async () => {
  const document = await desk.published('Kanarienvogel sings');
  await desk.report(ewa, translated(await desk.sent(ewa, document)));
  await cms.ask(ewa, 'GET', `/api/translation/pl/principles/${document}/proof`);
  await cms.ask(ewa, 'PUT', `/api/translation/pl/principles/${document}/due`, {
    due: '2026-12-01',
  });
  const path = `/api/principles/${document}/removal`;
  await cms.ask(desk.publisher, 'POST', path, { reason: 'A court said so.' });
  const before = await keptOf(document);
  const second = await cms.account('publisher', 'second-publisher');
  await cms.ask(second, 'POST', `${path}/confirm`, {});
  expect([before, await keptOf(document)]).toEqual([
    [1, 1, 1],
    [0, 0, 0],
  ]);
});

const places = ['translation-imports', 'proof-sheets', 'translation-deadlines'] as const;

async function keptOf(document: string): Promise<readonly number[]> {
  return Promise.all(places.map((place) => rowsOf(place).countDocuments({ document })));
}

async function keptAnywhere(): Promise<unknown> {
  return [await desk.kept(), await rowsOf('translation-imports').countDocuments()];
}

async function auditOf(document: string) {
  return rowsOf('audit-events')
    .find({ document }, { projection: { _id: 0 } })
    .toArray();
}

async function handedInLongAgo(): Promise<void> {
  const at = new Date(Date.now() - 61 * 60_000).toISOString();
  await rowsOf('translation-imports').updateMany({}, { $set: { at } });
}

function rowsOf(place: string) {
  return cms.payload.db.connection.collection(place);
}

/** As a tool would: every unit gets its source, with a word before it, for its target, and is called translated. */
function translated(file: string, word = 'PL'): string {
  return file
    .replace(/\n<target[\s\S]*?<\/target>/g, '')
    .replace(/<source>([\s\S]*?)<\/source>/g, `<source>$1</source>\n<target>${word} $1</target>`)
    .replace(/state="initial"( subState="[^"]*")?/g, 'state="translated"');
}
