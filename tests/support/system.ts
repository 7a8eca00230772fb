/** All of Charterpress as a newcomer has it: `npm start`'s own program, on a data folder and addresses of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { holderOf } from '../../cms/scripts/lock.ts';
import { childEnvironment, readSettings, root } from '../../cms/scripts/settings.ts';
import { freeAddress } from './free-port.ts';
import { scratch } from './scratch.ts';

export type System = {
  readonly siteUrl: string;
  readonly cmsUrl: string;
  readonly dataDir: string;
  /** What it was started with, for a program beside it: addresses, data folder, database, keys. */
  readonly environment: () => NodeJS.ProcessEnv;
  /** The number of what runs as press, preview, CMS, site, database or npm start; `null` when it does not. */
  readonly process: (name: string) => number | null;
  /** What it has printed so far. */
  readonly said: () => string;
  /** The password that was made for an account, by the part of its address before the @. */
  readonly password: (name: string) => string;
  /** As Ctrl-C does. Answers the exit code. */
  readonly stop: () => Promise<number | null>;
  /** The same system again, after `stop`. */
  readonly startAgain: () => Promise<void>;
  readonly end: () => Promise<void>;
};

/**
 * Starts it in a folder of its own, with nothing in it or with what `prepared` holds, and waits until it says that it is
 * ready. Throws with all it said when it ends before.
 */
export async function startSystem(
  environment: Readonly<Record<string, string>> = {},
  prepared: string | null = null,
): Promise<System> {
  const dataDir = scratch('system');
  if (prepared !== null) cpSync(prepared, dataDir, { recursive: true, verbatimSymlinks: true });
  const addresses = await freeAddresses();
  let running = run({ ...environment, ...addresses, DATA_DIR: dataDir });
  await running.ready;
  return {
    siteUrl: `http://${addresses.SITE_ADDRESS}`,
    cmsUrl: `http://${addresses.CMS_ADDRESS}`,
    dataDir,
    environment: () => {
      const variables = { ...outside(), ...environment, ...addresses, DATA_DIR: dataDir };
      return childEnvironment(readSettings(variables), variables);
    },
    process: (name) => processNamed(name, dataDir),
    said: () => running.said(),
    password: (name) => passwordIn(dataDir, name),
    stop: () => running.stop(),
    startAgain: async () => {
      running = run({ ...environment, ...addresses, DATA_DIR: dataDir });
      await running.ready;
    },
    end: async () => {
      await running.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function freeAddresses(): Promise<Record<string, string>> {
  const names = ['SITE', 'CMS', 'PREVIEW', 'PRESS', 'DATABASE'];
  const each = await Promise.all(names.map(() => freeAddress()));
  return Object.fromEntries(names.map((name, at) => [`${name}_ADDRESS`, String(each[at])]));
}

function run(environment: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [join(root, 'cms/scripts/start.ts')], {
    cwd: root,
    env: { ...outside(), ...environment } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const ready = new Promise<void>((done, failed) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (bytes: Buffer) => {
        said += bytes.toString();
        if (said.includes('Ready in')) done();
      });
    }
    void ended.then((code) => failed(new Error(`npm start ended with ${code}:\n${said}`)));
  });
  return { ready, said: () => said, stop: () => stop(child, ended) };
}

function stop(child: ChildProcess, ended: Promise<number | null>): Promise<number | null> {
  if (child.exitCode === null) child.kill('SIGINT');
  return ended;
}

/** The environment less what the test runner put into it for itself. */
function outside(): Record<string, string | undefined> {
  const { NODE_ENV: _mode, VITEST: _runner, ...rest } = process.env;
  // PDFs of booklets take a browser that no other test waits for.
  return { ...rest, CHROME_PATH: 'none' };
}

function processNamed(name: string, dataDir: string): number | null {
  const holder = holderOf(dataDir);
  const all = holder === null ? [] : [holder, ...holder.children];
  return all.find((each) => each.name === name)?.pid ?? null;
}

function passwordIn(dataDir: string, name: string): string {
  const kept = JSON.parse(readFileSync(join(dataDir, 'accounts.json'), 'utf8')) as {
    email: string;
    password: string;
  }[];
  const account = kept.find(({ email }) => email.startsWith(`${name}@`));
  if (account === undefined) throw new Error(`There is no sample account ${name}.`);
  return account.password;
}
