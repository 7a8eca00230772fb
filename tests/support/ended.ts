import type { ChildProcess } from 'node:child_process';

export type Ended = { readonly said: string; readonly code: number | null };

/** Waits for the end of a program that was just started. Answers what it said, on either stream, and its exit code. */
export async function ended(child: ChildProcess): Promise<Ended> {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (bytes: Buffer) => {
      said += bytes.toString();
    });
  }
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return { said, code };
}
