/** Every cell of the table in `who-may.ts`, at every door. A failure names the cells that are not as the table says. */
import { roles } from '@charterpress/shared/roles.ts';
import type { GraphQLSchema } from 'graphql';
import type { CollectionSlug, TypedUser } from 'payload';
import { beforeAll, describe, expect, test } from 'vitest';
import { accessTargets, type Targets } from '../support/access-targets.ts';
import { type Account, type Cms, startCms } from '../support/cms.ts';
import { doors, type Knock } from '../support/doors.ts';
import {
  type Asker,
  collections,
  endpoints,
  type Operation,
  operations,
  publicCollections,
  usualEndpoints,
} from '../support/who-may.ts';

const slugs = Object.keys(collections) as CollectionSlug[];
const askers: readonly Asker[] = [...roles, 'nobody'];
type Answers = Record<string, 'allowed' | 'refused' | string>;
type Cell = { readonly asker: Asker; readonly slug: CollectionSlug; readonly operation: Operation };

let cms: Cms;
let knock: (knock: Knock) => Promise<Response>;
let targets: Targets;
const accounts = new Map<Asker, Account>();
const users = new Map<Asker, TypedUser>();

beforeAll(async () => {
  cms = await startCms();
  knock = await doors();
  targets = await accessTargets(cms);
  for (const role of roles) {
    const account = await cms.account(role, role, ['pl']);
    const headers = new Headers({ authorization: account.authorization });
    const { user } = await cms.payload.auth({ headers });
    accounts.set(role, account);
    users.set(role, user as TypedUser);
  }
});

describe('the table', () => {
  test('has a row for every collection', () => {
    const all = cms.payload.config.collections.map(({ slug }) => slug as string);
    expect(Object.keys(collections).sort()).toEqual(all.sort());
  });

  test('has a row for every endpoint', () => {
    expect(written(endpoints)).toEqual(found());
  });
});

describe.each(slugs)('%s', (slug) => {
  test('over REST', async () => {
    expect(await answersTo(slug, overRest)).toEqual(tableOf(slug));
  });

  test('through the Local API with access kept', async () => {
    expect(await answersTo(slug, throughLocalApi)).toEqual(tableOf(slug));
  });
});

describe('over GraphQL', () => {
  test('every collection that is not public is not there, and nothing changes anything', async () => {
    const schema = await publicSchemaOfConfig();
    const known = Object.keys(schema.getQueryType()?.getFields() ?? {}).sort();
    const names = publicCollections.map((slug) => graphqlNameOf(slug));
    expect(known).toEqual([...names, ...names.map(singularOf), 'Feed'].sort());
    expect([schema.getMutationType(), schema.getSubscriptionType()]).toEqual([
      undefined,
      undefined,
    ]);
  });

  test.each(askers)('what is public is read by %s', async (asker) => {
    const query = `{ ${publicCollections.map((slug) => `${graphqlNameOf(slug)}(limit: 1) { docs { id } }`).join(' ')} }`;
    expect(await overGraphQL(asker, query)).not.toContain('errors');
  });
});

const endpointCells = Object.entries(endpoints).flatMap(([slug, row]) =>
  Object.keys(row).map((endpoint) => [slug, endpoint] as const),
);

describe('our own endpoints', () => {
  test.each(endpointCells)('%s: %s', async (slug, endpoint) => {
    const allowed = endpoints[slug]?.[endpoint] ?? [];
    const expected = askers.map((asker) => [
      asker,
      allowed.includes(asker) ? 'allowed' : 'refused',
    ]);
    const answers: [Asker, string][] = [];
    for (const asker of askers) answers.push([asker, await atEndpoint(asker, slug, endpoint)]);
    expect(Object.fromEntries(answers)).toEqual(Object.fromEntries(expected));
  });
});

function tableOf(slug: CollectionSlug): Answers {
  const cells = cellsOf(slug).map((cell): [string, string] => {
    const isAllowed = collections[slug]?.[cell.operation]?.includes(cell.asker) ?? false;
    return [nameOf(cell), isAllowed ? 'allowed' : 'refused'];
  });
  return Object.fromEntries(cells);
}

/** One after the other: what one cell deletes, the next makes again. */
async function answersTo(
  slug: CollectionSlug,
  door: (cell: Cell, id: string) => Promise<string>,
): Promise<Answers> {
  const answers: Answers = {};
  for (const cell of cellsOf(slug)) {
    answers[nameOf(cell)] = await door(cell, await targets.idIn(slug, cell.operation));
  }
  return answers;
}

function cellsOf(slug: CollectionSlug): Cell[] {
  return operations.flatMap((operation) => askers.map((asker) => ({ asker, slug, operation })));
}

function nameOf({ asker, slug, operation }: Cell): string {
  return `${asker}: ${operation} of ${slug}`;
}

async function overRest({ asker, slug, operation }: Cell, id: string): Promise<string> {
  const as = accounts.get(asker) ?? null;
  const path = `/api/${slug}`;
  const one = `where[id][equals]=${id}&depth=0`;
  const change = () => targets.changeOf(slug, id);
  const version = () => targets.versionOf(slug, id);
  const ask: Record<Operation, () => Promise<Response>> = {
    read: () => knock({ as, path: `${path}?${one}` }),
    readOne: () => knock({ as, path: `${path}/${id}?depth=0` }),
    count: () => knock({ as, path: `${path}/count?${one}` }),
    readVersions: () => knock({ as, path: `${path}/versions?where[parent][equals]=${id}` }),
    create: () => knock({ as, path, method: 'POST', body: targets.formFor(slug) }),
    update: async () => knock({ as, path: `${path}/${id}`, method: 'PATCH', body: await change() }),
    updateMany: async () =>
      knock({ as, path: `${path}?${one}`, method: 'PATCH', body: await change() }),
    delete: () => knock({ as, path: `${path}/${id}`, method: 'DELETE' }),
    deleteMany: () => knock({ as, path: `${path}?${one}`, method: 'DELETE' }),
    restoreVersion: async () =>
      knock({ as, path: `${path}/versions/${await version()}`, method: 'POST' }),
    duplicate: () => knock({ as, path: `${path}/${id}/duplicate`, method: 'POST', body: {} }),
  };
  const answer = await ask[operation]();
  return outcome(answer.status, await answer.json());
}

async function throughLocalApi(cell: Cell, id: string): Promise<string> {
  const { asker, slug, operation } = cell;
  const user = users.get(asker) ?? null;
  const asked = { collection: slug, overrideAccess: false, user, depth: 0 } as const;
  const where = { id: { equals: id } };
  const data = async () => (await targets.changeOf(slug, id)) as never;
  const { payload } = cms;
  const act: Record<Operation, () => Promise<unknown>> = {
    read: () => payload.find({ ...asked, where }),
    readOne: () => payload.findByID({ ...asked, id }),
    count: () => payload.count({ ...asked, where }),
    readVersions: () => payload.findVersions({ ...asked, where: { parent: { equals: id } } }),
    create: () => payload.create({ ...asked, ...(targets.valuesFor(slug) as { data: never }) }),
    update: async () => payload.update({ ...asked, id, data: await data() }),
    updateMany: async () => payload.update({ ...asked, where, data: await data() }),
    delete: () => payload.delete({ ...asked, id }),
    deleteMany: () => payload.delete({ ...asked, where }),
    restoreVersion: async () =>
      payload.restoreVersion({ ...asked, id: await targets.versionOf(slug, id) }),
    duplicate: () => payload.duplicate({ ...asked, id }),
  };
  try {
    return outcome(200, await act[operation]());
  } catch (error) {
    return outcome(statusOf(error, cell));
  }
}

/** The Local API asks for what a collection does not have, and stumbles: nothing was done. */
function statusOf(error: unknown, { slug, operation }: Cell): number {
  const { disableDuplicate, versions } = cms.payload.collections[slug].config;
  const isMissing = /Version/.test(operation) ? !versions : disableDuplicate;
  const { status = 500 } = error as { status?: number };
  return status === 500 && isMissing ? 404 : status;
}

/**
 * Nothing found, counted or changed is a refusal: the document is there. A collection without doors answers 404 or 501; a
 * rule that no role passes answers 409.
 */
function outcome(status: number, body: unknown = {}): string {
  const { docs, totalDocs, value } = (body ?? {}) as {
    docs?: unknown[];
    totalDocs?: number;
    value?: unknown;
  };
  if (value === null) return 'refused';
  if (status < 400) return (docs?.length ?? totalDocs ?? 1) > 0 ? 'allowed' : 'refused';
  return [400, 401, 403, 404, 409, 501].includes(status) ? 'refused' : `answered ${status}`;
}

/** Past the table, an endpoint has its own reasons to refuse: that what it was asked is not there or not readable. */
async function atEndpoint(asker: Asker, slug: string, endpoint: string): Promise<string> {
  const [method = '', path = ''] = endpoint.split(' ');
  const account = await accountFor(asker, endpoint);
  const filled = path
    .replace(':id?', '')
    .replace(
      /:id\b/,
      await targets.idIn((slug === 'root' ? 'guides' : slug) as CollectionSlug, null),
    )
    .replace(':language/:kind/:document', `pl/guides/${'0'.repeat(24)}`)
    .replace(':language', 'pl')
    .replace(/:\w+/, '0'.repeat(64));
  const at = slug === 'root' ? `/api${filled}` : `/api/${slug}${filled}`;
  const body = method === 'get' ? undefined : bodyFor(slug);
  const { status } = await knock({ as: account, method: method.toUpperCase(), path: at, body });
  const isClosed = endpoints[slug]?.[endpoint]?.length === 0 && [400, 404].includes(status);
  const isRefused = [401, 403].includes(status) && !isAskedAgain(endpoint, status);
  return isClosed || isRefused ? 'refused' : 'allowed';
}

/** Payload asks whether there is an e-mail address before it asks who may. */
function bodyFor(slug: string): object {
  const documents = [{ kind: 'guides', document: '0'.repeat(24) }];
  if (slug === 'root') return { documents };
  return slug === 'users' ? { email: 'somebody@example.org' } : {};
}

/** What is asked of strangers answers in its own way that a password or a token is wrong. */
function isAskedAgain(endpoint: string, status: number): boolean {
  return status === 403 && endpoint === 'post /reset-password';
}

/** Whoever signs out does it on an account made for that. */
let signedOut = 0;
async function accountFor(asker: Asker, endpoint: string): Promise<Account | null> {
  if (asker === 'nobody') return null;
  if (endpoint !== 'post /logout') return accounts.get(asker) ?? null;
  signedOut += 1;
  return cms.account(asker, `signs-out-${signedOut}`);
}

/** Where two have one address, the first answers: it is one door. */
function found(): string[] {
  const { config } = cms.payload;
  const own = config.collections.flatMap(({ slug, endpoints: all }) =>
    (all || [])
      .map(({ method, path }) => `${slug}: ${method} ${path}`)
      .filter((each) => !usualEndpoints.some((usual) => each === `${slug}: ${usual}`)),
  );
  const root = config.endpoints.map(({ method, path }) => `root: ${method} ${path}`);
  return [...new Set([...own, ...root])].sort();
}

function written(rows: typeof endpoints): string[] {
  return Object.entries(rows)
    .flatMap(([slug, row]) => Object.keys(row).map((endpoint) => `${slug}: ${endpoint}`))
    .sort();
}

async function publicSchemaOfConfig(): Promise<GraphQLSchema> {
  const { publicSchema } = await import('../../cms/src/graphql/public-schema.ts');
  return publicSchema(cms.payload.config);
}

function graphqlNameOf(slug: string): string {
  const { graphQL } = cms.payload.collections[slug as CollectionSlug].config;
  return String(graphQL ? graphQL.pluralName : '');
}

function singularOf(plural: string): string {
  return plural.replace(/s$/, '');
}

async function overGraphQL(asker: Asker, query: string): Promise<string> {
  const { answerGraphQL } = await import('../../cms/src/graphql/answer.ts');
  const { authorization = '' } = accounts.get(asker) ?? {};
  const request = new Request('http://127.0.0.1:3000/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify({ query }),
  });
  return (await answerGraphQL(request, cms.payload)).text();
}
