/**
 * The pages of one release: rendered, checked, written into `.building` and noted in the ledger, with all that stands
 * beside them. What fails keeps its last good bytes.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Key } from '../src/content/keys.ts';
import { fileOfPath } from '../src/content/routes.ts';
import { bookletOfPdf } from '../src/content/routes-of-booklets.ts';
import { shortAddresses } from '../src/content/short-addresses.ts';
import type { Store } from '../src/content/store.ts';
import type { Bundle } from './bundle.ts';
import { type Finished, type Rendered, writeCopies } from './finish.ts';
import { startFinisher } from './finisher.ts';
import type { Folders } from './folders.ts';
import { fetchImage } from './images.ts';
import type { Failure, Ledger } from './ledger.ts';
import { MOVES_FILE } from './moves-file.ts';
import {
  blocksOf,
  bringPageUpToDate,
  digestOfBlocks,
  NOTICES_FILE,
  noticesOf,
} from './notices-kept.ts';
import { keptPdf, pdfsOfRelease } from './pdfs-kept.ts';
import { keepMoves, type Plan, type Planned, sequenceOf } from './plan.ts';
import { renderRoute } from './render.ts';
import { notToBeKept, SENSITIVE_FILE } from './sensitive-file.ts';
import { changesShortAddresses, SHORT_FILE } from './short-file.ts';
import { ofItsOwn } from './text-of-its-own.ts';

type Making = {
  readonly store: Store;
  readonly ledger: Ledger;
  readonly folders: Folders;
  readonly bundle: Bundle;
  /** Origin of the public site. */
  readonly site: string;
  readonly dataDir: string;
  readonly cmsUrl: string;
  readonly pressKey: string | null;
  /** The release that this one begins with. */
  readonly base: number | null;
  readonly release: number;
  readonly isWhole: boolean;
  /** Whether an urgent notice is not on every page yet. */
  readonly noticesWait: boolean;
};

type Made = {
  readonly rendered: number;
  readonly removed: number;
  /** What was changed in the folder. */
  readonly files: readonly string[];
  /** Of pages, compressed, in bytes. */
  readonly weights: readonly number[];
  readonly failed: readonly Failure[];
};

export async function renderPlan(plan: Plan, making: Making): Promise<Made> {
  const { base, bundle, folders, isWhole, ledger, noticesWait, release, site, store } = making;
  const failed = new Map<string, Failure>();
  const files = new Set<string>();
  const links = new Set<string>();
  const weights: number[] = [];
  const before = new Map<string, string>();
  const under = new Map<string, { planned: Planned; reads: ReadonlySet<Key> }>();

  const rendered = await renderPages();
  const gone = plan.remove();
  for (const each of gone) await removePage(each);
  for (const moved of plan.moves) keepMoves(moved, { store, ledger, release });
  await putPdfs();
  await checkLinks();
  putMoves();
  putShortAddresses();
  put(SENSITIVE_FILE, JSON.stringify(notToBeKept(ledger.sensitivePages())));
  await putNotices();
  if (isWhole) {
    await folders.shareHashed(folders.numbers());
  }
  return {
    rendered,
    removed: gone.length,
    files: [...files],
    weights,
    failed: [...failed.values()],
  };

  /** Returns how many. */
  async function renderPages(): Promise<number> {
    const finisher = startFinisher({ folder: folders.building, site, onFinished });
    let count = 0;
    try {
      for (const planned of plan.render) {
        await renderOne(planned, finisher.add);
        count += 1;
      }
      await finisher.end();
    } finally {
      await finisher.stop();
    }
    return count;
  }

  async function removePage(gone: string): Promise<void> {
    const page = ledger.page(gone);
    if (page === null) return;
    await folders.remove(page.file, folders.building);
    files.add(page.file);
    ledger.removePage(gone, release);
  }

  async function renderOne(
    planned: Planned,
    add: (page: Rendered) => Promise<void>,
  ): Promise<void> {
    const { route } = planned;
    const { content } = store;
    const render = await renderRoute(bundle, route, { site, content });
    if (!render.ok) {
      fail(planned, render.why);
      return;
    }
    under.set(route.path, { planned, reads: render.reads });
    const was = ledger.page(route.path)?.digest ?? null;
    if (was !== null) before.set(route.path, was);
    const file = fileOfPath(route.path);
    await add({ path: route.path, file, bytes: render.bytes, before: was });
  }

  function onFinished(finished: Finished): void {
    const made = under.get(finished.path);
    if (made === undefined) return;
    under.delete(finished.path);
    if (finished.problems.length > 0) {
      fail(made.planned, finished.problems.join(' '));
      return;
    }
    const file = fileOfPath(finished.path);
    if (finished.isWritten) files.add(file);
    if (finished.weight !== undefined && file.endsWith('.html')) weights.push(finished.weight);
    for (const link of finished.links) if (!links.has(link)) links.add(ofItsOwn(link));
    ledger.noteSensitive(finished.path, finished.scripts.includes('leave'));
    ledger.keepPage({ ...finished, file, owner: made.planned.owner }, made.reads, release);
  }

  function fail(planned: Planned, why: string): void {
    const { path } = planned.route;
    failed.set(path, { path, sequence: sequenceOf(store, planned) ?? store.head(), why });
  }

  /**
   * A page that leads nowhere keeps its last good bytes; when it never had any it goes out all the same, reported:
   * without it every link to it would lead nowhere too. One that leads to a failed page is not at fault.
   */
  async function checkLinks(): Promise<void> {
    const broken: string[] = [];
    for (const link of new Set([...links, ...gone])) {
      if (!failed.has(link) && !(await isThere(link))) broken.push(link);
    }
    for (const link of broken) {
      for (const page of ledger.pagesThatLinkTo(link)) await restore(page, link);
    }
  }

  async function isThere(link: string): Promise<boolean> {
    if (ledger.hasPage(link) || ledger.isMove(link)) return true;
    const file = path.join(folders.building, fileOfPath(link));
    if (existsSync(file)) return true;
    if (!link.startsWith('/files/')) return false;
    const bytes = await fetchImage(path.basename(link), making);
    if (bytes === null) return false;
    writeCopies(file, [bytes]);
    files.add(link.slice(1));
    return true;
  }

  async function restore(page: string, link: string): Promise<void> {
    const why = `It links to ${link}, where nothing is.`;
    failed.set(page, { path: page, sequence: store.head(), why });
    const was = before.get(page);
    if (was === undefined || base === null) return;
    await folders.take(fileOfPath(page), folders.at(base), folders.building);
    ledger.keepBytes(page, was);
  }

  /** A page that keeps its last good bytes keeps no notice that is over. */
  async function putNotices(): Promise<void> {
    const blocks = blocksOf(noticesOf(store.content()));
    for (const at of failed.keys()) {
      const page = ledger.page(at);
      const digest = page && bringPageUpToDate(folders.building, page.file, blocks);
      if (page === null || digest === null) continue;
      ledger.keepBytes(at, digest);
      files.add(page.file);
    }
    const isNone = !noticesWait && digestOfBlocks(blocks) === digestOfBlocks({});
    if (!isNone) put(NOTICES_FILE, noticesWait ? 'not on every page yet' : digestOfBlocks(blocks));
    else if (existsSync(path.join(folders.building, NOTICES_FILE))) {
      await folders.remove(NOTICES_FILE, folders.building);
      files.add(NOTICES_FILE);
    }
  }

  /** Those that are new to this release; a whole one may begin without any. */
  async function putPdfs(): Promise<void> {
    for (const at of pdfsOfRelease(ledger, isWhole)) {
      const kept = keptPdf(making.dataDir, at);
      const file = at.slice(1);
      const isOne = ledger.pdfs.at(at) !== null && ledger.hasPage(bookletOfPdf(at));
      if (isOne && existsSync(kept))
        writeCopies(path.join(folders.building, file), [readFileSync(kept)]);
      else await folders.remove(file, folders.building);
      files.add(file);
    }
  }

  function putMoves(): void {
    const moves = ledger.moves();
    const text = JSON.stringify({
      redirects: Object.fromEntries(
        moves.flatMap(({ path, destination }) =>
          destination === null ? [] : [[path, destination]],
        ),
      ),
      gone: ledger.goneAddresses(),
    });
    put(MOVES_FILE, text);
  }

  function putShortAddresses(): void {
    const isThere = existsSync(path.join(folders.building, SHORT_FILE));
    if (isThere && !isWhole && !changesShortAddresses(ledger.changedKeys())) return;
    put(SHORT_FILE, JSON.stringify(shortAddresses(store)));
  }

  function put(name: string, text: string): void {
    const file = path.join(folders.building, name);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
    writeCopies(file, [Buffer.from(text)]);
    files.add(name);
  }
}
