import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Publication } from '@charterpress/cms/src/publishing/publish.ts';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Account, type Cms, startCms } from '../support/cms.ts';
import { principle } from '../support/texts.ts';
import { targetsOf } from '../support/translated.ts';

const canary = 'Kanarienvogel-4711';

type Document = { readonly id: string; readonly revision: number };

let cms: Cms;
let editor: Account;
let publisher: Account;
let secondPublisher: Account;
let removal: typeof import('../../cms/src/publishing/removal.ts');
let ledger: typeof import('../../cms/src/publishing/ledger.ts');
let stored: typeof import('../../cms/src/publishing/stored.ts');
let publish: (publication: Publication) => Promise<unknown>;

beforeAll(async () => {
  cms = await startCms();
  editor = await cms.account('editor');
  publisher = await cms.account('publisher');
  secondPublisher = await cms.account('publisher', 'second-publisher');
  removal = await import('../../cms/src/publishing/removal.ts');
  ledger = await import('../../cms/src/publishing/ledger.ts');
  stored = await import('../../cms/src/publishing/stored.ts');
  const { publish: publishing } = await import('../../cms/src/publishing/publish.ts');
  publish = (publication) => publishing(cms.payload, publication);
});

let lastNumber = 0;

/** Published in English twice and in Polish once, saved once more since, and open on somebody's screen. */
async function aPrincipleWithAHistory(): Promise<Document> {
  lastNumber += 1;
  const data = principle({ number: lastNumber, statement: `${canary} one`, meaning: canary });
  const first = await create('principles', data);
  await publish(english(first, 'principles'));
  await publish({
    ...{ kind: 'principles', document: first.id, language: 'pl', sourceEdition: 1 },
    ...{ change: 'major', changeNote: `${canary} po polsku`, by: publisher.email },
    targets: await targetsOf(cms.payload, { kind: 'principles', document: first.id }, () => canary),
  });
  const second = await save(first, { statement: `${canary} two` });
  await publish({ ...english(second, 'principles'), changeNote: `${canary} in the note` });
  await beOpenOnAScreen(second);
  return save(second, { statement: `${canary} not published` });
}

/** One sentence about what the principle means, with a picture. */
async function anEasyReadOf({ id }: Document): Promise<Document> {
  const bytes = await sharp({
    create: { ...{ width: 8, height: 8, channels: 3 }, background: '#fff' },
  })
    .png()
    .toBuffer();
  lastNumber += 1;
  const upload = {
    name: `easy-${lastNumber}.png`,
    data: bytes,
    mimetype: 'image/png',
    size: bytes.length,
  };
  const picture = await create('media', { decorative: true, slug: `easy-${lastNumber}` }, upload);
  await publish(english(picture, 'media'));
  const of = { relationTo: 'principles', value: id };
  const shown = { relationTo: 'media', value: picture.id };
  const sentences = [{ section: 'meaning', sentence: `${canary} is easy.`, picture: shown }];
  const easy = { of, form: 'easy-read', madeFrom: 2, sentences, slug: `easy-read-${lastNumber}` };
  return create('language-versions', easy);
}

async function create(
  collection: 'principles' | 'media' | 'language-versions',
  data: object,
  file?: object,
): Promise<Document> {
  const asked = { collection, data, overrideAccess: true, ...(file === undefined ? {} : { file }) };
  return (await cms.payload.create(asked as never)) as never;
}

async function save({ id, revision }: Document, data: object): Promise<Document> {
  const asked = { collection: 'principles', id, data: { ...data, revision }, overrideAccess: true };
  return (await cms.payload.update(asked as never)) as never;
}

function english(
  version: Document,
  kind: 'principles' | 'media' | 'language-versions',
): Publication {
  return {
    ...{ kind, document: version.id, language: 'en', version: version as never },
    ...{ change: 'major', changeNote: null, by: publisher.email },
  };
}

async function beOpenOnAScreen({ id }: Document): Promise<void> {
  const { docs } = await cms.payload.find({ collection: 'users', overrideAccess: true });
  const user = { relationTo: 'users', value: docs[0]?.id };
  await cms.payload.db.create({
    collection: 'payload-locked-documents',
    data: { document: { relationTo: 'principles', value: id }, globalSlug: null, user },
  });
  await cms.payload.db.create({
    collection: 'payload-preferences',
    data: { key: `collection-principles-${id}`, value: { title: canary }, user },
  });
}

function askFor(as: Account, { id }: Document, kind = 'principles') {
  return cms.ask(as, 'POST', `/api/${kind}/${id}/removal`, { reason: 'A court order' });
}

function confirmFor(as: Account, { id }: Document, kind = 'principles') {
  return cms.ask(as, 'POST', `/api/${kind}/${id}/removal/confirm`, {});
}

async function remove(document: Document): Promise<void> {
  await askFor(editor, document);
  await confirmFor(publisher, document);
}

/** Everything in the database, as text. */
async function wholeDatabase(): Promise<string> {
  const { db } = cms.payload.db.connection;
  const collections = await db?.listCollections().toArray();
  const all = await Promise.all(
    (collections ?? []).map(({ name }) => db?.collection(name).find().toArray()),
  );
  return JSON.stringify(all);
}

function editions(document: Document) {
  return cms.payload.db.connection
    .collection('principle-editions')
    .find({ document: document.id })
    .sort({ sequence: 1 })
    .toArray();
}

describe('a removal', () => {
  test('takes two people: whoever asked for it cannot confirm it', async () => {
    const document = await aPrincipleWithAHistory();
    expect((await askFor(publisher, document)).status).toBe(200);
    expect((await confirmFor(publisher, document)).status).toBe(403);
    expect(JSON.stringify(await editions(document))).toContain(canary);
    expect((await confirmFor(secondPublisher, document)).status).toBe(200);
  });

  test('cannot be confirmed before anybody asked for it', async () => {
    const document = await aPrincipleWithAHistory();
    expect((await confirmFor(publisher, document)).status).toBe(409);
    expect(JSON.stringify(await editions(document))).toContain(canary);
    await remove(document);
  });

  test('is not an editor’s to confirm, nor a translator’s to ask for', async () => {
    const document = await aPrincipleWithAHistory();
    const translator = await cms.account('translator');
    expect((await askFor(translator, document)).status).toBe(403);
    await askFor(publisher, document);
    expect((await confirmFor(editor, document)).status).toBe(403);
    await confirmFor(secondPublisher, document);
  });

  test('leaves a tombstone with the digest in every language', async () => {
    const document = await aPrincipleWithAHistory();
    const before = await editions(document);
    await remove(document);
    const after = await editions(document);
    expect(after.slice(before.length)).toMatchObject([
      { language: 'en', action: 'removed', number: 3, digest: before[2]?.digest },
      { language: 'pl', action: 'removed', number: 2, digest: before[1]?.digest },
    ]);
    const heads = after
      .slice(0, before.length)
      .map(({ number, digest, publishedAt }) => ({ number, digest, publishedAt }));
    expect(heads).toEqual(
      before.map(({ number, digest, publishedAt }) => ({ number, digest, publishedAt })),
    );
  });

  test('leaves the text nowhere in the database', async () => {
    await remove(await aPrincipleWithAHistory());
    expect(await wholeDatabase()).not.toContain(canary);
  });

  test('leaves the audit whole', async () => {
    await remove(await aPrincipleWithAHistory());
    const { brokenLink } = await import('../../cms/src/publishing/audit.ts');
    expect(await brokenLink(cms.payload)).toBeNull();
  });

  test('asks for the database’s own files to be rewritten', async () => {
    const document = await aPrincipleWithAHistory();
    rmSync(join(cms.dataDir, 'erase-database'), { force: true });
    await remove(document);
    expect(existsSync(join(cms.dataDir, 'erase-database'))).toBe(true);
  });

  test('is for good: nothing is published of that document again', async () => {
    const document = await aPrincipleWithAHistory();
    await remove(document);
    const again = { ...document, ...principle({ number: 700 }) };
    expect(await publish(english(again, 'principles'))).toEqual({ ok: false, refused: 'removed' });
    expect((await askFor(editor, document)).status).toBe(409);
  });

  test('of what was never published erases the working copy', async () => {
    const document = await create('principles', principle({ number: 600, statement: canary }));
    await remove(document);
    expect(await wholeDatabase()).not.toContain(canary);
  });
});

describe('the removal of an image', () => {
  test('erases its files, but not a size that another image shares', async () => {
    const shared = await picture('#0b5c5e');
    const [one, other] = [await upload('one.png', shared), await upload('two.png', shared)];
    const alone = await upload('three.png', await picture('#ff0000'));
    await publish(english(alone, 'media'));
    const kept = readdirSync(join(cms.dataDir, 'uploads/renditions')).length;
    await askFor(editor, alone, 'media');
    await confirmFor(publisher, alone, 'media');
    await askFor(editor, one, 'media');
    await confirmFor(publisher, one, 'media');
    expect(readdirSync(join(cms.dataDir, 'uploads/originals'))).toHaveLength(1);
    expect(readdirSync(join(cms.dataDir, 'uploads/renditions')).length).toBeLessThan(kept);
    expect(
      (other as { file?: { sha256: string }[] }).file?.map(({ sha256 }) =>
        existsSync(join(cms.dataDir, 'uploads/renditions', sha256)),
      ),
    ).not.toContain(false);
  });
});

describe('the removal of an image that was never published', () => {
  test('erases the sizes that were made of it', async () => {
    const image = await upload('never.png', await picture('#123abc'));
    await askFor(editor, image, 'media');
    await confirmFor(publisher, image, 'media');
    expect(sizesOf(image)).toEqual([false]);
  });

  test('leaves the sizes of another one that was never published either', async () => {
    const [one, other] = [
      await upload('same.png', await picture('#abc123')),
      await upload('again.png', await picture('#abc123')),
    ];
    await publish(english(one, 'media'));
    await askFor(editor, one, 'media');
    await confirmFor(publisher, one, 'media');
    expect(sizesOf(other)).toEqual([true]);
  });
});

describe('after a backup was restored', () => {
  test('what was removed is removed again before anything is served', async () => {
    const document = await aPrincipleWithAHistory();
    const { connection } = cms.payload.db;
    const names = ['principles', '_principles_versions', 'principle-editions', 'removals'];
    const backup = await Promise.all(
      names.map((name) => connection.collection(name).find().toArray()),
    );
    await remove(document);
    await Promise.all(
      names.map(async (name, at) => {
        await connection.collection(name).deleteMany({ action: { $ne: 'removed' } });
        await connection
          .collection(name)
          .insertMany((backup[at] ?? []).filter(({ action }) => action !== 'removed'));
      }),
    );
    await connection
      .collection('principle-editions')
      .deleteMany({ document: document.id, action: 'removed' });
    expect(await wholeDatabase()).toContain(canary);
    expect(await removal.reapplyRemovals(cms.payload)).toBeGreaterThan(0);
    expect(await wholeDatabase()).not.toContain(canary);
    const newest = { kind: 'principles', document: document.id, language: 'pl' } as const;
    expect(await stored.newestEdition(cms, newest)).toMatchObject({ action: 'removed' });
  });

  test('with nothing to remove again nothing is written', async () => {
    await remove(await aPrincipleWithAHistory());
    const head = await ledger.readHead(cms.payload);
    expect(await removal.reapplyRemovals(cms.payload)).toBe(0);
    expect(await ledger.readHead(cms.payload)).toEqual(head);
  });
});

describe('the folder of the CMS', () => {
  test('holds no word of what was removed', async () => {
    await remove(await aPrincipleWithAHistory());
    expect(() => execFileSync('grep', ['-r', '-a', '-l', canary, cms.dataDir])).toThrow();
  });
});

/** For each size of an image, whether it is kept. */
function sizesOf(image: Document): readonly boolean[] {
  const { file } = image as unknown as { file: readonly { sha256: string }[] };
  return file.map(({ sha256 }) => existsSync(join(cms.dataDir, 'uploads/renditions', sha256)));
}

async function picture(colour: string): Promise<Buffer> {
  return sharp({ create: { width: 40, height: 30, channels: 3, background: colour } })
    .png()
    .toBuffer();
}

function upload(name: string, data: Buffer): Promise<Document> {
  const file = { name, data, mimetype: 'image/png', size: data.length };
  return create('media', { slug: name.replace('.png', ''), decorative: true }, file);
}

describe('the removal of a text', () => {
  test('takes with it what was made of the text in Easy Read, published or not', async () => {
    const document = await aPrincipleWithAHistory();
    const published = await anEasyReadOf(document);
    await publish(english(published, 'language-versions'));
    const unpublished = await anEasyReadOf(document);
    await remove(document);
    expect(await wholeDatabase()).not.toContain(canary);
    const rows = await cms.payload.db.connection
      .collection('languageversion-editions')
      .find({ document: published.id })
      .sort({ sequence: 1 })
      .toArray();
    expect(rows.map(({ action, stoodAt }) => [action, stoodAt])).toEqual([
      ['published', undefined],
      ['removed', { kind: 'principles', document: document.id, language: 'en-x-easyread' }],
    ]);
    const asked = { collection: 'language-versions', id: unpublished.id, disableErrors: true };
    expect(await cms.payload.findByID({ ...asked, overrideAccess: true } as never)).toBeNull();
  });
});
