/** What is to be there after the power went is synced before anything relies on it. */
import { spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** One file, or the names in one folder. */
export async function syncPlace(place: string): Promise<void> {
  const opened = await open(place, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}

/** Everything on the file system of a folder. Throws when the disk cannot have it. */
export async function syncAll(folder: string): Promise<void> {
  // The helper is asked by the line. What cannot be named in one is synced with everything else.
  const place = folder.includes('\n') ? '' : folder;
  const code = (await askHelper(place)) ?? (await askHelper(place));
  if (code === 0) return;
  throw new Error(
    `What was written to ${folder} could not be brought to the disk: the program sync ` +
      `${code === null ? 'was ended' : `answered ${code}`}. Look whether it is installed, and the disk full or broken.`,
  );
}

/**
 * Starting a program takes a process as large as the press 60 ms in which it does nothing else. So a small shell is started
 * once, which starts the others: it reads `number folder` and answers `number code`. The option -f is GNU's: where it is
 * not known, everything is synced.
 */
const PROGRAM = `while IFS= read -r asked; do
  ( { sync -f "\${asked#* }" 2>/dev/null || sync; echo "\${asked%% *} $?"; } & )
done`;

type Helper = {
  readonly ask: (line: string) => void;
  /** By number, who waits for the exit code; it is `null` when the helper ended before. */
  readonly waiting: Map<number, (code: number | null) => void>;
};

let helper: Helper | null = null;
let last = 0;

function askHelper(folder: string): Promise<number | null> {
  helper ??= startHelper();
  const { ask, waiting } = helper;
  last += 1;
  const number = last;
  return new Promise((resolve) => {
    waiting.set(number, resolve);
    ask(`${number} ${folder}\n`);
  });
}

function startHelper(): Helper {
  // A process group of its own: Ctrl-C in the terminal must not end it under a press that is finishing its work.
  const child = spawn('sh', ['-c', PROGRAM], {
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const [asking, answering] = [child.stdin as Socket, child.stdout as Socket];
  const waiting: Helper['waiting'] = new Map();
  // Nobody is kept from ending by a helper that has nothing to do.
  const rest = () => {
    if (waiting.size === 0) answering.unref();
  };
  const end = () => {
    if (helper?.waiting === waiting) helper = null;
    for (const answer of waiting.values()) answer(null);
    waiting.clear();
  };
  child.unref();
  asking.unref();
  rest();
  child.once('error', end);
  child.once('close', end);
  asking.on('error', end);
  createInterface(answering).on('line', (line) => {
    const [number = 0, code = 1] = line.split(' ').map(Number);
    waiting.get(number)?.(code);
    waiting.delete(number);
    rest();
  });
  const ask = (line: string) => {
    answering.ref();
    asking.write(line);
  };
  return { ask, waiting };
}
