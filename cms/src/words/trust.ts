/** The trust that this installation serves, read once from its folder. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readTrust, type Trust } from '@charterpress/shared/trust.ts';
import { env, root } from '../env.ts';

export const trust: Trust = readTrust(env.trust, textOf('trust.yaml'));

/** Its sign, as SVG. */
export const logo: string = textOf(trust.logo);

function textOf(name: string): string {
  return readFileSync(path.join(root, 'shared/trusts', env.trust, name), 'utf8');
}
