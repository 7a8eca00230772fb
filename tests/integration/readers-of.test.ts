/** What staff are told of what readers have, in Easy Read as in any language. */
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Account, type Cms, startCms } from '../support/cms.ts';
import { alone, noted } from '../support/staff.ts';
import { principle, text, tree } from '../support/texts.ts';

let cms: Cms;
let publisher: Account;
let press: Account;

beforeAll(async () => {
  cms = await startCms();
  publisher = await cms.account('publisher');
  press = await cms.account('press');
});

describe('a text in Easy Read', () => {
  test('is told of beside the text, and is behind once its own section changed, not before', async () => {
    const document = await published('principles', principle({ number: 1 }));
    const picture = await published('media', { decorative: true, slug: 'easy' }, await aPicture());
    const shown = { relationTo: 'media', value: picture };
    const about = { of: { relationTo: 'principles', value: document }, madeFrom: 1 };
    const sentence = { section: 'meaning', sentence: 'We ask you.' };
    const easy = {
      slug: 'easy',
      ...about,
      form: 'easy-read',
      sentences: [{ ...sentence, picture: shown }],
    };
    expect(await easyReadOf(document)).toMatchObject({ address: null });
    await published('language-versions', easy);
    expect(await easyReadOf(document)).toMatchObject({
      address: expect.stringMatching(/\/en-x-easyread\/principles\/1\/$/),
      says: expect.stringMatching(/^Live/),
    });
    await changed(document, { statement: 'Another statement' });
    expect(await easyReadOf(document)).toMatchObject({ says: expect.stringMatching(/^Live/) });
    const meaning = tree([{ type: 'paragraph', version: 1, children: [text('We say more.')] }]);
    await changed(document, { meaning });
    expect(await easyReadOf(document)).toMatchObject({ says: expect.stringMatching(/behind/i) });
  });
});

async function easyReadOf(document: string): Promise<object | undefined> {
  const answer = await cms.ask(publisher, 'GET', `/api/principles/${document}/readers`);
  const { languages } = (await answer.json()) as { languages: { tag: string }[] };
  return languages.find(({ tag }) => tag === 'en-x-easyread');
}

async function published(kind: string, data: object, file?: object): Promise<string> {
  const asked = { collection: kind, data, overrideAccess: true, ...(file && { file }) };
  const { id, revision } = (await cms.payload.create(asked as never)) as never as Copy;
  await publish(kind, { id, revision }, alone);
  return id;
}

type Copy = { readonly id: string; readonly revision: number };

async function changed(id: string, values: object): Promise<void> {
  const path = `/api/principles/${id}?depth=0`;
  const { revision: before } = (await (await cms.ask(publisher, 'GET', path)).json()) as Copy;
  const saved = await cms.ask(publisher, 'PATCH', path, { ...values, revision: before });
  const { doc } = (await saved.json()) as { doc: Copy };
  await publish('principles', doc, { ...alone, ...noted });
}

/** And before readers: the press says so. */
async function publish(kind: string, { id, revision }: Copy, said: object): Promise<void> {
  const path = `/api/${kind}/${id}/publish`;
  const answer = await cms.ask(publisher, 'POST', path, { revision, ...said });
  const { sequence } = (await answer.json()) as { sequence: number };
  expect([kind, answer.status]).toEqual([kind, 200]);
  const liveAt = '2026-05-03T12:00:00.000Z';
  const receipt = { release: sequence, upTo: sequence, liveAt, failed: [] };
  await cms.ask(press, 'POST', '/api/receipts', receipt);
}

async function aPicture(): Promise<object> {
  const blank = {
    create: { ...{ width: 8, height: 8, channels: 3 as const }, background: '#fff' },
  };
  const data = await sharp(blank).png().toBuffer();
  return { name: 'easy.png', data, mimetype: 'image/png', size: data.length };
}
