/** Who runs in a data folder. One supervisor at a time; the next one finds out where it is, or what a killed one left behind. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** A process as the system knows it: a number alone may by now belong to somebody else. */
export type Known = { readonly name: string; readonly pid: number; readonly born: string };

export type Holder = Known & {
  readonly siteUrl: string;
  readonly cmsUrl: string;
  /** In the order in which they are to be stopped. */
  readonly children: readonly Known[];
};

export type Lock = {
  /** Writes down the children, for a next start that finds them without their supervisor. */
  record(children: readonly Known[]): void;
  release(): void;
};

type Taken =
  | { readonly state: 'mine'; readonly lock: Lock; readonly left: readonly Known[] }
  | { readonly state: 'held'; readonly by: Holder };

type Wanted = Pick<Holder, 'siteUrl' | 'cmsUrl'> & { readonly dataDir: string };

/** Takes the folder, unless somebody alive holds it. `left` are programs that outlived the last holder. */
export function takeLock({ dataDir, siteUrl, cmsUrl }: Wanted): Taken {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'start.lock');
  const me = {
    name: 'npm start',
    pid: process.pid,
    born: bornAt(process.pid) ?? '',
    siteUrl,
    cmsUrl,
  };
  const write = (children: readonly Known[], flag: 'wx' | 'w') => {
    writeFileSync(file, JSON.stringify({ ...me, children }), { flag, mode: 0o600 });
  };
  const earlier = holderOf(dataDir);
  if (earlier !== null && isAlive(earlier)) return { state: 'held', by: earlier };
  rmSync(file, { force: true });
  try {
    write([], 'wx');
  } catch (error) {
    // Somebody who started in the same moment was quicker.
    const by = holderOf(dataDir);
    if (by === null) throw error;
    return { state: 'held', by };
  }
  const lock: Lock = {
    record(children) {
      const beside = `${file}.${process.pid}`;
      writeFileSync(beside, JSON.stringify({ ...me, children }), { mode: 0o600 });
      renameSync(beside, file);
    },
    release: () => rmSync(file, { force: true }),
  };
  return { state: 'mine', lock, left: (earlier?.children ?? []).filter(isAlive) };
}

/** Who holds the folder or held it last, or `null`. */
export function holderOf(dataDir: string): Holder | null {
  const file = join(dataDir, 'start.lock');
  if (!existsSync(file)) return null;
  const text = readFileSync(file, 'utf8');
  // A machine that lost its power may leave an empty file.
  return text.trim() === '' ? null : (JSON.parse(text) as Holder);
}

export function isAlive({ pid, born }: Known): boolean {
  return bornAt(pid) === born;
}

export function known(name: string, pid: number): Known {
  return { name, pid, born: bornAt(pid) ?? '' };
}

/** When a process began, in whatever words the system has for it; `null` when there is none of that number. */
function bornAt(pid: number): string | null {
  if (existsSync('/proc/self/stat')) return bornInProc(pid);
  const { stdout, status } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
    encoding: 'utf8',
  });
  return status === 0 ? stdout.trim() : null;
}

/** Field 22 of /proc/<pid>/stat, counted after the program's name, which may hold spaces. */
function bornInProc(pid: number): string | null {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return null;
  const stat = readFileSync(file, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return hasEnded(pid, fields[0]) ? null : (fields[19] ?? null);
}

/** A zombie has ended, unless only its first thread has: mongod closes its files on another one. */
function hasEnded(pid: number, state: string | undefined): boolean {
  return state === 'Z' && readdirSync(`/proc/${pid}/task`).length < 2;
}
