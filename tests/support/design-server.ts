/** The page of components as somebody who develops the site has it: `npm run design --workspace site`. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const siteFolder = fileURLToPath(new URL('../../site', import.meta.url));
const astro = fileURLToPath(new URL('../../node_modules/astro/bin/astro.mjs', import.meta.url));

export type DesignServer = { readonly url: string; readonly end: () => Promise<void> };

export async function startDesignServer(): Promise<DesignServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'charterpress-design-'));
  // Astro serves no pages to Vitest.
  const { VITEST: _, ...environment } = process.env;
  const child = spawn(process.execPath, [astro, 'dev', '--host', '127.0.0.1', '--port', '0'], {
    cwd: siteFolder,
    env: {
      ...environment,
      ...{ DATA_DIR: dataDir, TRUST: 'kent', NO_COLOR: '1', NODE_ENV: 'development' },
      ...{ ASTRO_TELEMETRY_DISABLED: '1' },
    },
  });
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  return {
    url: await addressSaid(child),
    end: async () => {
      child.kill();
      await ended;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Throws with all that it said when it ends before it says where it listens. */
function addressSaid(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((found, failed) => {
    const read = (bytes: Buffer) => {
      said += bytes.toString();
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
      if (address !== undefined) found(address);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('close', () => failed(new Error(`The page of components is not served:\n${said}`)));
  });
}
