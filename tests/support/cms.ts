/** The CMS in the process of a test file: the real configuration on a real database, asked as its users ask it. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '@charterpress/shared/roles.ts';
import type { Payload } from 'payload';
import { emptyCmsDatabase } from './mongo.ts';

export type Cms = {
  readonly payload: Payload;
  readonly dataDir: string;
  /** A second program on the same database, as another process would be. */
  readonly another: (name: string) => Promise<Payload>;
  /** Asks the REST API as an account, or as nobody. */
  readonly ask: (
    as: Account | null,
    method: string,
    path: string,
    body?: unknown,
  ) => Promise<Response>;
  readonly account: (role: Role, name?: string, languages?: readonly string[]) => Promise<Account>;
};

export type Account = { readonly email: string; readonly authorization: string };

type Environment = Readonly<Record<string, string>>;

let running: { readonly cms: Cms; readonly environment: string } | null = null;

/**
 * Call it once in a file, before anything else of the CMS is imported: the environment is read once. Files that ask for no
 * environment of their own run one after the other in one process and find the same CMS, emptied; the others have a process
 * each, in `integration/own-process`.
 */
export async function startCms(environment: Environment = {}): Promise<Cms> {
  const asked = JSON.stringify(environment);
  if (running === null) running = { cms: await start(environment), environment: asked };
  else if (running.environment === asked) await empty(running.cms);
  else throw new Error('Move this file to tests/integration/own-process: it asks for its own CMS.');
  return running.cms;
}

async function empty({ dataDir, payload }: Cms): Promise<void> {
  const { prepareLedger } = await import('../../cms/src/publishing/ledger.ts');
  await emptyCmsDatabase();
  for (const name of readdirSync(dataDir)) rmSync(join(dataDir, name), { recursive: true });
  payload.logger.level = 'error';
  await prepareLedger(payload);
}

async function start(environment: Environment): Promise<Cms> {
  const dataDir = mkdtempSync(join(tmpdir(), 'charterpress-cms-'));
  Object.assign(process.env, {
    DATABASE_URL: await emptyCmsDatabase(),
    PAYLOAD_SECRET: 'a secret that only tests have',
    PRESS_KEY: 'a key that only tests have',
    DATA_DIR: dataDir,
    SITE_URL: 'https://charter.example.org',
    // Nobody listens there.
    PREVIEW_ADDRESS: '127.0.0.1:3121',
    PRESS_ADDRESS: '127.0.0.1:3122',
    PAYLOAD_DISABLE_ADMIN: 'true',
    ...environment,
  });
  const { getPayload, handleEndpoints } = await import('payload');
  const { default: config } = await import('../../cms/src/payload.config.ts');
  const { prepareLedger } = await import('../../cms/src/publishing/ledger.ts');
  const payload = await getPayload({ config });
  payload.logger.level = 'error';
  await prepareLedger(payload);
  return {
    payload,
    dataDir,
    another: (name) => getPayload({ config, key: name }),
    ask: (as, method, path, body) =>
      handleEndpoints({ config, request: requestFor(as, method, path, body) }),
    account: (role, name = role, languages = []) => accountWith(payload, { role, name, languages }),
  };
}

function requestFor(as: Account | null, method: string, path: string, body: unknown): Request {
  return new Request(`http://127.0.0.1:3000${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(as === null ? {} : { authorization: as.authorization }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

type Person = { readonly role: Role; readonly name: string; readonly languages: readonly string[] };

/** What Payload keeps of an account besides who it is: its password takes a seventh of a second to be worked out. */
let kept: object | null = null;

/** Signed in as Payload does it. The ways in, with passwords and codes, are for the tests that are about them. */
async function accountWith(payload: Payload, person: Person): Promise<Account> {
  const { languages, name, role } = person;
  const { addSessionToUser } = await import('payload/shared');
  const { createLocalReq, getFieldsToSign, jwtSign } = await import('payload');
  const collectionConfig = payload.collections.users.config;
  const email = `${name}@example.org`;
  const data = { email, name, roles: [role], languages };
  kept ??= await withPassword(payload, 'a long password for tests only');
  const made = await payload.db.create({ collection: 'users', data: { ...kept, ...data } });
  const user = { ...made, collection: 'users' } as never;
  const req = await createLocalReq({}, payload);
  const { sid } = await addSessionToUser({ collectionConfig, payload, req, user });
  const { token } = await jwtSign({
    fieldsToSign: getFieldsToSign({ collectionConfig, email, user, ...(sid && { sid }) }),
    secret: payload.secret,
    tokenExpiration: collectionConfig.auth.tokenExpiration,
  });
  return { email, authorization: `JWT ${token}` };
}

async function withPassword(payload: Payload, password: string): Promise<object> {
  const collection = 'users';
  const { id } = await payload.create({
    ...{ collection, overrideAccess: true },
    data: { email: 'pattern@example.org', password, name: 'Pattern', roles: ['editor'] } as never,
  });
  const found = await payload.db.findOne<{ id: string; createdAt?: unknown; updatedAt?: unknown }>({
    ...{ collection, where: { id: { equals: id } } },
  });
  await payload.db.deleteOne({ collection, where: { id: { equals: id } } });
  const { createdAt: _made, id: _id, updatedAt: _changed, ...rest } = found ?? {};
  return rest;
}
