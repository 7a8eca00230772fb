import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { administrator, keepAccounts, printAccounts } from '../../../cms/scripts/accounts.ts';
import { type Build, build } from '../../../cms/scripts/builds.ts';
import { keepRunning } from '../../../cms/scripts/child.ts';
import { endLeftOvers } from '../../../cms/scripts/left-overs.ts';
import { isAlive, known, takeLock } from '../../../cms/scripts/lock.ts';
import {
  childEnvironment,
  readSettings,
  root,
  type Variables,
} from '../../../cms/scripts/settings.ts';
import { takeTurn } from '../../../cms/scripts/turn.ts';
import { ended } from '../../support/ended.ts';
import { freeAddress } from '../../support/free-port.ts';
import { database } from '../../support/mongo.ts';
import { scratch } from '../../support/scratch.ts';

let dataDir: string;
let said: string[];
const started: ChildProcess[] = [];
const say = (line: string) => said.push(line);

beforeEach(() => {
  dataDir = scratch('start');
  said = [];
});

afterEach(() => {
  for (const program of started.splice(0)) program.kill('SIGKILL');
  vi.restoreAllMocks();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('npm start', () => {
  test('says which variable to set when an address is taken', async () => {
    const address = await freeAddress();
    const [host, port] = address.split(':');
    const server = createServer().listen(Number(port), host);
    await once(server, 'listening');
    const { words, code } = await start({ SITE_ADDRESS: address });
    server.close();
    expect(words).toContain(`Something else listens on ${address}.`);
    expect(words).toContain(`SITE_ADDRESS=127.0.0.1:${Number(port) + 100} npm start`);
    expect(code).toBe(1);
  });

  test('refuses a database whose URL names no replica set, before it builds anything', async () => {
    const [url = ''] = (await database()).split('?');
    const { words, code } = await start({ DATABASE_URL: url });
    expect(words).toContain('DATABASE_URL names no replica set');
    expect(words).not.toContain('Building');
    expect(code).toBe(1);
  });

  test('says what an address looks like when one is off', async () => {
    const { words, code } = await start({ CMS_ADDRESS: '3000' });
    expect(words).toContain('CMS_ADDRESS is "3000". Set it to a host and a port');
    expect(code).toBe(1);
  });

  test('says where the first one runs when it is typed twice', async () => {
    // Vitest's own process stands for the first one: it is alive.
    takeLock({ dataDir, siteUrl: 'http://127.0.0.1:4321', cmsUrl: 'http://127.0.0.1:3000' });
    const { words, code } = await start({});
    expect(words).toContain(`Charterpress runs already, as process ${process.pid}`);
    expect(words).toContain('http://127.0.0.1:4321');
    expect(code).toBe(0);
  });
});

describe('the lock', () => {
  const urls = { siteUrl: 'http://site', cmsUrl: 'http://cms' };

  test('of a killed supervisor is taken over, with the programs it left behind', async () => {
    const left = program('setInterval(() => {}, 1000)');
    const holder = { name: 'npm start', pid: 4_000_000, born: '1', ...urls };
    const child = known('press', left.pid as number);
    writeFileSync(join(dataDir, 'start.lock'), JSON.stringify({ ...holder, children: [child] }));
    expect(takeLock({ dataDir, ...urls })).toMatchObject({ state: 'mine', left: [child] });
  });

  test('does not take a process for the holder because it has its number', () => {
    const holder = { name: 'npm start', pid: process.pid, born: 'long ago', ...urls };
    writeFileSync(join(dataDir, 'start.lock'), JSON.stringify({ ...holder, children: [] }));
    expect(takeLock({ dataDir, ...urls }).state).toBe('mine');
  });

  test('left empty by a loss of power is taken over', () => {
    writeFileSync(join(dataDir, 'start.lock'), '');
    expect(takeLock({ dataDir, ...urls }).state).toBe('mine');
  });

  test('is there for one only', () => {
    takeLock({ dataDir, ...urls });
    expect(takeLock({ dataDir, ...urls }).state).toBe('held');
  });
});

test('programs that outlived their supervisor are stopped, and that is said', async () => {
  const left = known('press', program('setInterval(() => {}, 1000)').pid as number);
  await endLeftOvers([left], say);
  expect(isAlive(left)).toBe(false);
  expect(said[0]).toContain('Stopping the press that an earlier npm start left behind');
});

test('the database is not prepared any further when the supervisor was killed', async () => {
  const script = `import('${join(root, 'cms/scripts/preparing.ts')}').then(({ prepare }) =>
    prepare({ name: 'worker', command: ['${join(root, 'cms/scripts/worker.ts')}'], cwd: '${root}',
      environment: process.env, logs: '${dataDir}', say() {}, changed() {} }))`;
  const supervisor = program(script, {
    ...{ DATA_DIR: dataDir, PAYLOAD_SECRET: 'a secret that only tests have', SEED: 'yes' },
    // Nobody answers there, and half a minute passes before that is an error.
    DATABASE_URL: 'mongodb://127.0.0.1:9/charter?replicaSet=rs0',
  });
  const pid = await vi.waitUntil(() => childOf(supervisor.pid as number), { timeout: 10_000 });
  const preparing = known('worker', pid);
  supervisor.kill('SIGKILL');
  await vi.waitFor(() => expect(isAlive(preparing)).toBe(false), { timeout: 15_000 });
});

describe('a program under the supervisor', () => {
  test('is started again when it dies, and what it said last is shown', async () => {
    const counter = join(dataDir, 'starts');
    const child = keepRunning(
      under(
        `require('fs').appendFileSync('${counter}', 'x'); console.error('no paper'); process.exit(3)`,
      ),
    );
    await vi.waitFor(() => expect(readFileSync(counter, 'utf8')).toBe('xx'), { timeout: 10_000 });
    await child.stop();
    expect(said.join('\n')).toMatch(/The press ended \(exit 3\)\. Starting it again in 1 s/);
    expect(said).toContain('press: no paper');
  });

  test('is waited for until it has stopped, and is not started again', async () => {
    const done = join(dataDir, 'done');
    const up = join(dataDir, 'up');
    const child = keepRunning(
      under(`const { writeFileSync } = require('fs'); setInterval(() => {}, 1000);
        process.on('SIGTERM', () => setTimeout(() => { writeFileSync('${done}', ''); process.exit(0); }, 300));
        writeFileSync('${up}', '')`),
    );
    await vi.waitFor(() => expect(existsSync(up)).toBe(true), { timeout: 10_000 });
    await child.stop();
    expect(existsSync(done)).toBe(true);
    expect(said.join('')).not.toContain('Starting it again');
  });

  function under(script: string) {
    const command = ['-e', script];
    const environment = process.env;
    return { name: 'press', command, cwd: root, environment, logs: dataDir, say, changed() {} };
  }
});

describe('a build', () => {
  test('is skipped while what it is made from is the same', async () => {
    const what = building(`require('fs').appendFileSync('${made()}', 'x')`);
    await build(what, making({}));
    await build(what, making({}));
    expect(readFileSync(made(), 'utf8')).toBe('x');
  });

  test('is the same for every trust and address', async () => {
    const what = building(`require('fs').appendFileSync('${made()}', 'x')`);
    await build(what, making({ TRUST: 'kent', SITE_ADDRESS: '127.0.0.1:4321' }));
    await build(what, making({ TRUST: 'leicestershire', SITE_ADDRESS: '127.0.0.1:4421' }));
    expect(readFileSync(made(), 'utf8')).toBe('x');
  });

  test('that fails says why, and is tried again the next time', async () => {
    const what = building(`console.log('a tag is not closed'); process.exit(1)`);
    await expect(build(what, making({}))).rejects.toThrow(
      /failed\. It said:\n\na tag is not closed/,
    );
    await expect(build(what, making({}))).rejects.toThrow('a tag is not closed');
  });

  test('that two want at the same time is made by one, and the other says that it waits', async () => {
    const what = building(slowly());
    await Promise.all([build(what, making({})), build(what, making({}))]);
    expect(readFileSync(made(), 'utf8')).toBe('x');
    expect(said.sort()).toEqual(['Building', `Building: process ${process.pid} is at it, waiting`]);
  });

  test('that fails is tried by the one that waited', async () => {
    const what = building(`${slowly()}; if (!existsSync('${made()}-failed')) {
      writeFileSync('${made()}-failed', ''); process.exit(1) }`);
    const both = await Promise.allSettled([build(what, making({})), build(what, making({}))]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });

  test('whose builder was killed is begun anew', async () => {
    const what = building(slowly());
    const begun = join(dataDir, 'begun');
    const other = program(`import('${join(root, 'cms/scripts/turn.ts')}').then(({ takeTurn }) => {
      globalThis.turn = takeTurn('${what.turn}');
      require('fs').writeFileSync('${begun}', '');
      setInterval(() => {}, 1000) })`);
    await vi.waitFor(() => expect(existsSync(begun)).toBe(true), { timeout: 10_000 });
    const mine = build(what, making({}));
    expect(said).toEqual([`Building: process ${other.pid} is at it, waiting`]);
    other.kill('SIGKILL');
    await mine;
    expect(readFileSync(made(), 'utf8')).toBe('x');
  });

  test('that goes on without its builder is ended before another begins', async () => {
    const what = building(slowly());
    const orphan = program(
      `setTimeout(() => require('fs').appendFileSync('${made()}', 'o'), 2000)`,
    );
    const left = known('pages', orphan.pid as number);
    writeFileSync(`${what.turn}.builder`, JSON.stringify(left));
    await build(what, making({}));
    expect(isAlive(left)).toBe(false);
    expect(said[0]).toContain('Stopping the pages that an earlier npm start left behind');
    expect(readFileSync(made(), 'utf8')).toBe('x');
  });

  test('is of the code that there is when it begins', async () => {
    const code = join(dataDir, 'code.ts');
    const what = { ...building(slowly()), from: [relative(root, code)] };
    writeFileSync(code, 'before');
    const turn = takeTurn(what.turn);
    const mine = build(what, making({}));
    writeFileSync(code, 'after');
    turn?.end();
    await mine;
    await build(what, making({}));
    expect(readFileSync(made(), 'utf8')).toBe('x');
  });

  test('that is stopped has ended when that is said', async () => {
    const up = join(dataDir, 'up');
    const what = building(`const { appendFileSync, writeFileSync } = require('fs');
      setInterval(() => {}, 1000);
      process.on('SIGTERM', () => setTimeout(() => { appendFileSync('${made()}', 'x'); process.exit(0) }, 300));
      writeFileSync('${up}', '')`);
    const isStopping = new AbortController();
    const mine = build(what, { ...making({}), signal: isStopping.signal }).catch(String);
    await vi.waitFor(() => expect(existsSync(up)).toBe(true), { timeout: 10_000 });
    isStopping.abort();
    expect(await mine).toContain('AbortError');
    expect(existsSync(made())).toBe(true);
  });

  test('is waited for no longer when everything stops', async () => {
    const what = building(slowly());
    const turn = takeTurn(what.turn);
    const isStopping = new AbortController();
    const mine = build(what, { ...making({}), signal: isStopping.signal });
    isStopping.abort();
    await expect(mine).rejects.toThrow('aborted');
    turn?.end();
    expect(existsSync(made())).toBe(false);
  });

  const made = () => join(dataDir, 'made');
  const slowly = () => `const { appendFileSync, existsSync, writeFileSync } = require('fs');
    setTimeout(() => appendFileSync('${made()}', 'x'), 300)`;
  const making = (variables: Variables) => ({
    environment: { NODE_ENV: 'test' as const, ...variables },
    logs: dataDir,
    say,
  });

  function building(script: string): Build {
    return {
      name: 'pages',
      doing: 'Building',
      command: ['-e', script],
      cwd: root,
      from: ['shared/src/roles.ts'],
      record: join(dataDir, 'made-from'),
      turn: join(dataDir, 'turn'),
      made: made(),
    };
  }
});

describe('what is kept in the data folder', () => {
  test('passwords are shown once, and can be read by their owner only', () => {
    const shown = vi.spyOn(console, 'log').mockReturnValue();
    const [account] = keepAccounts(dataDir, [administrator]);
    printAccounts(dataDir);
    printAccounts(dataDir);
    const lines = shown.mock.calls
      .flat()
      .filter((line) => String(line).includes(`${account?.password}`));
    expect(lines).toHaveLength(1);
    expect(statSync(join(dataDir, 'accounts.json')).mode & 0o777).toBe(0o600);
  });

  test('secrets are made once, and are others for another folder', () => {
    const secretOf = (folder: string) =>
      childEnvironment(readSettings({ DATA_DIR: join(dataDir, folder) }), {}).PAYLOAD_SECRET;
    expect(secretOf('here')).toBe(secretOf('here'));
    expect(secretOf('here')).not.toBe(secretOf('there'));
    expect(statSync(join(dataDir, 'here/secrets.json')).mode & 0o777).toBe(0o600);
  });

  test('somebody else’s database gets sample content only when they ask', () => {
    const url = {
      DATABASE_URL: 'mongodb://db.example.org/charter?replicaSet=rs0',
      DATA_DIR: dataDir,
    };
    expect(childEnvironment(readSettings(url), url).SEED).toBe('no');
    expect(childEnvironment(readSettings(url), { ...url, SEED: 'yes' }).SEED).toBe('yes');
  });
});

function program(script: string, variables: Variables = {}): ChildProcess {
  const env = { ...process.env, ...variables } as NodeJS.ProcessEnv;
  const child = spawn(process.execPath, ['-e', script], { stdio: 'ignore', env });
  started.push(child);
  return child;
}

/** A slim Linux has no `ps`, and others have no /proc. */
function childOf(pid: number): number | null {
  const proc = `/proc/${pid}/task/${pid}/children`;
  if (existsSync(proc)) return Number.parseInt(readFileSync(proc, 'utf8'), 10) || null;
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  const pairs = stdout.split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  return pairs.find(([, parent]) => parent === pid)?.[0] ?? null;
}

/** The real command, in a data folder and at addresses of its own. */
async function start(variables: Variables): Promise<{ words: string; code: number | null }> {
  const { DATABASE_URL: _ours, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(root, 'cms/scripts/start.ts')], {
    env: {
      ...inherited,
      NODE_ENV: 'production',
      ...(await ownAddresses()),
      DATA_DIR: dataDir,
      ...variables,
    },
  });
  started.push(child);
  const { code, said: words } = await ended(child);
  return { words, code };
}

async function ownAddresses(): Promise<Variables> {
  const names = ['SITE', 'CMS', 'PREVIEW', 'PRESS', 'DATABASE'];
  const pairs = names.map(async (name) => [`${name}_ADDRESS`, await freeAddress()]);
  return Object.fromEntries(await Promise.all(pairs));
}
