/**
 * What `npm start` runs with: the environment where it says something, and what it makes for itself where it does not. The
 * programs it starts read their own `env.ts` from what `childEnvironment` hands them.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readTrust, trustError } from '@charterpress/shared/trust.ts';

export const root = resolve(import.meta.dirname, '../..');

export const addressNames = ['SITE', 'CMS', 'PREVIEW', 'PRESS', 'DATABASE'] as const;
export type AddressName = (typeof addressNames)[number];

export type Variables = Readonly<Record<string, string | undefined>>;

export type Settings = {
  readonly trust: string;
  /** Absolute. */
  readonly dataDir: string;
  /** `host:port` of each program. */
  readonly addresses: Readonly<Record<AddressName, string>>;
  /** The database somebody else runs, or `null` for the managed one. */
  readonly databaseUrl: string | null;
  readonly mongod: string | undefined;
  readonly siteUrl: string;
  readonly cmsUrl: string;
};

const usual: Record<AddressName, string> = {
  SITE: '127.0.0.1:4321',
  CMS: '127.0.0.1:3000',
  PREVIEW: '127.0.0.1:4322',
  PRESS: '127.0.0.1:4323',
  DATABASE: '127.0.0.1:27027',
};

/** The database's own name, in a managed MongoDB. */
export const DATABASE_NAME = 'charterpress';

/** Throws an error that names the variable, or the line of the trust's file, that is off and what to type. */
export function readSettings(variables: Variables): Settings {
  const addresses = { ...usual };
  for (const name of addressNames) {
    const given = variables[`${name}_ADDRESS`];
    if (given === undefined) continue;
    if (!/^[^\s:]+:\d{1,5}$/.test(given)) {
      throw new Error(
        `${name}_ADDRESS is "${given}". Set it to a host and a port, such as ${usual[name]}.`,
      );
    }
    addresses[name] = given;
  }
  return {
    trust: usableTrust(variables),
    dataDir: resolve(root, variables.DATA_DIR ?? '.data'),
    addresses,
    databaseUrl: variables.DATABASE_URL || null,
    mongod: variables.MONGOD,
    siteUrl: variables.SITE_URL ?? `http://${addresses.SITE}`,
    cmsUrl: variables.CMS_URL ?? `http://${addresses.CMS}`,
  };
}

/** Read before anything is built or started: a slip in the file is said at once, and once. */
function usableTrust({ TRUST: name = 'kent', TRUSTS = 'shared/trusts' }: Variables): string {
  const trusts = resolve(root, TRUSTS);
  const folder = join(trusts, name);
  if (!/^[\w-]+$/.test(name) || !existsSync(join(folder, 'trust.yaml'))) {
    const known = readdirSync(trusts).join(', ');
    throw new Error(`TRUST is "${name}". Set it to a folder of ${TRUSTS}: ${known}`);
  }
  const { logo } = readTrust(name, readFileSync(join(folder, 'trust.yaml'), 'utf8'));
  if (!existsSync(join(folder, logo))) {
    throw trustError(name, [`logo: there is no ${logo} beside it`]);
  }
  return name;
}

/** The whole environment of a program under the supervisor. */
export function childEnvironment(settings: Settings, variables: Variables): NodeJS.ProcessEnv {
  const { PAYLOAD_SECRET, PRESS_KEY } = secretsIn(settings.dataDir);
  const addresses = addressNames.map((name) => [`${name}_ADDRESS`, settings.addresses[name]]);
  return {
    PAYLOAD_SECRET,
    PRESS_KEY,
    NEXT_TELEMETRY_DISABLED: '1',
    ASTRO_TELEMETRY_DISABLED: '1',
    ...variables,
    ...Object.fromEntries(addresses),
    NODE_ENV: 'production',
    TRUST: settings.trust,
    DATA_DIR: settings.dataDir,
    DATABASE_URL: settings.databaseUrl ?? managedDatabaseUrl(settings),
    // Somebody else's database gets sample content only when they ask for it.
    SEED: variables.SEED ?? (settings.databaseUrl === null ? 'yes' : 'no'),
  };
}

function managedDatabaseUrl({ addresses }: Settings): string {
  return `mongodb://${addresses.DATABASE}/${DATABASE_NAME}?replicaSet=charterpress`;
}

type Secrets = { readonly PAYLOAD_SECRET: string; readonly PRESS_KEY: string };

/** Made once, for this data folder only: nothing in the repository is a secret. */
function secretsIn(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  const made = { PAYLOAD_SECRET: random(), PRESS_KEY: random() };
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  return made;
}

function random(): string {
  return randomBytes(32).toString('hex');
}
