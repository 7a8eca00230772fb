/** The two things that are made from code: the CMS by Next and the site's pages by Astro. Skipped while their code is the same. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { endLeftOvers } from './left-overs.ts';
import { isAlive, type Known, known } from './lock.ts';
import { root, type Settings } from './settings.ts';
import { type Turn, takeTurn, whoseTurn } from './turn.ts';

export type Build = {
  readonly name: string;
  /** What it says while it works. */
  readonly doing: string;
  readonly command: readonly string[];
  readonly cwd: string;
  /** Files and folders of the repository that it is made from. */
  readonly from: readonly string[];
  /** Where it writes down what it was made from. */
  readonly record: string;
  /** The file on which those who build it take turns. Nothing that the build clears away. */
  readonly turn: string;
  /** What is there when it is done. */
  readonly made: string;
};

/** `next build`: the same for every trust and data folder. */
export const cmsBuild: Build = {
  name: 'next-build',
  doing: 'Building the CMS (once for each change of its code, about 25 seconds)',
  command: [join(root, 'node_modules/next/dist/bin/next'), 'build'],
  cwd: join(root, 'cms'),
  from: ['cms/src', 'cms/next.config.ts', 'cms/package.json', 'shared/src', 'package-lock.json'],
  record: join(root, 'cms/.next/made-from'),
  turn: join(root, 'node_modules/.cache/charterpress/next-build.turn'),
  made: join(root, 'cms/.next/BUILD_ID'),
};

/** The site's pages in one bundle that the press and the preview render with: the same for every trust and address. */
export function siteBundle({ dataDir }: Settings): Build {
  return {
    name: 'site-bundle',
    doing: 'Building the site’s pages (once for each change of their code)',
    command: [join(root, 'site/press/bundle.ts')],
    cwd: root,
    from: ['site', 'shared/src', 'package-lock.json'],
    record: join(dataDir, 'site-bundle.made-from'),
    turn: join(dataDir, 'site-bundle.turn'),
    made: join(dataDir, 'site-bundle'),
  };
}

export type Making = {
  readonly environment: NodeJS.ProcessEnv;
  /** The folder for what the build says. */
  readonly logs: string;
  readonly say: (line: string) => void;
  readonly signal?: AbortSignal;
};

/**
 * Builds what is not there or was made from other code. `npm start` and `npm test` may want the same thing at the same
 * time: one builds, from the first look to the record, and the others wait and use what it made. Throws an error with the
 * last lines of a failed build.
 */
export async function build(what: Build, making: Making): Promise<void> {
  if (isMade(what)) return;
  const turn = await turnAt(what, making);
  try {
    await endOrphan(what, making.say);
    // The code may have changed while it waited.
    const wanted = hashOf(what);
    if (isMade(what, wanted)) return;
    making.say(what.doing);
    rmSync(what.record, { force: true });
    await run(what, making);
    if (!existsSync(what.made)) {
      throw new Error(`${what.name} ended well and left no ${relative(root, what.made)}.`);
    }
    mkdirSync(dirname(what.record), { recursive: true });
    writeFileSync(what.record, wanted);
  } finally {
    turn.end();
  }
}

function isMade(what: Build, wanted = hashOf(what)): boolean {
  return existsSync(what.made) && readOrEmpty(what.record) === wanted;
}

async function turnAt({ doing, turn: file }: Build, { say, signal }: Making): Promise<Turn> {
  let turn = takeTurn(file);
  if (turn === null) say(`${doing}: ${whoseTurn(file)} is at it, waiting`);
  while (turn === null) {
    await wait(200, undefined, { signal });
    turn = takeTurn(file);
  }
  return turn;
}

/** Whoever had the turn was killed, and the build that it had begun goes on: it would write into what is made now. */
async function endOrphan(what: Build, say: Making['say']): Promise<void> {
  const file = builderFile(what);
  if (!existsSync(file)) return;
  await endLeftOvers([JSON.parse(readFileSync(file, 'utf8')) as Known].filter(isAlive), say);
  rmSync(file);
}

function builderFile({ turn }: Build): string {
  return `${turn}.builder`;
}

/** Settles when the program has ended, also when it was stopped. */
async function run(what: Build, { environment, logs, signal }: Making): Promise<void> {
  mkdirSync(logs, { recursive: true });
  const log = join(logs, `${what.name}.log`);
  const out = openSync(log, 'w', 0o600);
  const child = spawn(process.execPath, what.command, {
    cwd: what.cwd,
    env: environment,
    stdio: ['ignore', out, out],
    detached: true,
    ...(signal === undefined ? {} : { signal, killSignal: 'SIGTERM' }),
  });
  closeSync(out);
  const stopped: Error[] = [];
  child.once('error', (error) => stopped.push(error));
  const ended = new Promise<number | null>((done) => child.once('close', done));
  if (child.pid !== undefined) {
    writeFileSync(builderFile(what), JSON.stringify(known(what.name, child.pid)));
  }
  const code = await ended;
  rmSync(builderFile(what), { force: true });
  if (stopped[0] !== undefined) throw stopped[0];
  if (code !== 0) throw new Error(buildError(what, log));
}

function buildError(what: Build, log: string): string {
  const last = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-25).join('\n');
  return `${what.name} failed. It said:\n\n${last}\n\nThe whole of it is in ${log}. Mend that and start again.`;
}

function hashOf(what: Build): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of what.from.flatMap(filesUnder).sort()) {
    hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

const notCode = new Set(['node_modules', '.astro', '.next', 'dist']);

function filesUnder(path: string): string[] {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full).flatMap((name) =>
    notCode.has(name) ? [] : filesUnder(`${path}/${name}`),
  );
}

function readOrEmpty(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
