/** Runs `prepare.ts` as a program of its own: it loads the whole CMS, which the supervisor can do without. */
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Making } from './builds.ts';
import { root } from './settings.ts';

export function prepare({ environment, logs, say, signal }: Making): Promise<void> {
  mkdirSync(logs, { recursive: true });
  const log = join(logs, 'prepare.log');
  const out = openSync(log, 'w', 0o600);
  const child = spawn(process.execPath, [join(root, 'cms/scripts/prepare.ts')], {
    cwd: root,
    env: environment,
    // What it has to say to people comes by message; the CMS it loads writes a great deal more.
    stdio: ['ignore', out, out, 'ipc'],
    detached: true,
    ...(signal === undefined ? {} : { signal }),
  });
  closeSync(out);
  let lastLine = '';
  child.on('message', (line) => {
    lastLine = String(line);
    if (lastLine !== PREPARED) say(lastLine);
  });
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', (code) => {
      if (code === 0 && lastLine === PREPARED) return done();
      failed(new Error(preparingError(log, code)));
    });
  });
}

function preparingError(log: string, code: number | null): string {
  const last = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
  return `Preparing the database ended with ${code}. It said:\n\n${last}\n\nThe whole of it is in ${log}.`;
}

/** Its last line. An exit code alone does not tell that a script ran to its end. */
export const PREPARED = 'The database is prepared.';
