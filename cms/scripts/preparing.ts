/** Runs `prepare.ts` as a program of its own: it loads the whole CMS, which the supervisor can do without. */
import { spawn } from 'node:child_process';
import { mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { Making } from './builds.ts';
import { root } from './settings.ts';

export function prepare({ environment, logs, say, signal }: Making): Promise<void> {
  mkdirSync(logs, { recursive: true });
  const log = join(logs, 'prepare.log');
  const errors = openSync(log, 'w', 0o600);
  const child = spawn(process.execPath, [join(root, 'cms/scripts/prepare.ts')], {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'pipe', errors],
    detached: true,
    ...(signal === undefined ? {} : { signal }),
  });
  let lastLine = '';
  child.stdout?.on('data', (bytes: Buffer) => {
    for (const line of bytes
      .toString()
      .split('\n')
      .filter((each) => each !== '')) {
      lastLine = line;
      if (line !== PREPARED) say(line);
    }
  });
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', (code) => {
      if (code === 0 && lastLine === PREPARED) return done();
      failed(new Error(`Preparing the database failed (exit ${code}). What it said is in ${log}`));
    });
  });
}

/** Its last line. An exit code alone does not tell that a script ran to its end. */
export const PREPARED = 'The database is prepared.';
