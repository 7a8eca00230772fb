/** Ports for programs that tests start. */
import { createServer } from 'node:net';

/**
 * Below those that a computer gives to outgoing connections and to whoever asks it for any: one of these could be taken
 * between the asking and the listening, which for a whole system is seconds.
 */
const FIRST = 12_000;
const BLOCKS = 1_000;
const IN_A_BLOCK = 20;
const block = FIRST + (process.pid % BLOCKS) * IN_A_BLOCK;
let given = 0;

/** One that nothing listens on, and that this process has not given for as long as it has others. */
export async function freePort(): Promise<number> {
  for (let tried = 0; tried < IN_A_BLOCK; tried += 1) {
    const port = block + (given % IN_A_BLOCK);
    given += 1;
    if (await isFree(port)) return port;
  }
  throw new Error(`Nothing is free from ${block} to ${block + IN_A_BLOCK - 1}.`);
}

export async function freeAddress(): Promise<string> {
  return `127.0.0.1:${await freePort()}`;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
