/**
 * The folders of the releases: complete copies of the site that share unchanged files by hard links. A file that is in
 * a release is never written into, only replaced. The next folder is made ahead, while nobody waits:
 * shared/decisions/releases-ahead.md says why.
 */
import { execFile } from 'node:child_process';
import { existsSync, linkSync, mkdirSync, readdirSync, readlinkSync } from 'node:fs';
import { link, open, readdir, rename, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { COPIES } from './finish.ts';

/** Addresses below these end in a hash of their bytes: what a page of any kept release loads stays in all of them. */
const HASHED = ['_astro', 'assets'];
/** Above this many files one sync of the file system is quicker than one a file. */
const FEW_FILES = 96;

/** A release that is no longer kept, and the files in which it differs from the newest; `null` when there is none. */
type Old = { readonly release: number; readonly differs: readonly string[] } | null;

export type Folders = ReturnType<typeof openFolders>;

export function openFolders(releases: string) {
  mkdirSync(releases, { recursive: true });
  const building = path.join(releases, '.building');
  const copying = path.join(releases, '.copying');
  const at = (release: number) => path.join(releases, String(release));
  const spare = (release: number) => path.join(releases, `.spare-${release}`);

  return {
    releases,
    building,
    at,

    /** The release that is served; `null` when there is none. */
    current: (): number | null => currentRelease(releases),
    numbers: (): readonly number[] =>
      readdirSync(releases)
        .filter((name) => /^\d+$/.test(name))
        .map(Number)
        .sort((a, b) => a - b),

    /** Makes `.building` a copy of the release `base`, or empty. `findOld` is asked where none was made ahead. */
    async begin(base: number | null, findOld: () => Old): Promise<void> {
      await rm(building, { recursive: true, force: true });
      if (base === null) mkdirSync(building);
      else if (existsSync(spare(base))) await rename(spare(base), building);
      else await copyOf(base, building, findOld());
    },

    /** Makes `.building` durable, then the release of that number. `files` is what was changed in it. */
    async complete(release: number, files: readonly string[]): Promise<void> {
      await makeDurable(building, files);
      await rename(building, at(release));
      await syncPlace(releases);
    },

    /** Serves this release from here on, in one step. */
    async swap(release: number): Promise<void> {
      const next = path.join(releases, '.current');
      await rm(next, { force: true });
      await symlink(String(release), next);
      await rename(next, path.join(releases, 'current'));
      await syncPlace(releases);
    },

    take,

    /** Takes a file out of a folder. */
    async remove(file: string, folder: string): Promise<void> {
      for (const ending of COPIES) await rm(path.join(folder, file + ending), { force: true });
      await removeEmpty(path.dirname(path.join(folder, file)), folder);
    },

    /** Puts what pages of any kept release load into all of them, and into the one being made. */
    async shareHashed(kept: readonly number[]): Promise<void> {
      const folders = [...kept.map(at), building];
      for (const from of folders) {
        for (const to of folders) {
          if (from !== to) for (const name of HASHED) await linkMissing(from, to, name);
        }
      }
    },

    /** Makes the copy of `newest` that the next release starts from. */
    async prepareSpare(newest: number, findOld: () => Old): Promise<void> {
      if (existsSync(spare(newest))) return;
      await rm(copying, { recursive: true, force: true });
      await copyOf(newest, copying, findOld());
      await syncAll(copying);
      await rename(copying, spare(newest));
    },

    /** Deletes releases, unfinished folders and spares of anything but the newest release. */
    async sweep(newest: number | null, kept: readonly number[]): Promise<void> {
      const stays = new Set(['current', ...kept.map(String)]);
      if (newest !== null) stays.add(`.spare-${newest}`);
      for (const name of await readdir(releases)) {
        if (stays.has(name)) continue;
        await rm(path.join(releases, name), { recursive: true, force: true });
      }
    },
  };

  /** Out of an old release and the files in which it differs, else by links. */
  async function copyOf(release: number, to: string, old: Old): Promise<void> {
    if (old === null) return linkTree(at(release), to);
    await rename(at(old.release), to);
    for (const file of old.differs) await take(file, at(release), to);
  }
}

/** Copies one file, compressed copies too, or takes it away where `from` has none. */
async function take(file: string, from: string, to: string): Promise<void> {
  for (const ending of COPIES) {
    const place = path.join(to, file + ending);
    await rm(place, { force: true });
    if (!existsSync(path.join(from, file + ending))) continue;
    mkdirSync(path.dirname(place), { recursive: true });
    await link(path.join(from, file + ending), place);
  }
  if (!existsSync(path.join(to, file))) await removeEmpty(path.dirname(path.join(to, file)), to);
}

/** The release that `current` leads to; `null` when there is none. */
export function currentRelease(releases: string): number | null {
  try {
    return Number(readlinkSync(path.join(releases, 'current')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** A link a time costs 10 us where a promise each costs 50; between folders others have their turn. */
async function linkTree(from: string, to: string): Promise<void> {
  await setImmediate();
  mkdirSync(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) await linkTree(source, target);
    else linkSync(source, target);
  }
}

async function linkMissing(from: string, to: string, name: string): Promise<void> {
  const folder = path.join(from, name);
  if (!existsSync(folder)) return;
  mkdirSync(path.join(to, name), { recursive: true });
  for (const file of await readdir(folder)) {
    const target = path.join(to, name, file);
    if (!existsSync(target)) await link(path.join(folder, file), target);
  }
}

async function removeEmpty(folder: string, top: string): Promise<void> {
  if (folder === top || !existsSync(folder)) return;
  if ((await readdir(folder)).length > 0) return;
  await rm(folder, { recursive: true, force: true });
  await removeEmpty(path.dirname(folder), top);
}

async function makeDurable(folder: string, files: readonly string[]): Promise<void> {
  if (files.length > FEW_FILES) return syncAll(folder);
  const places = files.flatMap((file) => COPIES.map((ending) => path.join(folder, file + ending)));
  const present = places.filter((place) => existsSync(place));
  const parents = new Set(files.flatMap((file) => parentsOf(path.join(folder, file), folder)));
  await Promise.all(
    [...present, ...[...parents].filter((each) => existsSync(each))].map(syncPlace),
  );
}

function parentsOf(place: string, top: string): readonly string[] {
  const parent = path.dirname(place);
  return parent.length < top.length ? [] : [parent, ...parentsOf(parent, top)];
}

async function syncPlace(place: string): Promise<void> {
  const opened = await open(place, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}

/** `-f` is GNU's: where it is not known, everything is synced. */
async function syncAll(folder: string): Promise<void> {
  const run = promisify(execFile);
  await run('sync', ['-f', folder]).catch(() => run('sync'));
}
