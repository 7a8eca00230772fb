/** The environment of the CMS, read once. Every message says what to type. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** The folder of the whole repository. (`import.meta.dirname` is undefined in what Turbopack builds.) */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const address = z
  .string()
  .regex(/^[^:\s]+:\d+$/, 'must be a host and a port, as in "127.0.0.1:3000"');
const origin = z.url({ error: 'must be a web address, as in "https://cms.example.org"' });

const form = z.object({
  TRUST: z
    .string()
    .regex(/^[\w-]+$/, 'must name a folder in shared/trusts, as in TRUST=kent')
    .default('kent'),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z.string({
    error: 'is missing. Type npm start, which sets it, or DATABASE_URL=mongodb://...',
  }),
  PAYLOAD_SECRET: z
    .string({ error: 'is missing. Type npm start, which makes one, or set a random text' })
    .min(24, 'is too short: type at least 24 random characters'),
  PRESS_KEY: z
    .string()
    .min(24, 'is too short: type at least 24 random characters, or leave it out')
    .optional(),
  CMS_ADDRESS: address.default('127.0.0.1:3000'),
  SITE_ADDRESS: address.default('127.0.0.1:4321'),
  PREVIEW_ADDRESS: address.default('127.0.0.1:4322'),
  PRESS_ADDRESS: address.default('127.0.0.1:4323'),
  CMS_URL: origin.optional(),
  SITE_URL: origin.optional(),
  PREVIEW_URL: origin.optional(),
  PRESS_URL: origin.optional(),
});

export type Env = {
  /** The name of the trust's folder in `shared/trusts`. */
  readonly trust: string;
  /** Absolute. */
  readonly dataDir: string;
  readonly databaseUrl: string;
  readonly secret: string;
  /** What CMS and press know each other by; `null` when no press is to be told. */
  readonly pressKey: string | null;
  readonly cmsUrl: string;
  readonly siteUrl: string;
  readonly previewUrl: string;
  readonly pressUrl: string;
};

/** Reads the variables. Throws one error that names each variable that is off, and what to type. */
export function readEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const read = form.safeParse(variables);
  if (!read.success) throw new Error(envError(read.error.issues.map(sentence)));
  const values = read.data;
  const refusal = refusedDatabaseUrl(values.DATABASE_URL);
  if (refusal !== null) throw new Error(envError([`DATABASE_URL ${refusal}`]));
  return {
    trust: values.TRUST,
    dataDir: path.resolve(root, values.DATA_DIR),
    databaseUrl: values.DATABASE_URL,
    secret: values.PAYLOAD_SECRET,
    pressKey: values.PRESS_KEY ?? null,
    cmsUrl: new URL(values.CMS_URL ?? `http://${values.CMS_ADDRESS}`).origin,
    siteUrl: new URL(values.SITE_URL ?? `http://${values.SITE_ADDRESS}`).origin,
    previewUrl: new URL(values.PREVIEW_URL ?? `http://${values.PREVIEW_ADDRESS}`).origin,
    pressUrl: new URL(values.PRESS_URL ?? `http://${values.PRESS_ADDRESS}`).origin,
  };
}

/** Why a database cannot be used, or `null`. Without a replica set Payload drops transactions without a word. */
export function refusedDatabaseUrl(url: string): string | null {
  if (!/^mongodb(\+srv)?:\/\//.test(url)) return 'must begin with mongodb:// or mongodb+srv://.';
  if (url.startsWith('mongodb+srv:') || /[?&]replicaSet=[^&]+/.test(url)) return null;
  return 'names no replica set, and publishing needs transactions. Add ?replicaSet=<its name> to it; a single mongod becomes a replica set when it is started with --replSet and rs.initiate() is run once.';
}

function sentence(issue: z.core.$ZodIssue): string {
  return `${issue.path.join('.')} ${issue.message}`;
}

function envError(sentences: readonly string[]): string {
  return `The CMS cannot start.\n${sentences.map((each) => `- ${each}`).join('\n')}`;
}

export const env: Env = readEnv(process.env);
