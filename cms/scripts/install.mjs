/**
 * Installs what is missing before any npm script of this repository runs. Plain JavaScript without dependencies for
 * Node 20 and later, because it runs before anything is installed; what comes after it runs on the Node it installs.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const record = join(root, 'node_modules/.installed-from');
const lock = readFileSync(join(root, 'package-lock.json'));
const hash = createHash('sha256').update(lock).digest('hex');

if (readOrEmpty(record) !== hash) {
  if (!isInstalledByHand()) install();
  writeFileSync(record, hash);
}
refuseOldNode();

/**
 * The versions of the lock file, which stays as it is. Not `npm ci`: that refuses a lock file without an entry for each
 * operating system's build of a package, and a registry that mirrors only some of them makes no other.
 */
function install() {
  console.log('Installing packages with npm (once, about a minute)');
  const { status, error } = spawnSync(
    'npm install --no-save --include=dev --no-audit --no-fund --loglevel=error',
    {
      cwd: root,
      shell: true,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, PATH: pathWithoutPackages() },
    },
  );
  if (status === 0) return;
  leave(
    `npm install did not finish (${error?.message ?? `it ended with ${status}`}). What it said stands above.\n` +
      'If the network is down or a registry refused, mend that and run the same command again.\n' +
      'If it named package-lock.json, take the file from the repository: git checkout package-lock.json',
  );
}

/** Whether node_modules holds just what the lock file names, as after an `npm install` typed by a person. */
function isInstalledByHand() {
  const installed = readOrEmpty(join(root, 'node_modules/.package-lock.json'));
  if (installed === '') return false;
  const present = JSON.parse(installed).packages;
  return Object.entries(JSON.parse(lock.toString()).packages).every(([path, wanted]) => {
    if (path === '' || !path.includes('node_modules/') || wanted.link === true) return true;
    if (present[path] === undefined) return wanted.optional === true || wanted.devOptional === true;
    return present[path].version === wanted.version;
  });
}

/** npm removes node_modules before it fills it, so it must not run on the Node that lies in there. */
function pathWithoutPackages() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.filter((folder) => !/node_modules[\\/]\.bin$/.test(folder)).join(delimiter);
}

function refuseOldNode() {
  if (existsSync(join(root, 'node_modules/node/bin/node'))) return;
  if (existsSync(join(root, 'node_modules/node/bin/node.exe'))) return;
  if (Number(process.versions.node.split('.')[0]) >= 24) return;
  leave(
    `Node 24 is missing from node_modules, and this is Node ${process.versions.node}: npm was told not to run install scripts.\n` +
      'Type: npm rebuild node --ignore-scripts=false\n' +
      '(npm config get ignore-scripts says whether that is your setting.) Then run the same command again.',
  );
}

function readOrEmpty(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function leave(sentence) {
  console.error(sentence);
  process.exit(1);
}
