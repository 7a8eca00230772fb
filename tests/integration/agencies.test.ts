import { beforeAll, describe, expect, test } from 'vitest';
import type { Counted } from '../../cms/src/translation/agencies/counts.ts';
import { type Account, type Cms, startCms } from '../support/cms.ts';
import { type Exchange, exchange } from '../support/exchanged.ts';

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

describe('the words of a document, as an agency counts them', () => {
  test('are new where nobody translated them before, and none where somebody did', async () => {
    const document = await desk.published('Parents of Swale are partners');
    expect((await counts(document)).total).toMatchObject({ new: { segments: 3, words: 14 } });
    await reviewed(document);
    expect(segmentsIn(await counts(document))).toEqual({});
  });

  test('are known where the same English was reviewed in another document', async () => {
    await reviewed(await desk.published('Parents of Thanet are partners'));
    const document = await desk.published('Parents of Thanet are always partners');
    const { fuzzy = 0, new: fresh = 0, ...known } = segmentsIn(await counts(document));
    expect([fuzzy + fresh, (known.exact ?? 0) + (known.context ?? 0)]).toEqual([1, 2]);
  });

  test('are repeated where they stand in several documents', async () => {
    const one = await desk.published('Nobody in Dover translated this');
    const two = await desk.published('Nobody in Dover translated this');
    const { total } = await counts(one, two);
    expect(total.repeated.segments).toBeGreaterThanOrEqual(1);
  });
});

describe('the day on which a translation is due', () => {
  test('is shown among what there is to do, with who translates it', async () => {
    const document = await desk.published('We come to you');
    const said = { due: '2026-12-01', agency: 'Lingua Cantia' };
    expect((await due(desk.editor, document, said)).status).toBe(200);
    expect(await pieceOf(document)).toMatchObject({ due: { ...said, by: desk.editor.email } });
    expect(await dids(document)).toContain(
      'set the day a translation is due: 2026-12-01, Lingua Cantia',
    );
  });

  test('is taken away when the translation is back', async () => {
    const document = await desk.published('We stay with you');
    await due(ewa, document, { due: '2026-12-01' });
    await due(ewa, document, { due: null });
    expect(await pieceOf(document)).toMatchObject({ due: null });
  });

  test.each([['2026-02-30'], ['soon'], [7]])('is a day, and not %s', async (day) => {
    const document = await desk.published('We are on time');
    expect((await due(ewa, document, { due: day })).status).toBe(400);
  });

  test('is set by editors, publishers and translators of the language alone', async () => {
    const document = await desk.published('We keep our word');
    const urdu = await desk.translator('noor', 'ur');
    const administrator = await cms.account('administrator');
    for (const as of [urdu, administrator, null]) {
      expect((await due(as, document, { due: '2026-12-01' })).status).toBe(403);
    }
    expect(await pieceOf(document)).toMatchObject({ due: null });
  });
});

async function counts(...documents: readonly string[]): Promise<Counted> {
  const chosen = documents.map((document) => `principles:${document}`).join(',');
  const answer = await cms.ask(ewa, 'GET', `/api/translation/pl/counts?documents=${chosen}`);
  return (await answer.json()) as Counted;
}

/** The bands that have segments in them. */
function segmentsIn({ total }: Counted): Partial<Record<string, number>> {
  const all = Object.entries(total).map(([band, { segments }]) => [band, segments] as const);
  return Object.fromEntries(all.filter(([, segments]) => segments > 0));
}

function due(as: Account | null, document: string, said: object): Promise<Response> {
  return cms.ask(as, 'PUT', `/api/translation/pl/principles/${document}/due`, said);
}

async function pieceOf(document: string): Promise<unknown> {
  const answer = await cms.ask(ewa, 'GET', '/api/translation?language=pl');
  const { languages } = (await answer.json()) as {
    languages: readonly { documents: readonly { document: string }[] }[];
  };
  return languages[0]?.documents.find((one) => one.document === document);
}

/** Ewa translates all of it, and Jan reviews it. */
async function reviewed(document: string): Promise<void> {
  const at = `/api/translation/pl/principles/${document}/segments`;
  for (const { segment } of (await desk.opened(ewa, document)).segments) {
    const { hash, key, text } = segment;
    const path = `${at}/${encodeURIComponent(key)}`;
    const said = { revision: 0, hash, target: `PL ${text}`, state: 'translated' };
    await cms.ask(ewa, 'PUT', path, said);
    const answer = await cms.ask(jan, 'POST', `${path}/review`, { revision: 1, hash });
    expect(answer.status).toBe(200);
  }
}

async function dids(document: string): Promise<readonly string[]> {
  const events = cms.payload.db.connection.collection('audit-events');
  const found = await events.find({ document }).toArray();
  return found.map(({ did, reason }) => `${did}: ${reason}`);
}
