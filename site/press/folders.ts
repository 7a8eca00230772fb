/**
 * The folders of the releases: complete copies of the site that share unchanged files by hard links. A file that is in
 * a release is never written into, only replaced. The next folder is made ahead, while nobody waits:
 * shared/decisions/releases-ahead.md says why.
 */
import { existsSync, mkdirSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { link, readdir, rename, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { COPIES } from './finish.ts';
import { type Copy, foldersAhead } from './folders-ahead.ts';
import { linkTree } from './link-tree.ts';
import { syncAll, syncPlace } from './sync.ts';

/** Addresses below these end in a hash of their bytes: what a page of any kept release loads stays in all of them. */
const HASHED = ['_astro', 'assets'];
/** Above this many files one sync of the file system is quicker than one a file. */
const FEW_FILES = 96;

/** A folder that nobody needs any more, and the files in which it differs from the newest. */
export type Old = Copy & { readonly differs: readonly string[] };

export type Folders = ReturnType<typeof openFolders>;

export function openFolders(releases: string) {
  mkdirSync(releases, { recursive: true });
  const building = path.join(releases, '.building');
  const copying = path.join(releases, '.copying');
  const at = (release: number) => path.join(releases, String(release));
  const spare = (release: number) => path.join(releases, `.spare-${release}`);
  const ahead = foldersAhead(releases);
  let isBegunOnDisk = true;

  return {
    releases,
    building,
    at,
    ahead,

    /** The release that is served; `null` when there is none. */
    current: (): number | null => currentRelease(releases),
    numbers: (): readonly number[] =>
      readdirSync(releases)
        .filter((name) => /^\d+$/.test(name))
        .map(Number)
        .sort((a, b) => a - b),

    /** Makes `.building` a copy of the release `base`, or empty. `findOld` is asked where none was made ahead. */
    async begin(base: number | null, findOld: () => Old | null): Promise<void> {
      await rm(building, { recursive: true, force: true });
      isBegunOnDisk = base === null || existsSync(spare(base));
      if (base === null) mkdirSync(building);
      else if (isBegunOnDisk) await rename(spare(base), building);
      else await copyOf(base, building, findOld);
    },

    /** Makes `.building` durable, then the release of that number. `files` is what was changed in it. */
    async complete(release: number, files: readonly string[]): Promise<void> {
      if (isBegunOnDisk && files.length <= FEW_FILES) await syncFiles(building, files);
      else await syncAll(building);
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
      // A copy may become a release; one that is half made would miss what comes to the release that it is of.
      await ahead.stop();
      const copies = ahead.stock().map(({ place }) => place);
      const folders = [...kept.map(at), ...copies, building];
      for (const from of folders) {
        for (const to of folders) {
          if (from !== to) for (const name of HASHED) await linkMissing(from, to, name);
        }
      }
    },

    /** Whether the folder is there that the release after this one starts from. */
    hasSpare: (newest: number): boolean => existsSync(spare(newest)),

    /** Makes that folder out of one that nobody needs. */
    async prepareSpare(newest: number, old: Old): Promise<void> {
      await rm(copying, { recursive: true, force: true });
      await turnInto(newest, copying, old);
      await syncAll(copying);
      await rename(copying, spare(newest));
    },

    /** Spares of anything but the newest release, and what was never finished. */
    leftOver: (newest: number): readonly string[] =>
      readdirSync(releases)
        .filter((name) => name.startsWith('.spare-') || name === '.building' || name === '.copying')
        .filter((name) => name !== `.spare-${newest}`)
        .map((name) => path.join(releases, name)),

    /** Deletes whatever is not a release: the next one begins with a folder of its own. */
    async deleteAllButReleases(): Promise<void> {
      await ahead.stop();
      for (const name of await readdir(releases)) {
        if (!name.startsWith('.')) continue;
        // With a promise for every file it takes five times as long, and a removal is waited for.
        rmSync(path.join(releases, name), { recursive: true, force: true });
      }
    },
  };

  /** Out of a folder that nobody needs, or that is being made just now, else by links. */
  async function copyOf(release: number, to: string, findOld: () => Old | null): Promise<void> {
    let old = findOld();
    if (old === null && ahead.copying() !== null) {
      await ahead.done();
      old = findOld();
    }
    if (old === null) await linkTree(at(release), to);
    else await turnInto(release, to, old);
  }

  async function turnInto(release: number, to: string, old: Old): Promise<void> {
    await rename(old.place, to);
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

async function syncFiles(folder: string, files: readonly string[]): Promise<void> {
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
