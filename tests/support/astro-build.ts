/** `npm run build --workspace site`, from nothing but the CMS's address. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../cms/scripts/settings.ts';
import { type Ended, ended } from './ended.ts';

export function astroBuild(environment: Readonly<Record<string, string>>): Promise<Ended> {
  const child = spawn(process.execPath, [join(root, 'node_modules/astro/bin/astro.mjs'), 'build'], {
    cwd: join(root, 'site'),
    env: {
      ...process.env,
      ...environment,
      ...{ NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return ended(child);
}
