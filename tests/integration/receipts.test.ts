import { beforeAll, describe, expect, test } from 'vitest';
import { type Account, type Cms, startCms } from '../support/cms.ts';
import { alone } from '../support/staff.ts';
import { principle } from '../support/texts.ts';

let cms: Cms;
let press: Account;
let editor: Account;
let publisher: Account;

beforeAll(async () => {
  cms = await startCms();
  press = await cms.account('press');
  editor = await cms.account('editor');
  publisher = await cms.account('publisher');
});

let lastNumber = 0;

async function aPublishedPrinciple(): Promise<{ id: string; sequence: number }> {
  lastNumber += 1;
  const data = principle({ number: lastNumber }) as never;
  const saved = await cms.payload.create({ collection: 'principles', data, overrideAccess: true });
  const { id, revision } = saved as never as { id: string; revision: number };
  const answer = await cms.ask(publisher, 'POST', `/api/principles/${id}/publish`, {
    revision,
    ...alone,
  });
  return { id, sequence: (await answer.json()).sequence };
}

function receipt(
  said: { release: number; upTo: number; liveAt: string; failed?: object[] },
  as: Account | null = press,
) {
  return cms.ask(as, 'POST', '/api/receipts', { failed: [], ...said });
}

async function live(id: string, as: Account = editor) {
  const answer = await cms.ask(as, 'GET', `/api/principles/${id}/live`);
  return (await answer.json()).languages;
}

/** What the form says first, and what it warns of; that nobody else has looked at it yet is no matter here. */
async function status(id: string): Promise<readonly string[]> {
  const answer = await cms.ask(editor, 'GET', `/api/principles/${id}/status`);
  const { sentences } = (await answer.json()) as { sentences: { about: string; says: string }[] };
  return sentences
    .filter(({ about, says }) => /where|alarm/.test(about) && !says.includes('emergency'))
    .map(({ says }) => says);
}

describe('an edition', () => {
  test('is being published until the press says that it is served', async () => {
    const { id, sequence } = await aPublishedPrinciple();
    expect(await live(id)).toEqual([
      {
        ...{ language: 'en', number: 1, sequence, publishedAt: expect.any(String) },
        state: 'publishing',
        liveAt: null,
        why: null,
      },
    ]);
  });

  test('is live from the moment of the first release that serves it', async () => {
    const { id, sequence } = await aPublishedPrinciple();
    await receipt({ release: 1, upTo: sequence, liveAt: '2026-05-03T12:00:01.000Z' });
    await receipt({ release: 2, upTo: sequence, liveAt: '2026-05-03T12:10:00.000Z' });
    expect(await live(id)).toMatchObject([{ state: 'live', liveAt: '2026-05-03T12:00:01.000Z' }]);
  });

  test('stays live when an older receipt comes late', async () => {
    const { id, sequence } = await aPublishedPrinciple();
    await receipt({ release: 4, upTo: sequence, liveAt: '2026-05-04T12:00:00.000Z' });
    await receipt({ release: 3, upTo: sequence - 1, liveAt: '2026-05-04T11:59:00.000Z' });
    expect(await live(id)).toMatchObject([{ state: 'live', liveAt: '2026-05-04T12:00:00.000Z' }]);
  });

  test('is never said to be with readers where its page could not be made', async () => {
    const { id, sequence } = await aPublishedPrinciple();
    expect(await status(id)).toEqual(['Published, as it is written here.']);
    const why = 'It weighs 30000 bytes compressed.';
    const failed = [{ sequence, path: `/en/principles/${lastNumber}/`, why }];
    await receipt({ release: 30, upTo: sequence, liveAt: '2026-05-06T12:00:00.000Z', failed });
    expect(await status(id)).toEqual([
      'Published, as it is written here.',
      `The site could not show what was published: readers have what stood there before, if anything did. /en/principles/${lastNumber}/: ${why}`,
    ]);
    await receipt({ release: 31, upTo: sequence, liveAt: '2026-05-06T12:01:00.000Z' });
    expect(await status(id)).toEqual(['Published, as it is written here.']);
  });

  test('says why its page could not be made', async () => {
    const { id, sequence } = await aPublishedPrinciple();
    const failed = [
      { sequence, path: `/en/principles/${lastNumber}/`, why: 'A link leads nowhere.' },
    ];
    await receipt({ release: 9, upTo: sequence, liveAt: '2026-05-05T12:00:00.000Z', failed });
    expect(await live(id)).toMatchObject([
      {
        state: 'failed',
        liveAt: null,
        why: `/en/principles/${lastNumber}/: A link leads nowhere.`,
      },
    ]);
  });

  test('that failed and was served by a later release is live', async () => {
    const { id, sequence } = await aPublishedPrinciple();
    const failed = [
      { sequence, path: `/en/principles/${lastNumber}/`, why: 'A link leads nowhere.' },
    ];
    await receipt({ release: 12, upTo: sequence, liveAt: '2026-05-06T12:01:00.000Z' });
    await receipt({ release: 11, upTo: sequence, liveAt: '2026-05-06T12:00:00.000Z', failed });
    expect(await live(id)).toMatchObject([{ state: 'live', liveAt: '2026-05-06T12:01:00.000Z' }]);
  });
});

test('an edition is live when the page that failed is another document’s', async () => {
  const { id, sequence } = await aPublishedPrinciple();
  const failed = [
    { sequence, path: '/en/guides/childrens-centres/', why: 'A link leads nowhere.' },
  ];
  await receipt({ release: 15, upTo: sequence, liveAt: '2026-05-06T13:00:00.000Z', failed });
  expect(await live(id)).toMatchObject([{ state: 'live', liveAt: '2026-05-06T13:00:00.000Z' }]);
});

describe('a receipt', () => {
  test('sent again changes nothing', async () => {
    const said = { release: 20, upTo: 3, liveAt: '2026-05-07T12:00:00.000Z' };
    expect((await receipt(said)).status).toBe(200);
    expect((await receipt(said)).status).toBe(200);
    const kept = cms.payload.db.connection.collection('press-receipts');
    expect(await kept.countDocuments({ release: 20 })).toBe(1);
  });

  test('is the press’s to send, and nobody else’s', async () => {
    const said = { release: 21, upTo: 3, liveAt: '2026-05-07T12:00:00.000Z' };
    const answers = await Promise.all([editor, publisher, null].map((as) => receipt(said, as)));
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
  });

  test('that is not one is refused with what is off', async () => {
    const answer = await cms.ask(press, 'POST', '/api/receipts', { release: 0, upTo: 'x' });
    expect(answer.status).toBe(400);
    expect((await answer.json()).message).toMatch(/release/);
  });

  test('the press reads no document, and nothing of what is live', async () => {
    const { id } = await aPublishedPrinciple();
    const answers = [
      await cms.ask(press, 'GET', `/api/principles/${id}`),
      await cms.ask(press, 'GET', `/api/principles/${id}/live`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403]);
  });
});
