import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compose } from '@charterpress/shared/domain/compose.ts';
import { type Kind, kindNames, kinds } from '@charterpress/shared/domain/kinds.ts';
import type { Rendition } from '@charterpress/shared/domain/shape.ts';
import type { Condition, SanitizedCollectionConfig } from 'payload';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Account, type Cms, startCms } from '../support/cms.ts';

let cms: Cms;
let editor: Account;
let editionsOf: (kind: Kind) => string;

beforeAll(async () => {
  cms = await startCms();
  editor = await cms.account('editor');
  ({ editionsOf } = await import('../../cms/src/fields/edition.ts'));
});

describe.each(kindNames)('the kind %s', (kind) => {
  test('keeps working copies with all their versions, and out of the schema', () => {
    const { graphQL, versions } = configOf(kind);
    expect({ graphQL, versions }).toMatchObject({
      graphQL: false,
      versions: { maxPerDoc: 0, drafts: false },
    });
  });

  test('requires nothing of a working copy', () => {
    const required = configOf(kind).flattenedFields.filter(
      (field) => 'required' in field && field.required,
    );
    expect(required.map(({ name }) => name)).toEqual([]);
  });

  test('has editions that hold the same fields', () => {
    const content = configOf(editionsOf(kind)).flattenedFields.find(
      ({ name }) => name === 'content',
    );
    const names = (content as { flattenedFields: { name: string }[] }).flattenedFields.map(
      ({ name }) => name,
    );
    expect(names).toEqual(Object.keys(kinds[kind]));
  });

  test('has one edition of each number per document and language', async () => {
    const indexes = await indexesOf(editionsOf(kind));
    expect(indexes).toContainEqual(
      expect.objectContaining({ key: { document: 1, language: 1, number: 1 }, unique: true }),
    );
  });

  test('has one edition of each sequence', async () => {
    const indexes = await indexesOf(editionsOf(kind));
    expect(indexes).toContainEqual(expect.objectContaining({ key: { sequence: 1 }, unique: true }));
  });
});

describe('the settings', () => {
  const second = /There is one document of ‘Settings’/;
  let publisher: Account;
  let id: string;

  beforeAll(async () => {
    publisher = await cms.account('publisher');
    const answer = await cms.ask(publisher, 'POST', '/api/settings', {});
    id = (await answer.json()).doc.id;
  });

  test('are one document: a second one is refused over REST, in words', async () => {
    const answer = await cms.ask(publisher, 'POST', '/api/settings', { slug: 'others' });
    expect([answer.status, await answer.text()]).toEqual([409, expect.stringMatching(second)]);
  });

  test('are not doubled', async () => {
    const answer = await cms.ask(publisher, 'POST', `/api/settings/${id}/duplicate`, {});
    expect(answer.status).toBeGreaterThanOrEqual(400);
    await expect(cms.payload.duplicate({ ...everySetting, id })).rejects.toThrow();
    expect((await cms.payload.count(everySetting)).totalDocs).toBe(1);
  });

  test('are one for our own code too, which no rule of access stops', async () => {
    await expect(cms.payload.create({ ...everySetting, data: {} })).rejects.toThrow(second);
    const copied = { ...everySetting, data: {}, duplicateFromID: id } as const;
    await expect(cms.payload.create(copied)).rejects.toThrow(second);
  });
});

const everySetting = { collection: 'settings', overrideAccess: true } as const;

describe('an address', () => {
  test('is made from the title', async () => {
    expect(await slugOf({ title: 'Children’s centres & you' })).toBe('childrens-centres-you');
  });

  test('that is taken gets a number behind it', async () => {
    await slugOf({ title: 'Extended schools' });
    expect(await slugOf({ title: 'Extended schools' })).toBe('extended-schools-2');
  });

  test('that somebody typed is kept', async () => {
    expect(await slugOf({ title: 'The core offer', slug: 'core-offer' })).toBe('core-offer');
  });
});

test('a working copy that was never published can be thrown away', async () => {
  const { id } = await created('guides', { title: 'A draft' });
  expect((await cms.ask(editor, 'DELETE', `/api/guides/${id}`)).status).toBe(200);
});

test('rich text as the editor saves it is what composing knows', async () => {
  const { id: fact } = await created('facts', { label: 'Family line', type: 'contact' });
  const { id } = await created('pages', {
    title: 'About',
    summary: 'About us',
    body: richText(fact),
  });
  const page = await cms.payload.findByID({
    collection: 'pages',
    id,
    depth: 0,
    overrideAccess: true,
  });
  expect(compose('pages', page as never)).toMatchObject({ ok: true });
});

test('what was pasted with a style comes out without it', async () => {
  const styled = { ...text('Blue'), style: 'color: blue', format: 8 | 1 };
  const body = root([{ ...node('paragraph'), format: 'center', indent: 2, children: [styled] }]);
  const { id } = await created('pages', { title: 'Pasted', summary: 'Pasted', body });
  const page = await cms.payload.findByID({
    collection: 'pages',
    id,
    depth: 0,
    overrideAccess: true,
  });
  expect((page as unknown as { body: unknown }).body).toMatchObject({
    root: {
      children: [{ format: '', indent: 0, children: [{ style: '', format: 1, text: 'Blue' }] }],
    },
  });
});

describe('an image', () => {
  test('is kept in sizes that are named by the hash of their bytes', async () => {
    const { file } = await uploaded(await photograph());
    const kept = file.map(({ sha256 }) =>
      existsSync(join(cms.dataDir, 'uploads/renditions', sha256)),
    );
    expect({ widths: file.map(({ width }) => width), kept }).toEqual({
      widths: [480, 688, 960],
      kept: [true, true, true],
    });
  });

  test('loses where it was taken', async () => {
    const { file } = await uploaded(await photograph());
    const { exif } = await sharp(
      join(cms.dataDir, 'uploads/renditions', file[0]?.sha256 ?? ''),
    ).metadata();
    expect(exif).toBeUndefined();
  });

  test('is kept without its place in the original too', async () => {
    const { filename } = await uploaded(await photograph());
    const { exif } = await sharp(join(cms.dataDir, 'uploads/originals', filename)).metadata();
    expect(exif).toBeUndefined();
  });

  test('that is a drawing in SVG is refused', async () => {
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script/></svg>',
    );
    expect((await upload(svg, 'drawing.svg', 'image/svg+xml')).status).toBe(400);
  });

  test('that only calls itself one is refused', async () => {
    expect((await upload(Buffer.from('<html>'), 'page.png', 'image/png')).status).toBe(400);
  });

  test('with more pixels than a memory holds is refused', async () => {
    const huge = await sharp({
      create: { width: 8000, height: 8000, channels: 3, background: 'white' },
    })
      .png()
      .toBuffer();
    expect((await upload(huge, 'huge.png', 'image/png')).status).toBe(400);
  });

  test('that was refused leaves nothing on the disk', async () => {
    const before = readdirSync(join(cms.dataDir, 'uploads/originals'));
    await upload(Buffer.from('not a picture'), 'nothing.png', 'image/png');
    expect(readdirSync(join(cms.dataDir, 'uploads/originals'))).toEqual(before);
  });

  test('is given to the press by its hash', async () => {
    const { file } = await uploaded(await photograph());
    const press = await cms.account('press', 'press-for-bytes');
    const answer = await cms.ask(press, 'GET', `/api/files/${file[0]?.sha256}`);
    expect((await answer.arrayBuffer()).byteLength).toBe(file[0]?.bytes);
  });

  test('is not given to strangers', async () => {
    const { file } = await uploaded(await photograph());
    expect((await cms.ask(null, 'GET', `/api/files/${file[0]?.sha256}`)).status).toBe(403);
  });

  test('is not found by a path in place of a hash', async () => {
    const press = await cms.account('press', 'press-with-a-path');
    expect((await cms.ask(press, 'GET', '/api/files/..%2Foriginals')).status).toBe(404);
  });

  test.each([
    ['?uploadEdits[widthInPixels]=3', {}],
    ['', { uploadEdits: { widthInPixels: 3 } }],
  ])('is not fetched from an address that somebody names (%s)', async (query, edits) => {
    const data = { filename: 'a.png', url: 'http://127.0.0.1:3121/a.png', ...edits };
    const answer = await cms.ask(editor, 'POST', `/api/media${query}`, data);
    expect(answer.status).toBe(400);
  });

  test('keeps its sizes when a client says they are others', async () => {
    const image = await uploaded(await photograph());
    const data = { revision: image.revision, renditions: [], file: [] };
    const answer = await cms.ask(editor, 'PATCH', `/api/media/${image.id}`, data);
    expect((await answer.json()).doc.file).toEqual(image.file);
  });
});

type Image = { id: string; revision: number; filename: string; file: Rendition[] };

function photograph(): Promise<Buffer> {
  return sharp({ create: { width: 1200, height: 800, channels: 3, background: '#0b4f52' } })
    .withExif({ IFD0: { Artist: 'A parent' }, IFD3: { GPSLatitude: '51/1 16/1 0/1' } })
    .jpeg()
    .toBuffer();
}

async function uploaded(bytes: Buffer): Promise<Image> {
  const answer = await upload(bytes, 'playgroup.jpg', 'image/jpeg');
  return (await answer.json()).doc;
}

async function upload(bytes: Buffer, name: string, type: string): Promise<Response> {
  const { handleEndpoints } = await import('payload');
  const { default: config } = await import('../../cms/src/payload.config.ts');
  const body = new FormData();
  body.set('file', new File([new Uint8Array(bytes)], name, { type }));
  const headers = { authorization: editor.authorization };
  const request = new Request('http://127.0.0.1:3000/api/media', { method: 'POST', headers, body });
  return handleEndpoints({ config, request });
}

async function slugOf(guide: object): Promise<string> {
  return (await created('guides', guide)).slug;
}

async function created(kind: Kind, data: object): Promise<{ id: string; slug: string }> {
  const answer = await cms.ask(editor, 'POST', `/api/${kind}`, data);
  return (await answer.json()).doc;
}

function configOf(slug: string): SanitizedCollectionConfig {
  const found = cms.payload.config.collections.find((each) => (each.slug as string) === slug);
  return found as SanitizedCollectionConfig;
}

async function indexesOf(slug: string): Promise<unknown[]> {
  const { collections } = cms.payload.db as unknown as {
    collections: Record<string, { collection: { indexes: () => Promise<unknown[]> } }>;
  };
  return collections[slug]?.collection.indexes() ?? [];
}

function richText(fact: string) {
  const link = {
    ...node('link'),
    fields: { linkType: 'custom', url: 'https://example.org/' },
    children: [text('a link')],
  };
  const inline = { type: 'inlineBlock', version: 1, fields: { id: 'f1', blockType: 'fact', fact } };
  const callout = {
    ...node('block'),
    fields: {
      id: 'c1',
      blockType: 'callout',
      tone: 'warning',
      text: root([{ ...node('paragraph'), children: [text('Mind')] }]),
    },
  };
  const list = {
    ...node('list'),
    listType: 'bullet',
    tag: 'ul',
    start: 1,
    children: [{ ...node('listitem'), value: 1, children: [text('One')] }],
  };
  return root([
    { ...node('heading'), tag: 'h2', children: [text('Who we are')] },
    { ...node('paragraph'), children: [text('See '), link, text(' or call '), inline] },
    list,
    callout,
  ]);
}

function root(children: object[]) {
  return { root: { ...node('root'), children } };
}

function node(type: string) {
  return { type, version: 1, direction: 'ltr', format: '', indent: 0 };
}

function text(words: string) {
  return { type: 'text', version: 1, text: words, format: 0, detail: 0, mode: 'normal', style: '' };
}

describe('the form of a service', () => {
  const fieldOf = (name: string) => {
    const found = configOf('services').flattenedFields.find((field) => field.name === name);
    return found as { readonly admin?: { readonly condition?: Condition } } | undefined;
  };
  const isShown = (name: string, values: object) =>
    fieldOf(name)?.admin?.condition?.({}, values, {} as never);

  test.each([
    ['fromAge', { ages: 'from-to' }, true],
    ['fromAge', { ages: 'every-age' }, false],
    ['districts', { everywhere: true, districts: [] }, false],
    ['pilotEnds', {}, false],
  ])('asks for %s where it has a meaning: beside %j', (name, values, shown) => {
    expect(isShown(name, values)).toBe(shown);
  });

  test.each([
    ['fromAge', { ages: 'every-age', fromAge: 0 }],
    ['districts', { everywhere: true, districts: ['swale'] }],
    ['pilotEnds', { lasting: 'lasting', pilotEnds: '2027-01-01' }],
  ])('hides no %s that is filled in', (name, values) => {
    expect(isShown(name, values)).toBe(true);
  });
});
