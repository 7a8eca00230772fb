/** Has the database prepared by the worker before it works: that loads the whole CMS, which the supervisor can do without. */
import type { ChildProcess } from 'node:child_process';
import { launch, logsOf, type Program, readSince, sizeOf } from './child.ts';

/** Its last line before it waits. An exit code alone does not tell that a script ran to its end. */
export const PREPARED = 'The database is prepared.';

/** Answers the worker, which waits for `letBegin`. Throws with the last that it said when it ends before it is done. */
export function prepare(worker: Program, signal?: AbortSignal): Promise<ChildProcess> {
  const logs = logsOf(worker);
  const from = [sizeOf(logs.output), sizeOf(logs.errors)] as const;
  const child = launch({ ...worker, command: [...worker.command, '--prepare'] }, 'ipc');
  const end = () => child.kill();
  signal?.addEventListener('abort', end, { once: true });
  return new Promise<ChildProcess>((done, failed) => {
    child.once('error', failed);
    child.once('close', (code) => failed(new Error(preparingError(worker, from, code))));
    child.on('message', (line) => {
      if (line === PREPARED) done(child);
      else worker.say(String(line));
    });
  }).finally(() => signal?.removeEventListener('abort', end));
}

export function letBegin(worker: ChildProcess): void {
  if (worker.connected) worker.send('begin');
}

function preparingError(
  worker: Program,
  [output, errors]: readonly [number, number],
  code: number | null,
): string {
  const logs = logsOf(worker);
  const said = readSince(logs.output, output) + readSince(logs.errors, errors);
  const last = said.trimEnd().split('\n').slice(-15).join('\n');
  return `Preparing the database ended with ${code}. It said:\n\n${last}\n\nThe whole of it is in ${logs.output} and ${logs.errors}.`;
}
