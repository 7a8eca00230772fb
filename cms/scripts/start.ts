/**
 * `npm start`: brings up all of Charterpress on one machine and keeps it up. Each step says in one line what it does, and
 * steps that are done already say nothing. The site comes first and goes last: it needs nothing else to be alive.
 */
import type { ChildProcess } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findMongod } from '../database/find-mongod.ts';
import { AddressTaken, isTaken, type RunningMongod, startMongod } from '../database/mongod.ts';
import { refuseWithoutReplicaSet } from '../database/replica-set.ts';
import { isErasingWanted, rewriteDatabase, settleRewriting } from '../database/rewrite.ts';
import { printAccounts } from './accounts.ts';
import { build, cmsBuild, siteBundle } from './builds.ts';
import { type Child, keepRunning, type Program } from './child.ts';
import { freeAddress } from './free-address.ts';
import { endLeftOvers } from './left-overs.ts';
import { type Holder, type Known, known, type Lock, takeLock } from './lock.ts';
import { letBegin, prepare } from './preparing.ts';
import { pressMemory } from './press-memory.ts';
import { childEnvironment, readSettings, root, type Settings } from './settings.ts';

const began = Date.now();
const isStopping = new AbortController();

const settings = readSettingsOrLeave();
const logs = join(settings.dataDir, 'logs');
const taken = takeLock(settings);
if (taken.state === 'held') leave(runsAlready(taken.by), 0);
const { lock } = taken;

const environment = childEnvironment(settings, process.env);
const workerCommand = [join(root, 'cms/scripts/worker.ts')];
/** What runs, by name. */
const children = new Map<string, Child>();
let mongod: RunningMongod | null = null;
/** The worker that prepared the database, and waits until there is something to work with. */
let waiting: ChildProcess | null = null;
let isErasing = false;
let isStoppingAlready = false;
/** What is going on with the database: stopping waits for it, so that no mongod is left behind. */
let databaseWork: Promise<void> = Promise.resolve();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => void stopAll(0));
// `npm run erase` asks for it.
process.on('SIGUSR2', () => void erase());

try {
  await endLeftOvers(taken.left, say);
  await refuseTakenAddresses();
  if (settings.databaseUrl !== null) await refuseWithoutReplicaSet(settings.databaseUrl);
  await bringUp();
} catch (error) {
  if (!isStopping.signal.aborted) {
    console.error(`\n${error instanceof Error ? error.message : error}`);
    await stopAll(1);
  }
}

async function bringUp(): Promise<void> {
  if (hasRelease(settings)) await startSite();
  const making = { environment, logs, say, signal: isStopping.signal };
  const cmsIsBuilt = build(cmsBuild, making);
  const siteIsBuilt = build(siteBundle(settings), making);
  const databaseIsReady = startDatabase().then(prepareDatabase);
  // The first failure ends it all; the others' failures after it are of no interest.
  await Promise.all([cmsIsBuilt, siteIsBuilt, databaseIsReady]);
  await startPublishing();
  await untilReleased();
  await startSite();
  printAccounts(settings.dataDir);
  say(`Site     ${settings.siteUrl}`);
  say(`CMS      ${settings.cmsUrl}/admin`);
  say(`Ready in ${seconds(Date.now() - began)}. Ctrl-C stops everything and loses nothing.`);
}

async function prepareDatabase(): Promise<void> {
  const worker = programOf('worker', workerCommand);
  waiting = await prepare(worker, isStopping.signal);
  if (isStopping.signal.aborted) return void waiting.kill();
  children.set('worker', keepRunning(worker, waiting));
  record();
}

async function startDatabase(): Promise<void> {
  if (settings.databaseUrl !== null) return;
  const kept = join(settings.dataDir, 'mongod');
  const binary = await findMongod({ given: settings.mongod, kept, say });
  if (isStopping.signal.aborted) return;
  databaseWork = startManaged(binary);
  await databaseWork;
}

async function startManaged(binary: string): Promise<void> {
  settleRewriting(settings.dataDir);
  if (isErasingWanted(settings.dataDir)) await rewrite(binary);
  await runMongod(binary);
}

async function runMongod(binary: string): Promise<void> {
  const running = await startMongod({
    binary,
    folder: join(settings.dataDir, 'db'),
    address: settings.addresses.DATABASE,
    log: join(logs, 'mongod.log'),
  });
  mongod = running;
  record();
  void running.ended.then(() => runMongodAgain(binary, running));
}

async function runMongodAgain(binary: string, ended: RunningMongod): Promise<void> {
  if (isStopping.signal.aborted || isErasing || mongod !== ended) return;
  mongod = null;
  say('The database ended. Starting it again.');
  databaseWork = runMongod(binary);
  await databaseWork.catch((error) => say(`${error.message}\nStop with Ctrl-C and start again.`));
}

async function rewrite(binary: string): Promise<void> {
  say('Erasing what was removed from the database’s files, too');
  await rewriteDatabase({
    binary,
    dataDir: settings.dataDir,
    address: settings.addresses.DATABASE,
    besideAddress: await freeAddress(),
    log: join(logs, 'mongod.log'),
  });
}

/** Stops what uses the database, erases, and starts it again. The site stays up. */
async function erase(): Promise<void> {
  if (settings.databaseUrl !== null || mongod === null || isErasing) return;
  isErasing = true;
  try {
    for (const name of ['worker', 'press', 'preview', 'CMS']) await stopChild(name);
    await mongod.stop();
    mongod = null;
    await startDatabase();
    await startPublishing();
    say('Erased.');
  } catch (error) {
    if (isStopping.signal.aborted) return;
    say(
      `Erasing failed: ${error instanceof Error ? error.message : error}\nStop with Ctrl-C and start again.`,
    );
  } finally {
    isErasing = false;
  }
}

async function startPublishing(): Promise<void> {
  startChild('CMS', [join(root, 'cms/scripts/serve.ts')]);
  startChild('preview', [join(root, 'site/press/preview.ts')]);
  await until(() => isUp(`http://${settings.addresses.CMS}/api/health`), 'The CMS');
  if (!children.has('worker')) startChild('worker', workerCommand);
  else if (waiting !== null) letBegin(waiting);
  startChild('press', [...pressMemory, join(root, 'site/press/main.ts'), 'watch']);
}

async function startSite(): Promise<void> {
  if (children.has('site')) return;
  startChild('site', [join(root, 'site/press/serve.ts')]);
  await until(() => answersWell(`http://${settings.addresses.SITE}/`), 'The site');
  say(`The site is up: ${settings.siteUrl}`);
}

async function untilReleased(): Promise<void> {
  if (hasRelease(settings)) return;
  say('Making the first release of the site');
  await until(async () => hasRelease(settings), 'The first release');
}

function startChild(name: string, command: readonly string[]): void {
  if (isStopping.signal.aborted) return;
  children.set(name, keepRunning(programOf(name, command)));
  record();
}

function programOf(name: string, command: readonly string[]): Program {
  return { name, command, cwd: root, environment, logs, say, changed: record };
}

async function stopChild(name: string): Promise<void> {
  await children.get(name)?.stop();
  children.delete(name);
  record();
}

/** Those who write first, the database they write to last. */
async function stopAll(code: number): Promise<void> {
  if (isStoppingAlready) return;
  isStoppingAlready = true;
  console.log('\nStopping');
  isStopping.abort();
  for (const name of ['worker', 'press', 'preview', 'CMS', 'site']) await stopChild(name);
  await databaseWork.catch(() => undefined);
  await mongod?.stop();
  lock.release();
  console.log('Stopped. Everything is kept in', settings.dataDir);
  process.exit(code);
}

function record(): void {
  const order = ['worker', 'press', 'preview', 'CMS', 'site'].flatMap((name): Known[] => {
    const pid = children.get(name)?.pid() ?? null;
    return pid === null ? [] : [known(name, pid)];
  });
  (lock as Lock).record(mongod === null ? order : [...order, known('database', mongod.pid)]);
}

async function refuseTakenAddresses(): Promise<void> {
  const names = ['SITE', 'CMS', 'PREVIEW', 'PRESS'] as const;
  for (const name of names) {
    const address = settings.addresses[name];
    if (!(await isTaken(address))) continue;
    const [host, port] = address.split(':');
    throw new Error(
      `Something else listens on ${address}. Stop it, or give Charterpress another address:\n` +
        `  ${name}_ADDRESS=${host}:${Number(port) + 100} npm start`,
    );
  }
  if (settings.databaseUrl === null && (await isTaken(settings.addresses.DATABASE))) {
    throw new AddressTaken(settings.addresses.DATABASE);
  }
}

/** Waits until it is so; says after a while what it waits for. */
async function until(isSo: () => Promise<boolean>, what: string): Promise<void> {
  const from = Date.now();
  let said = false;
  while (!(await isSo())) {
    if (isStopping.signal.aborted) throw new Error('stopped');
    if (!said && Date.now() - from > 20_000) {
      say(`${what} takes its time. What the programs say is in ${logs}`);
      said = true;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function answersWell(url: string): Promise<boolean> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(5000) }).catch(() => null);
  return answer?.ok === true;
}

/** A CMS that has something bad to say is up all the same: whoever is to mend it needs it. */
async function isUp(url: string): Promise<boolean> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(5000) }).catch(() => null);
  if (answer === null || answer.ok) return answer !== null;
  const { up } = (await answer.json().catch(() => ({}))) as { up?: boolean };
  return up === true;
}

function hasRelease({ dataDir }: Settings): boolean {
  const current = join(dataDir, 'releases/current');
  return existsSync(current) && statSync(current).isDirectory();
}

function runsAlready({ pid, siteUrl, cmsUrl }: Holder): string {
  return [
    `Charterpress runs already, as process ${pid}:`,
    `  Site     ${siteUrl}`,
    `  CMS      ${cmsUrl}/admin`,
    `Press Ctrl-C where it runs to stop it, or type: kill ${pid}`,
    'Another one beside it needs its own DATA_DIR and addresses.',
  ].join('\n');
}

function readSettingsOrLeave(): Settings {
  try {
    return readSettings(process.env);
  } catch (error) {
    return leave(error instanceof Error ? error.message : String(error), 1);
  }
}

function leave(sentence: string, code: number): never {
  console.log(sentence);
  process.exit(code);
}

function say(line: string): void {
  console.log(`[${seconds(Date.now() - began).padStart(6)}] ${line}`);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
