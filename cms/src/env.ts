/** The environment of the CMS, read once. Every message says what to type. */
import { BlockList } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { networksFrom, type Trust } from './access/networks.ts';
import { type MailSettings, mailSettings, mailVariables, refusedMail } from './mail/settings.ts';

/** The folder of the whole repository. (`import.meta.dirname` is undefined in what Turbopack builds.) */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const address = z
  .string()
  .regex(/^[^:\s]+:\d+$/, 'must be a host and a port, as in "127.0.0.1:3000"');
const origin = z.url({ error: 'must be a web address, as in "https://cms.example.org"' });

const networks = z.string().refine((text) => networksFrom(text) !== null, {
  error: 'must name networks, as in "10.0.0.0/8, 192.168.0.0/16"',
});
/** Those that nobody reaches from outside, and this computer. */
const PRIVATE = '10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 127.0.0.0/8, fc00::/7, ::1';

const form = z.object({
  TRUST: z
    .string()
    .regex(/^[\w-]+$/, 'must name a folder in shared/trusts, as in TRUST=kent')
    .default('kent'),
  TRUSTS: z.string().min(1).default('shared/trusts'),
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
  TRUST_PROXY: z
    .union([z.string().regex(/^\d$/), networks], {
      error: 'must be how many proxies stand before the CMS, as in 1, or their networks',
    })
    .optional(),
  PRIVATE_NETWORKS: networks.default(PRIVATE),
  ...mailVariables,
});

export type Env = {
  /** The name of the trust's folder in `trusts`. */
  readonly trust: string;
  /** The folder of the trusts' folders. Absolute. */
  readonly trusts: string;
  /** Absolute. */
  readonly dataDir: string;
  readonly databaseUrl: string;
  readonly secret: string;
  /** What CMS and press know each other by; `null` when no press is to be told. */
  readonly pressKey: string | null;
  readonly cmsUrl: string;
  /** Where the CMS listens. */
  readonly cmsAddress: { readonly hostname: string; readonly port: number };
  readonly siteUrl: string;
  readonly previewUrl: string;
  readonly pressUrl: string;
  /** People open the CMS on the computer that it runs on: to try it out. */
  readonly isLocal: boolean;
  readonly trustProxy: Trust;
  /** From elsewhere everybody proves who they are by a second thing. */
  readonly privateNetworks: BlockList;
  readonly mail: MailSettings;
};

/** Reads the variables. Throws one error that names each variable that is off, and what to type. */
export function readEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const read = form.safeParse(variables);
  if (!read.success) throw new Error(envError(read.error.issues.map(sentence)));
  const values = read.data;
  const refusal = refusedDatabaseUrl(values.DATABASE_URL);
  if (refusal !== null) throw new Error(envError([`DATABASE_URL ${refusal}`]));
  const cmsUrl = new URL(values.CMS_URL ?? `http://${values.CMS_ADDRESS}`);
  const refusedToSend = refusedMail(values);
  if (refusedToSend !== null) throw new Error(envError([refusedToSend]));
  return {
    trust: values.TRUST,
    trusts: path.resolve(root, values.TRUSTS),
    dataDir: path.resolve(root, values.DATA_DIR),
    databaseUrl: values.DATABASE_URL,
    secret: values.PAYLOAD_SECRET,
    pressKey: values.PRESS_KEY ?? null,
    cmsUrl: cmsUrl.origin,
    cmsAddress: listening(values.CMS_ADDRESS),
    siteUrl: new URL(values.SITE_URL ?? `http://${values.SITE_ADDRESS}`).origin,
    previewUrl: new URL(values.PREVIEW_URL ?? `http://${values.PREVIEW_ADDRESS}`).origin,
    pressUrl: new URL(values.PRESS_URL ?? `http://${values.PRESS_ADDRESS}`).origin,
    isLocal: /^(localhost|127\.[\d.]+|\[::1\])$/.test(cmsUrl.hostname),
    trustProxy: trustFrom(values.TRUST_PROXY),
    privateNetworks: networksFrom(values.PRIVATE_NETWORKS) ?? new BlockList(),
    mail: mailSettings(values),
  };
}

function listening(given: string): Env['cmsAddress'] {
  const [hostname = '', port] = given.split(':');
  return { hostname, port: Number(port) };
}

function trustFrom(text: string | undefined): Trust {
  if (text === undefined || text === '0') return null;
  return /^\d$/.test(text) ? Number(text) : networksFrom(text);
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

// Payload 3.90.2 throws, outside of everything, because @payloadcms/email-nodemailer ends at 3.90.1. The lock file holds
// the versions together. To be deleted with the override in package.json once there is a 3.90.2 of it.
process.env.PAYLOAD_DISABLE_DEPENDENCY_CHECKER ??= 'true';
