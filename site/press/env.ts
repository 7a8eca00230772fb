/** The environment of the site's programs, read once. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTrust, type Trust, trustError } from '@charterpress/shared/trust.ts';

/** The folder `site/`. */
export const siteFolder = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const repository = path.join(siteFolder, '..');

export type Address = { readonly host: string; readonly port: number };

export type Env = {
  readonly trust: Trust;
  /** The trust's logo, as SVG. */
  readonly logo: string;
  readonly dataDir: string;
  readonly siteAddress: Address;
  readonly previewAddress: Address;
  readonly pressAddress: Address;
  /** Origins, without a slash at the end. */
  readonly siteUrl: string;
  readonly cmsUrl: string;
  /** Shared with the CMS; `null` when none was set: then nobody can nudge, and receipts and images are not to be had. */
  readonly pressKey: string | null;
  /** The browser that makes PDFs of booklets: a path, `none` where none are wanted, `null` to look for one. */
  readonly chromePath: string | null;
  /** The PATH: where programs are. */
  readonly programs: string;
};

export const env: Env = readEnv(process.env);

/** Throws an error that names the variable and what to type. */
export function readEnv(from: Readonly<Record<string, string | undefined>>): Env {
  const siteAddress = address(from, 'SITE_ADDRESS', '127.0.0.1:4321');
  const cmsAddress = address(from, 'CMS_ADDRESS', '127.0.0.1:3000');
  return {
    ...trustIn(from),
    dataDir: path.resolve(repository, from.DATA_DIR ?? '.data'),
    siteAddress,
    previewAddress: address(from, 'PREVIEW_ADDRESS', '127.0.0.1:4322'),
    pressAddress: address(from, 'PRESS_ADDRESS', '127.0.0.1:4323'),
    siteUrl: origin(from, 'SITE_URL', siteAddress),
    cmsUrl: origin(from, 'CMS_URL', cmsAddress),
    pressKey: from.PRESS_KEY ?? null,
    chromePath: from.CHROME_PATH || null,
    programs: from.PATH ?? '',
  };
}

function address(
  from: Readonly<Record<string, string | undefined>>,
  name: string,
  otherwise: string,
): Address {
  const given = from[name] ?? otherwise;
  const [, host, port] = /^(.+):(\d{1,5})$/.exec(given) ?? [];
  if (host === undefined || Number(port) > 65_535) {
    throw new Error(
      `${name} is "${given}". Set it to a host and a port, like ${name}=${otherwise}`,
    );
  }
  return { host, port: Number(port) };
}

function origin(
  from: Readonly<Record<string, string | undefined>>,
  name: string,
  { host, port }: Address,
): string {
  const given = from[name] ?? `http://${host}:${port}`;
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.pathname !== '/') {
    throw new Error(
      `${name} is "${given}". Set it to an origin without a path, like ${name}=https://charter.example.org`,
    );
  }
  return url.origin;
}

function trustIn(from: Readonly<Record<string, string | undefined>>): Pick<Env, 'trust' | 'logo'> {
  const { TRUST: name = 'kent', TRUSTS = 'shared/trusts' } = from;
  const trusts = path.resolve(repository, TRUSTS);
  const file = path.join(trusts, name, 'trust.yaml');
  if (!/^[a-z0-9-]+$/.test(name) || !existsSync(file)) {
    const known = existsSync(trusts) ? readdirSync(trusts).join(', ') : 'none';
    throw new Error(`TRUST is "${name}". Set it to a folder of ${TRUSTS}: ${known}`);
  }
  const trust = readTrust(name, readFileSync(file, 'utf8'));
  const logo = path.join(trusts, name, trust.logo);
  if (!existsSync(logo)) throw trustError(name, [`logo: there is no ${trust.logo} beside it`]);
  return { trust, logo: readFileSync(logo, 'utf8') };
}
