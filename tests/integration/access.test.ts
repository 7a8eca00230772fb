import { type Role, roles } from '@charterpress/shared/roles.ts';
import type { CollectionSlug, TypedUser } from 'payload';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Account, type Cms, startCms } from '../support/cms.ts';

type Asker = Role | 'nobody';
/** The first letters of read, create, update and delete: what each may do. */
type Row = Readonly<Record<Asker, string>>;

const documents: Row = {
  administrator: 'r',
  editor: 'rcud',
  publisher: 'rcud',
  translator: 'r',
  press: '',
  nobody: '',
};
const closed: Row = {
  administrator: '',
  editor: '',
  publisher: '',
  translator: '',
  press: '',
  nobody: '',
};
const staffRead: Row = {
  ...closed,
  administrator: 'r',
  editor: 'r',
  publisher: 'r',
  translator: 'r',
};

const matrix: Readonly<Record<string, Row>> = {
  charter: documents,
  pledges: documents,
  principles: documents,
  guides: documents,
  facts: documents,
  pages: documents,
  settings: { ...documents, editor: 'r' },
  media: documents,
  'charter-editions': closed,
  'pledge-editions': closed,
  'principle-editions': closed,
  'guide-editions': closed,
  'fact-editions': closed,
  'page-editions': closed,
  'settings-editions': closed,
  'media-editions': closed,
  'audit-events': { ...closed, administrator: 'r' },
  counters: closed,
  removals: closed,
  'press-receipts': closed,
  'second-factors': closed,
  workflow: closed,
  comments: closed,
  messages: { ...closed, administrator: 'r' },
  // Of others' accounts; the reading is narrowed to one's own.
  users: { ...closed, administrator: 'rcud', editor: 'r', publisher: 'r', translator: 'r' },
  'payload-kv': closed,
  'payload-locked-documents': staffRead,
  'payload-migrations': closed,
};
/** What no door of Payload's makes, though some may read it. */
const readOnly: readonly string[] = ['audit-events', 'messages', 'payload-locked-documents'];
/** Answers everybody about their own rows and has no ordinary doors. */
const ownOnly = ['payload-preferences'];

const operations = { r: 'read', c: 'create', u: 'update', d: 'delete' } as const;
type Letter = keyof typeof operations;

const cells = Object.entries(matrix).flatMap(([collection, row]) =>
  ([...roles, 'nobody'] as const).flatMap((asker) =>
    (Object.keys(operations) as Letter[]).map((letter) => ({
      asker,
      collection: collection as CollectionSlug,
      letter,
      operation: operations[letter],
      answer: row[asker].includes(letter) ? 'allowed' : 'refused',
    })),
  ),
);

let cms: Cms;
let picture: Buffer;
const accounts = new Map<Asker, Account>();
const users = new Map<Asker, TypedUser>();

beforeAll(async () => {
  cms = await startCms();
  picture = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#0b4f52' } })
    .png()
    .toBuffer();
  for (const role of roles) {
    const account = await cms.account(role);
    accounts.set(role, account);
    const { docs } = await cms.payload.find({
      collection: 'users',
      where: { email: { equals: account.email } },
      overrideAccess: true,
    });
    users.set(role, { ...docs[0], collection: 'users' } as TypedUser);
  }
});

test('every collection has its row in this matrix', () => {
  const slugs = cms.payload.config.collections.map(({ slug }) => slug as string);
  expect(slugs.sort()).toEqual([...Object.keys(matrix), ...ownOnly].sort());
});

describe('over REST', () => {
  test.each(cells)('$asker: $operation of $collection is $answer', async (cell) => {
    expect(await overRest(cell)).toBe(cell.answer);
  });
});

describe('through the Local API with access kept', () => {
  test.each(cells)('$asker: $operation of $collection is $answer', async (cell) => {
    expect(await throughLocalApi(cell)).toBe(cell.answer);
  });
});

type Cell = (typeof cells)[number];

async function overRest({ asker, collection, letter }: Cell): Promise<string> {
  const account = accounts.get(asker) ?? null;
  const id = await documentIn(collection, letter);
  const path = `/api/${collection}`;
  const ask = {
    r: () => cms.ask(account, 'GET', `${path}?limit=1&depth=0`),
    c: () => create(account, collection),
    u: () => cms.ask(account, 'PATCH', `${path}/${id}`, { revision: 1 }),
    d: () => cms.ask(account, 'DELETE', `${path}/${id}`),
  }[letter];
  return outcome((await ask()).status);
}

async function create(account: Account | null, collection: CollectionSlug): Promise<Response> {
  if (collection !== 'media')
    return cms.ask(account, 'POST', `/api/${collection}`, fresh(collection));
  const form = new FormData();
  form.set('file', new File([new Uint8Array(picture)], 'playgroup.png', { type: 'image/png' }));
  const { handleEndpoints } = await import('payload');
  const { default: config } = await import('../../cms/src/payload.config.ts');
  const headers: Record<string, string> = account ? { authorization: account.authorization } : {};
  const request = new Request('http://127.0.0.1:3000/api/media', {
    method: 'POST',
    headers,
    body: form,
  });
  return handleEndpoints({ config, request });
}

async function throughLocalApi({ asker, collection, letter }: Cell): Promise<string> {
  const id = await documentIn(collection, letter);
  const asked = { collection, overrideAccess: false, user: users.get(asker) ?? null };
  const act = {
    r: () => cms.payload.find({ ...asked, limit: 1, depth: 0 }),
    c: () =>
      cms.payload.create({ ...asked, data: fresh(collection) as never, ...fileFor(collection) }),
    u: () => cms.payload.update({ ...asked, id, data: { revision: 1 } as never }),
    d: () => cms.payload.delete({ ...asked, id }),
  }[letter];
  const status = await (act() as Promise<unknown>).then(
    () => 200,
    (error: { status?: number }) => error.status ?? 0,
  );
  return outcome(status);
}

/** A collection without doors answers 404 or 501, which refuses as well. Anything else is not an answer to who may. */
function outcome(status: number): string {
  if (status < 400) return 'allowed';
  return [403, 404, 501].includes(status) ? 'refused' : `answered ${status}`;
}

/** A document of its own for what changes or deletes one; elsewhere an id that nothing has. */
async function documentIn(collection: CollectionSlug, letter: Letter): Promise<string> {
  const isNeeded =
    (letter === 'u' || letter === 'd') && (matrix[collection]?.administrator ?? '') !== '';
  if (!isNeeded || readOnly.includes(collection)) {
    return '000000000000000000000000';
  }
  const { id } = await cms.payload.create({
    collection,
    data: fresh(collection) as never,
    overrideAccess: true,
    ...fileFor(collection),
  });
  return String(id);
}

let made = 0;

function fresh(collection: CollectionSlug): object {
  made += 1;
  if (collection !== 'users') return {};
  return {
    email: `person${made}@example.org`,
    password: 'a long password for tests only',
    roles: ['editor'],
  };
}

function fileFor(collection: CollectionSlug): object {
  if (collection !== 'media') return {};
  return {
    file: { data: picture, mimetype: 'image/png', name: 'playgroup.png', size: picture.length },
  };
}
