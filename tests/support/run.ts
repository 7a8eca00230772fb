/** `npm test`: fetches and builds what the tests need, runs them all, and ends with the plain line "N passed, N failed". */
import { join } from 'node:path';
import { startVitest, type TestModule, type Vitest } from 'vitest/node';
import { findMongod } from '../../cms/database/find-mongod.ts';
import { build, cmsBuild, siteBundle } from '../../cms/scripts/builds.ts';
import { childEnvironment, readSettings, root } from '../../cms/scripts/settings.ts';
import { findBrowser } from './browser.ts';
import { bundlePlace } from './press-at-work.ts';

const settings = readSettings(process.env);
const say = console.log;
// The same programs are started some hundred times in a run. Node reads, strips and compiles them once.
process.env.NODE_COMPILE_CACHE ??= join(settings.dataDir, 'compiled');
// What is young has room until it is gone: less work for every program that is started here.
process.env.NODE_OPTIONS ??= '--max-semi-space-size=64';

const isStopping = new AbortController();
try {
  const environment = childEnvironment(settings, process.env);
  const { signal } = isStopping;
  const making = { environment, logs: join(settings.dataDir, 'logs'), say, signal };
  const bundling = { ...making, environment: { ...environment, DATA_DIR: bundlePlace } };
  // What is fetched is waited for, and Next leaves a processor with little to do at times: the pages are bundled meanwhile.
  const pages = build(siteBundle({ ...settings, dataDir: bundlePlace }), bundling);
  await Promise.all([provideMongod(), findBrowser(), build(cmsBuild, making), pages]);
} catch (error) {
  isStopping.abort();
  console.error(error instanceof Error ? error.message : error);
  lastLine({ passed: 0, failed: 1 });
}

const vitest = await startVitest(process.argv.slice(2), {
  root,
  config: join(root, 'tests/vitest.config.ts'),
  watch: false,
  project: ['!bench'],
});
const tally = count(vitest);
await vitest.close();
lastLine(tally);

async function provideMongod(): Promise<void> {
  const given = settings.mongod;
  process.env.MONGOD = await findMongod({ given, kept: join(settings.dataDir, 'mongod'), say });
}

type Tally = { readonly passed: number; readonly failed: number };

/** A file that could not even be loaded, and an error outside any test, are failures too. */
function count({ state }: Vitest): Tally {
  const modules = state.getTestModules();
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const failed = tests.filter((test) => test.result().state === 'failed').length;
  const broken = modules.filter(isBroken).length + state.getUnhandledErrors().length;
  const passed = tests.filter((test) => test.result().state === 'passed').length;
  return { passed, failed: failed + broken };
}

function isBroken(module: TestModule): boolean {
  const suites = [...module.children.allSuites()];
  return module.errors().length + suites.flatMap((suite) => suite.errors()).length > 0;
}

function lastLine({ passed, failed }: Tally): never {
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 || passed === 0 ? 1 : 0);
}
