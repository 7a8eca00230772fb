/** The trust that this installation serves, read once from its folder. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readTrust, type Trust, trustError } from '@charterpress/shared/trust.ts';
import { env } from '../env.ts';

export const trust: Trust = readTrust(env.trust, textOf('trust.yaml'));

/** Its sign, as SVG. */
export const logo: string = logoOf(trust);

function logoOf({ logo, folder }: Trust): string {
  if (!existsSync(pathOf(logo))) throw trustError(folder, [`logo: there is no ${logo} beside it`]);
  return textOf(logo);
}

function textOf(name: string): string {
  return readFileSync(pathOf(name), 'utf8');
}

function pathOf(name: string): string {
  return path.join(env.trusts, env.trust, name);
}
