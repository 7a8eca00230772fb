/** Workers as programs of their own, on the database of a test file, and neighbours that can kill them at work. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Program } from '../../cms/scripts/child.ts';
import { root } from '../../cms/scripts/settings.ts';

export type Worker = {
  readonly kill: (signal: NodeJS.Signals) => void;
  /** How it ended: the exit code, or the signal that killed it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  readonly said: () => string;
};

/** How the supervisor knows a worker on the database of the file. */
export function workerWith(logs: string): Program {
  const { VITEST: _runner, ...variables } = process.env;
  return {
    ...{ name: 'worker', command: [join(root, 'cms/scripts/worker.ts')], cwd: root, logs },
    environment: { ...variables, NODE_ENV: 'production' },
    ...{ say() {}, changed() {} },
  };
}

/** A worker that is at work, started by hand. */
export async function startWorker(...options: readonly string[]): Promise<Worker> {
  const { command, cwd, environment } = workerWith('');
  const child = spawn(process.execPath, [...command, ...options], {
    cwd,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (bytes: Buffer) => {
      said += bytes.toString();
    });
  }
  const ended = once(child, 'close').then(([code, signal]) => signal ?? code);
  await untilAtWork(child, () => said);
  return { kill: (signal) => child.kill(signal), ended, said: () => said };
}

async function untilAtWork(child: ChildProcess, said: () => string): Promise<void> {
  while (!said().includes('is at work')) {
    if (child.exitCode !== null) throw new Error(`The worker ended:\n${said()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export type Neighbour = {
  /** `host:port` */
  readonly address: string;
  /** How often it was asked. */
  readonly asked: () => number;
  /** What it does when it is asked next, before it answers. */
  readonly onNext: (act: () => void) => void;
  readonly close: () => void;
};

/** Stands where the preview or the press would, and answers that all is well. */
export async function neighbour(): Promise<Neighbour> {
  let times = 0;
  let next: (() => void) | null = null;
  const server: Server = createServer((request, response) => {
    times += 1;
    next?.();
    next = null;
    request.resume().on('end', () => response.end('{}'));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    address: `127.0.0.1:${port}`,
    asked: () => times,
    onNext: (act) => {
      next = act;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
