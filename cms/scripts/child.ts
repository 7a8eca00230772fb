/** One program under the supervisor: started, watched, started again when it dies, stopped. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  openSync,
  readSync,
  statSync,
  unwatchFile,
  watchFile,
} from 'node:fs';
import { join } from 'node:path';

export type Program = {
  /** As people call it: "press". Also the name of its log. */
  readonly name: string;
  readonly command: readonly string[];
  readonly cwd: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly logs: string;
  readonly say: (line: string) => void;
  /** Called whenever it was started or has ended. */
  readonly changed: () => void;
};

export type Child = {
  readonly name: string;
  pid(): number | null;
  stop(): Promise<void>;
};

/** Waits before each start after a death; the last one stays. */
const WAITS_S = [1, 2, 5, 10, 30];
/** Whoever ran this long is taken to have been well. */
const WELL_AFTER_MS = 60_000;
const STOP_WITHIN_MS = 15_000;

/** `first`: it runs already. */
export function keepRunning(program: Program, first: ChildProcess | null = null): Child {
  const { name, say, changed } = program;
  let child: ChildProcess | null = null;
  let isWanted = true;
  let deaths = 0;
  let again: NodeJS.Timeout | undefined;
  const { errors } = logsOf(program);
  const stopShowing = showWhatIsAdded(errors, (line) => say(`${name}: ${line}`));

  function start(running = launch(program)): void {
    const startedAt = Date.now();
    child = running;
    running.once('error', (error) => say(`${name} could not be started: ${error.message}`));
    running.once('close', (code, signal) => {
      child = null;
      changed();
      if (!isWanted) return;
      deaths = Date.now() - startedAt > WELL_AFTER_MS ? 1 : deaths + 1;
      const wait = WAITS_S[Math.min(deaths, WAITS_S.length) - 1] ?? 30;
      say(
        `The ${name} ended (${signal ?? `exit ${code}`}). Starting it again in ${wait} s. Its log: ${errors}`,
      );
      again = setTimeout(() => start(), wait * 1000);
    });
    changed();
  }

  start(first ?? undefined);
  return {
    name,
    pid: () => child?.pid ?? null,
    async stop() {
      isWanted = false;
      clearTimeout(again);
      if (child !== null) await stopped(child, name, say);
      stopShowing();
    },
  };
}

type Logs = { readonly output: string; readonly errors: string };

/** Where a program writes what it says. */
export function logsOf({ logs, name }: Program): Logs {
  return { output: join(logs, `${name}.log`), errors: join(logs, `${name}.errors.log`) };
}

/** Starts it, with a line to the supervisor or without one. */
export function launch(program: Program, line?: 'ipc'): ChildProcess {
  const { command, cwd, environment, logs } = program;
  const { errors, output } = logsOf(program);
  mkdirSync(logs, { recursive: true });
  const out = openSync(output, 'a', 0o600);
  const err = openSync(errors, 'a', 0o600);
  const child = spawn(process.execPath, command, {
    cwd,
    env: environment,
    // Files, not pipes: a program whose supervisor was killed must not stumble over a broken pipe. A process group of
    // its own: Ctrl-C in the terminal goes to the supervisor alone, which stops its children in order.
    stdio: ['ignore', out, err, ...(line === undefined ? [] : [line])],
    detached: true,
  });
  closeSync(out);
  closeSync(err);
  return child;
}

function stopped(child: ChildProcess, name: string, say: (line: string) => void): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const tooLong = setTimeout(() => {
      say(`The ${name} did not stop within ${STOP_WITHIN_MS / 1000} s and was killed.`);
      child.kill('SIGKILL');
    }, STOP_WITHIN_MS);
    child.once('close', () => {
      clearTimeout(tooLong);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

/** Shows each whole line that is added to a file from here on. Returns how to stop. */
function showWhatIsAdded(file: string, show: (line: string) => void): () => void {
  let shown = sizeOf(file);
  let rest = '';
  const showMore = () => {
    const size = sizeOf(file);
    if (size <= shown) return;
    const lines = (rest + readBetween(file, shown, size)).split('\n');
    shown = size;
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.trim() !== '') show(line);
  };
  watchFile(file, { interval: 400, persistent: false }, showMore);
  return () => {
    unwatchFile(file);
    showMore();
  };
}

/** In bytes; 0 when it is not there. */
export function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** What a file has from that byte on. */
export function readSince(file: string, from: number): string {
  const size = sizeOf(file);
  return size > from ? readBetween(file, from, size) : '';
}

function readBetween(file: string, from: number, to: number): string {
  const bytes = Buffer.alloc(to - from);
  const open = openSync(file, 'r');
  readSync(open, bytes, 0, bytes.length, from);
  closeSync(open);
  return bytes.toString();
}
