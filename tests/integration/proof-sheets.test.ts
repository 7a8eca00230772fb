import { daysAfter, londonDay } from '@charterpress/shared/domain/london-time.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Account, type Cms, startCms } from '../support/cms.ts';
import { type Exchange, exchange } from '../support/exchanged.ts';

const today = londonDay(new Date().toISOString());

let cms: Cms;
let desk: Exchange;
let ewa: Account;
let jan: Account;

beforeAll(async () => {
  cms = await startCms();
  desk = await exchange(cms);
  ewa = await desk.translator('ewa', 'pl');
  jan = await desk.translator('jan', 'pl');
});

describe('a proof sheet on paper', () => {
  test('shows both languages line by line, codes as they look, with its number and room to sign', async () => {
    const document = await handedIn('Parents are partners');
    const answer = await proof(desk.editor, document);
    const page = await answer.text();
    expect(page).toContain(
      '<td lang="pl" dir="ltr">PL Open <b>every day &amp; night</b> for &lt;all&gt; parents.</td>',
    );
    expect(page.match(/<th scope="row">/g)).toHaveLength(3);
    expect(page).toMatch(/Sheet ([0-9A-F]{4}-){2}[0-9A-F]{4}/);
    expect(page).toContain('<dt>Signature</dt>');
    expect(answer.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-/,
    );
  });

  test('is right to left where the language is', async () => {
    const noor = await desk.translator('noor', 'ur');
    const document = await handedIn('Parents are heard', noor, 'ur');
    const page = await (await proof(noor, document, 'ur')).text();
    expect(page).toContain('<td lang="ur" dir="rtl">UR Parents are heard</td>');
  });

  test('shows nothing that is not handed in', async () => {
    const document = await desk.published('Parents decide');
    const page = await (await proof(ewa, document)).text();
    expect(page.match(/Not translated yet/g)).toHaveLength(3);
  });
});

describe('what comes back on paper', () => {
  test('counts as the second person, with who gave it and when, and who keyed it in', async () => {
    const document = await handedIn('Every parent is welcome');
    const sheet = await sheetOf(document);
    const answer = await keyIn(desk.editor, document, { sheet });
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { approved: 3, corrected: 0, left: [] },
    ]);
    const { segments } = await desk.opened(ewa, document);
    expect(segments[0]?.standing).toMatchObject({
      is: 'reviewed',
      pair: {
        translatedBy: ewa.email,
        reviewedBy: `Maria Kowalska (on paper, ${today}, keyed in by ${desk.editor.email})`,
      },
    });
    expect(await eventsOf(document)).toContainEqual(
      expect.objectContaining({
        ...{ did: 'keyed in a proof sheet', by: desk.editor.email, language: 'pl' },
        reason: `Sheet ${sheet}, read by Maria Kowalska on ${today}: 3 of 3`,
      }),
    );
  });

  test('has its corrections wait for somebody else than the reader', async () => {
    const document = await handedIn('Every child is safe');
    const sheet = await sheetOf(document);
    const [first] = (await desk.opened(ewa, document)).segments;
    const corrections = [{ key: first?.segment.key, target: 'Każde dziecko jest bezpieczne' }];
    const answer = await keyIn(desk.editor, document, { sheet, corrections });
    expect(await answer.json()).toEqual({ approved: 2, corrected: 1, left: [] });
    const { segments } = await desk.opened(ewa, document);
    expect(segments[0]).toMatchObject({
      standing: { is: 'translated' },
      record: {
        work: {
          target: 'Każde dziecko jest bezpieczne',
          by: expect.stringMatching(/^Maria Kowalska \(on paper/),
        },
      },
    });
    const again = await keyIn(desk.editor, document, { sheet: await sheetOf(document) });
    expect(await again.json()).toMatchObject({ approved: 0, left: [{ why: 'own' }, {}, {}] });
  });

  test('counts for nothing that changed after it was printed', async () => {
    const document = await handedIn('Every family counts');
    const sheet = await sheetOf(document);
    const [first] = (await desk.opened(jan, document)).segments;
    const path = `${at(document)}/segments/${first?.segment.key}`;
    const said = { revision: 1, hash: first?.segment.hash, target: 'Inaczej', state: 'translated' };
    await cms.ask(jan, 'PUT', path, said);
    const answer = await keyIn(desk.editor, document, { sheet });
    expect(await answer.json()).toMatchObject({
      approved: 2,
      left: [{ number: 1, why: 'changed', sentence: expect.stringContaining('print it again') }],
    });
    expect((await desk.opened(ewa, document)).segments[0]?.standing.is).toBe('translated');
  });

  test('counts for nothing that the checks find wrong', async () => {
    const document = await handedIn('Ring 0300 123 4567', ewa, 'pl', (english) =>
      english.replace('4567', '4568'),
    );
    const answer = await keyIn(desk.editor, document, { sheet: await sheetOf(document) });
    expect(await answer.json()).toMatchObject({
      approved: 2,
      left: [{ number: 1, why: 'checks' }],
    });
  });
});

describe('nothing is keyed in', () => {
  test.each([
    ['for a sheet that was never printed', { sheet: '0000-0000-0000' }, 404],
    ['before the sheet was printed', { when: '2007-01-01' }, 422],
    ['for a day to come', { when: daysAfter(today, 1) }, 422],
    ['for a day that is none', { when: '2026-02-30' }, 422],
    ['for a line that the sheet has not', { corrections: [{ key: 'nothing', target: 'x' }] }, 422],
    ['without the reader’s name', { approvedBy: ' ' }, 400],
    ['with the translator for the reader', { approvedBy: 'EWA' }, 403],
    ['with the translator’s address for the reader', { approvedBy: 'ewa@example.org' }, 403],
  ])('%s', async (_words, said, status) => {
    const document = await handedIn('Nobody is left out');
    const before = await desk.kept();
    const answer = await keyIn(desk.editor, document, { sheet: await sheetOf(document), ...said });
    expect([answer.status, await desk.kept()]).toEqual([status, before]);
  });

  test('by whoever translated it', async () => {
    const document = await handedIn('Nobody is alone');
    const answer = await keyIn(ewa, document, { sheet: await sheetOf(document) });
    expect(answer.status).toBe(403);
  });

  test('by administrators, translators of other languages, and strangers', async () => {
    const document = await handedIn('Nobody pays');
    const sheet = await sheetOf(document);
    const administrator = await cms.account('administrator');
    const somali = await desk.translator('asad', 'so');
    const before = await desk.kept();
    for (const as of [administrator, somali, null]) {
      expect((await keyIn(as, document, { sheet })).status).toBe(403);
    }
    expect(await desk.kept()).toEqual(before);
  });

  test('from the sheet of another document', async () => {
    const [one, two] = [await handedIn('We listen'), await handedIn('We answer')];
    const answer = await keyIn(desk.editor, two, { sheet: await sheetOf(one) });
    expect(answer.status).toBe(404);
  });
});

test('the lines of a sheet are told by its number, however it is typed', async () => {
  const document = await handedIn('We explain');
  const sheet = await sheetOf(document);
  const answer = await cms.ask(jan, 'GET', `${at(document)}/proof/${sheet.toLowerCase()}`);
  expect(await answer.json()).toMatchObject({
    sheet,
    lines: [{ number: 1, key: 'statement' }, { number: 2 }, { number: 3 }],
  });
});

const at = (document: string, language = 'pl') =>
  `/api/translation/${language}/principles/${document}`;

function proof(as: Account, document: string, language?: string): Promise<Response> {
  return cms.ask(as, 'GET', `${at(document, language)}/proof`);
}

/** Prints it, and reads its number from the paper. */
async function sheetOf(document: string): Promise<string> {
  const page = await (await proof(jan, document)).text();
  return /Sheet ([0-9A-F-]{14})/.exec(page)?.[1] ?? '';
}

function keyIn(as: Account | null, document: string, said: object): Promise<Response> {
  const paper = { approvedBy: 'Maria Kowalska', when: today, corrections: [], ...said };
  return cms.ask(as, 'POST', `${at(document)}/proof`, paper);
}

/** A principle in English, every segment of it translated and waiting for a second person. */
async function handedIn(
  statement: string,
  by = ewa,
  language = 'pl',
  say = (english: string) => english,
): Promise<string> {
  const document = await desk.published(statement);
  const { segments } = await desk.opened(by, document, language);
  for (const { segment } of segments) {
    const target = `${language.toUpperCase()} ${say(segment.text)}`;
    const said = { revision: 0, hash: segment.hash, target, state: 'translated' };
    const path = `${at(document, language)}/segments/${encodeURIComponent(segment.key)}`;
    const answer = await cms.ask(by, 'PUT', path, said);
    expect(answer.status).toBe(200);
  }
  return document;
}

async function eventsOf(document: string) {
  const events = cms.payload.db.connection.collection('audit-events');
  return events.find({ document }).toArray();
}
