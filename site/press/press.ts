/**
 * One publication: the feed is read to its head, the pages that it touches are rendered, checked and written into the
 * next release, and the release is served. Whatever stops it leaves the last release served; the next run goes on
 * from there.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Trust } from '@charterpress/shared/trust.ts';
import { keys } from '../src/content/keys.ts';
import { openStore, type Store } from '../src/content/store.ts';
import { fileOf } from '../src/views/picture.ts';
import { bookletsOfRelease, keysOfBooklets } from './booklets-later.ts';
import { problemOfMedian, problemsOfAssets } from './budgets.ts';
import type { Bundle } from './bundle.ts';
import { drawPictures, putPictures } from './draw-pictures.ts';
import { formOfFeed, type Run, readFeed } from './feed.ts';
import { writeCopies } from './finish.ts';
import { type Folders, type Old, openFolders } from './folders.ts';
import type { Copy } from './folders-ahead.ts';
import { held } from './hold.ts';
import { type Failure, type Ledger, openLedger } from './ledger.ts';
import { MOVES_FILE } from './moves-file.ts';
import { keysOfNotices, keysThatWait } from './notices-first.ts';
import { blocksOf, bringUpToDate, keepNotices, noticesOf } from './notices-kept.ts';
import { keptPdf, pdfsInTheMaking } from './pdfs-kept.ts';
import { pathsFirst, planChanges, planEverything } from './plan.ts';
import { PressError } from './press-error.ts';
import { putAssets } from './put-assets.ts';
import { readEdition } from './read-edition.ts';
import { renderPlan } from './render-plan.ts';
import { keysOfWhatIsToldAfter, keysToldAfter } from './told-after.ts';

/** The moments of a publication at which a test may stop the process. */
export type Step =
  | 'pulled'
  | 'begun'
  | 'rendered'
  | 'completed'
  | 'recorded'
  | 'scrubbed'
  | 'swapped';

export type PressOptions = {
  readonly dataDir: string;
  readonly trust: Trust;
  readonly logo: string;
  readonly siteUrl: string;
  readonly cmsUrl: string;
  readonly pressKey: string | null;
  readonly bundle: Bundle;
  /** The clock by which notices begin and end. */
  readonly now?: () => Date;
  readonly onStep?: (step: Step) => void | Promise<void>;
};

export type Publication = {
  /** The release that holds everything up to `upTo`. */
  readonly release: number;
  readonly upTo: number;
  readonly rendered: number;
  readonly changed: number;
  readonly removed: number;
  /** Pages that keep their last good bytes, or are left out when they never had any; and editions set aside. */
  readonly failed: readonly Failure[];
  /** Whether nothing had to be made. */
  readonly isUnchanged: boolean;
  /** Whether pages wait for the next publication: an urgent notice is live first where people look. */
  readonly hasMore: boolean;
  /** Whether booklets wait for a moment in which nothing else does. */
  readonly hasBooklets: boolean;
  /** What a whole release weighs too much, in a sentence: see `budgets.ts`. */
  readonly weighs: string | null;
};

export type Press = {
  readonly store: Store;
  readonly ledger: Ledger;
  readonly folders: Folders;
  /** What is not as it could be, for whoever starts it. */
  readonly warnings: readonly string[];
  readonly publish: () => Promise<Publication>;
  /**
   * What can wait until the release is served: makes the next folder ready, takes away what is not kept, and begins what
   * takes long beside it.
   */
  readonly tidy: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const KEPT_RELEASES = 10;
/** The newest release, and the one before it: a request that began there is answered from there. */
const JUST_SERVED = 2;
/** As many as a publication needs beside the one that is ready: to delete one takes longer than to make it into the next. */
const KEPT_FOLDERS = 3;
/** Of these, as many are made for a press that has no old ones. */
const MADE_AHEAD = 2;
/** Of a folder that differs in more files than this, links to all of the newest are sooner made. */
const FEW_DIFFERENCES = 2_000;

export async function openPress(options: PressOptions): Promise<Press> {
  const { trust, logo, siteUrl: site, bundle } = options;
  const folder = path.join(options.dataDir, 'press');
  mkdirSync(folder, { recursive: true });
  const store = openStore({ file: path.join(folder, 'store.sqlite'), trust, logo, site });
  const ledger = openLedger(store);
  const folders = openFolders(path.join(options.dataDir, 'releases'));
  const step = async (name: Step) => options.onStep?.(name);
  const pictures = await drawPictures({ trust, logo }, bundle.picturesFolder);
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([bundle.fingerprint, trust, logo, site, pictures.wordless]))
    .digest('hex');
  await converge();

  return {
    store,
    ledger,
    folders,
    warnings: [...pictures.sentences, ...problemsOfAssets(bundle.assetsFolder)],
    publish,
    tidy,
    close: async () => {
      await folders.ahead.stop();
      store.close();
    },
  };

  /** Notices begin and end by the clock, also when the CMS does not answer. */
  async function publish(): Promise<Publication> {
    const trouble = await pull().then(
      () => null,
      (error: unknown) => ({ error }),
    );
    await settle();
    await step('pulled');
    const newest = ledger.newestRelease();
    const isIdle = newest === null || ledger.changedKeys().length === 0;
    if (trouble !== null && isIdle) throw trouble.error;
    const isWhole = newest === null || newest.fingerprint !== fingerprint;
    if (isWhole) await readSetAsideAgain();
    if (newest !== null && !isWhole && ledger.changedKeys().length === 0) {
      await serve(newest.number);
      return unchanged(newest.number);
    }
    const erases = ledger.erasedKeys().length > 0;
    const made = await make(newest?.number ?? null, isWhole).catch(async (error) => {
      await rm(folders.building, { recursive: true, force: true }).catch(() => {});
      throw named(error, options.dataDir);
    });
    await step('recorded');
    await scrub(made.release);
    await step('scrubbed');
    await serve(made.release);
    await step('swapped');
    if (erases) compact();
    return made;
  }

  async function settle(): Promise<void> {
    await ledger.inTransaction(() => {
      const before = store.now();
      ledger.noteChanged(keysOfNotices(store.settle((options.now ?? (() => new Date()))())));
      ledger.noteChanged(ledger.keysBetween(keys.reached(before), keys.reached(store.now())));
    });
    const notices = noticesOf(store.content());
    keepNotices(options.dataDir, notices);
    const hold = held(options.dataDir);
    if (hold !== null) bringUpToDate(folders.at(hold), blocksOf(notices));
  }

  /**
   * Takes the feed up to its head into the store, all of it or nothing. What was read by other code is read again from
   * the first: until the CMS gives it, everything stays as it was.
   */
  async function pull(): Promise<void> {
    const form = formOfFeed();
    const isOfOtherCode = store.form() !== form;
    const runs = readFeed(isOfOtherCode ? 0 : store.head(), { cmsUrl: options.cmsUrl });
    const { value: first } = await runs.next();
    if (first === undefined) return;
    await ledger.inTransaction(async () => {
      if (isOfOtherCode) beginAgain(form);
      take(first);
      for await (const run of runs) take(run);
    });
  }

  function beginAgain(form: string): void {
    store.beginAgain(form);
    for (const { sequence } of ledger.allSetAside()) ledger.forgetSetAside(sequence);
  }

  function take(run: Run): void {
    const removed = run.editions.filter((edition) => edition.action === 'removed');
    for (const { kind, document } of removed) {
      if (kind === 'media') ledger.noteToScrub(imagesOf(store, document));
      for (const each of ledger.allSetAside()) {
        if ((each.row as { document?: unknown }).document === document) {
          ledger.forgetSetAside(each.sequence);
        }
      }
    }
    for (const edition of run.editions) {
      const changed = store.add([edition], run.head);
      ledger.noteChanged([...changed, ...keysOfWhatIsToldAfter(changed)]);
      if (edition.action === 'removed') ledger.noteErased(changed);
    }
    store.add([], run.head);
    ledger.setAside(run.setAside);
  }

  /** A change of the code may be the one that can read them. */
  async function readSetAsideAgain(): Promise<void> {
    await ledger.inTransaction(() => {
      for (const { sequence, row } of ledger.allSetAside()) {
        const read = readEdition(row);
        if (!read.ok) continue;
        ledger.noteChanged(store.add([read.edition], store.head()));
        ledger.forgetSetAside(sequence);
      }
    });
  }

  async function make(base: number | null, isWhole: boolean): Promise<Publication> {
    return ledger.inTransaction(async () => {
      const release = nextNumber();
      await folders.begin(base, () => oldFolders().next().value ?? null);
      await step('begun');
      if (isWhole) await putAssets(bundle.assetsFolder, folders.building);
      if (isWhole) putPictures({ trust, logo }, bundle.picturesFolder, folders.building);
      const waiting = isWhole ? [] : keysThatWait(ledger);
      const toldAfter = isWhole ? [] : keysToldAfter(ledger);
      const first = waiting.length === 0 ? [] : pathsFirst(store, ledger);
      ledger.putOff([...waiting, ...toldAfter]);
      eraseFromPdfs();
      const booklets = isWhole ? { due: [], waiting: [] } : bookletsOfRelease(ledger);
      ledger.putOff(keysOfBooklets(booklets.waiting));
      const beside = { also: [...first, ...booklets.due], not: booklets.waiting };
      const plan = isWhole ? planEverything(store, ledger) : planChanges(store, ledger, beside);
      const noticesWait = waiting.length > 0;
      const { dataDir, cmsUrl, pressKey } = options;
      const work = await renderPlan(plan, {
        ...{ store, ledger, folders, bundle, site, dataDir, cmsUrl, pressKey },
        ...{ base, release, isWhole, noticesWait },
      });
      await step('rendered');
      await folders.complete(release, work.files);
      await step('completed');
      if (ledger.erasedKeys().length > 0) ledger.noteToScrub(ledger.filesThatShowed());
      ledger.keepRelease(release, store.head(), fingerprint, work.files);
      ledger.keepFailed(work.failed);
      ledger.keepReceipt({ release, upTo: store.head(), liveAt: null, failed: allFailed() });
      ledger.forgetChanged();
      return {
        release,
        upTo: store.head(),
        rendered: work.rendered,
        changed: work.files.length,
        removed: work.removed,
        failed: allFailed(),
        isUnchanged: false,
        hasMore: noticesWait || toldAfter.length > 0,
        hasBooklets: booklets.waiting.length > 0,
        weighs: isWhole ? problemOfMedian(work.weights) : null,
      };
    });
  }

  /** A PDF that shows what is erased goes at once; another is made of the booklet without it. */
  function eraseFromPdfs(): void {
    if (ledger.erasedKeys().length === 0) return;
    rmSync(pdfsInTheMaking(options.dataDir), { recursive: true, force: true });
    for (const at of ledger.pdfsThatShow()) {
      rmSync(keptPdf(options.dataDir, at), { force: true });
      ledger.forgetPdf(at);
    }
  }

  function nextNumber(): number {
    const known = [ledger.newestRelease()?.number ?? 0, ...folders.numbers()];
    return Math.max(...known) + 1;
  }

  /** In every kept release, what showed an erased text gives way to the newest release's file. */
  async function scrub(newest: number): Promise<void> {
    const files = ledger.toScrub();
    if (files.length === 0) return;
    for (const file of files.filter((each) => each.startsWith('files/'))) {
      if (!ledger.isLinked(`/${file}`)) await folders.remove(file, folders.at(newest));
    }
    for (const release of folders.numbers()) {
      if (release === newest) continue;
      for (const file of files) await folders.take(file, folders.at(newest), folders.at(release));
      sayGone(folders.at(release));
    }
    const blocks = blocksOf(noticesOf(store.content()));
    for (const release of folders.numbers()) bringUpToDate(folders.at(release), blocks);
    await folders.deleteAllButReleases();
    await ledger.inTransaction(() => ledger.forgetToScrub());
  }

  /** An older release, rolled back to, says of what was erased that it is gone and not that it never was. */
  function sayGone(folder: string): void {
    const file = path.join(folder, MOVES_FILE);
    if (!existsSync(file)) return;
    const { redirects, gone } = JSON.parse(readFileSync(file, 'utf8'));
    const all = new Set([...gone, ...ledger.goneAddresses()]);
    writeCopies(file, [Buffer.from(JSON.stringify({ redirects, gone: [...all] }))]);
  }

  async function serve(release: number): Promise<void> {
    if (held(options.dataDir) !== null || folders.current() === release) return;
    await folders.swap(release);
    const hold = held(options.dataDir);
    if (hold !== null) await folders.swap(hold);
  }

  function unchanged(release: number): Publication {
    const newest = ledger.newestRelease();
    if (newest !== null && newest.upTo !== store.head()) {
      ledger.keepUpTo(release, store.head());
      ledger.keepReceipt({ release, upTo: store.head(), liveAt: null, failed: allFailed() });
    }
    const counts = { rendered: 0, changed: 0, removed: 0, failed: allFailed(), weighs: null };
    return {
      release,
      upTo: store.head(),
      ...counts,
      isUnchanged: true,
      hasMore: false,
      hasBooklets: false,
    };
  }

  function allFailed(): readonly Failure[] {
    const aside = ledger.allSetAside().map(({ sequence, why }) => ({ path: '', sequence, why }));
    return [...aside, ...ledger.failed()];
  }

  async function tidy(): Promise<void> {
    const newest = ledger.newestRelease()?.number ?? null;
    if (newest === null) return;
    const old = [...oldFolders()];
    // The oldest first, so that none grows so old that it is of no use.
    const next = folders.hasSpare(newest) ? undefined : old.pop();
    if (next !== undefined) await folders.prepareSpare(newest, next);
    const stays = new Set(old.slice(0, KEPT_FOLDERS).map(({ place }) => place));
    const all = [...notNeeded().map(({ place }) => place), ...folders.leftOver(newest)];
    await folders.ahead.setAside(all.filter((place) => !stays.has(place)));
    const oldest = Math.min(...folders.numbers());
    await ledger.inTransaction(() => ledger.forgetReleasesBefore(oldest));
    folders.ahead.work({ copyOf: stays.size < MADE_AHEAD ? newest : null });
  }

  /** Folders that can be made into the next, those first that differ least from the newest. */
  function* oldFolders(): Generator<Old> {
    const known = new Set(ledger.releases());
    for (const one of notNeeded()) {
      // Of what it holds, the ledger has to know: it may have been begun anew.
      if (!known.has(one.release)) return;
      const differs = ledger.changesSince(one.release);
      if (differs.length > FEW_DIFFERENCES) return;
      yield { ...one, differs };
    }
  }

  /** Releases that are not kept and copies made ahead, the newest first. */
  function notNeeded(): readonly Copy[] {
    const releases = notKept().map((release) => ({ release, place: folders.at(release) }));
    return [...releases, ...folders.ahead.stock()].sort((a, b) => b.release - a.release);
  }

  /**
   * All but the last ten publications, each by the release that has all of it, the one that is held, and those from which
   * somebody may be reading.
   */
  function notKept(): readonly number[] {
    const numbers = folders.numbers();
    const superseded = new Set(ledger.supersededReleases());
    const whole = numbers.filter((number) => !superseded.has(number));
    const kept = new Set([
      ...whole.slice(-KEPT_RELEASES),
      ...numbers.slice(-JUST_SERVED),
      ...[held(options.dataDir), folders.current(), folders.ahead.copying()],
    ]);
    return numbers.filter((number) => !kept.has(number));
  }

  /** What a killed run left: the files of the ledger's newest release are the truth, and it is served. */
  async function converge(): Promise<void> {
    const newest = ledger.newestRelease();
    const numbers = folders.numbers();
    if (newest !== null && !numbers.includes(newest.number)) {
      await ledger.inTransaction(() => ledger.forgetPages());
      return;
    }
    for (const number of numbers) {
      if (newest !== null && number > newest.number) {
        await rm(folders.at(number), { recursive: true, force: true });
      }
    }
    if (newest === null) return;
    await scrub(newest.number);
    await serve(newest.number);
  }

  /** Erased text must not linger in free pages of the file either. */
  function compact(): void {
    store.database.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE)');
  }
}

function imagesOf(store: Store, document: string): readonly string[] {
  return store.history('media', document).flatMap((edition) => {
    const renditions = edition.action === 'removed' ? [] : (edition as never as Media).content.file;
    return renditions.flatMap((rendition) => fileOf(rendition)?.slice(1) ?? []);
  });
}

type Media = { readonly content: { readonly file: readonly { sha256: string; mime: string }[] } };

/** Names what an engineer has to do where the machine gave just a code. */
function named(error: unknown, dataDir: string): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code !== 'ENOSPC' && code !== 'EDQUOT') return error;
  return new PressError(
    `The disk is full (${message}). Nothing was published; the last release stays. ` +
      `Make room where DATA_DIR is (${dataDir}); the press tries again by itself.`,
    { cause: error },
  );
}
