/** A press over a folder of its own and a feed server, with the real bundle of the pages. */
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Edition, ReadableEdition } from '@charterpress/shared/domain/edition.ts';
import { type Bundle, loadBundle, makeBundle } from '@charterpress/site/press/bundle.ts';
import { openPress, type Press, type PressOptions } from '@charterpress/site/press/press.ts';
import { root } from '../../cms/scripts/settings.ts';
import { generate, inLanguages } from '../bench/generate.ts';
import { type FeedServer, startFeedServer } from './feed-server.ts';
import { sampleTrust } from './sample-editions.ts';
import { scratch } from './scratch.ts';

export const SITE = 'http://127.0.0.1:4321';
const LANGUAGES = ['en', 'pl', 'ur'];
/** Of this checkout, made before the first test of a run: see `bundle-for-the-run.ts`. */
export const bundlePlace = path.join(root, '.data/tests');
const bundleFolder = path.join(bundlePlace, 'site-bundle');

export const trust = inLanguages(sampleTrust('kent'), LANGUAGES);
export const logo = '<svg xmlns="http://www.w3.org/2000/svg"/>';

export type AtWork = {
  readonly dataDir: string;
  readonly feed: FeedServer;
  readonly options: PressOptions;
  press: Press;
  readonly reopen: (more?: Partial<PressOptions>) => Promise<Press>;
  readonly end: () => Promise<void>;
};

/** For a system that begins in this data folder: the pages are the same code for every trust, and made already. */
export function putBundleIn(dataDir: string): void {
  cpSync(bundleFolder, path.join(dataDir, 'site-bundle'), { recursive: true });
}

export async function bundle(): Promise<Bundle> {
  await makeBundle(bundleFolder);
  return loadBundle(bundleFolder);
}

/** Thirty generated documents in English, Polish and Urdu, none of them published yet. */
export async function pressAtWork(
  documents = 30,
  more: Partial<PressOptions> = {},
): Promise<AtWork> {
  const dataDir = more.dataDir ?? scratch('press');
  const feed = await startFeedServer([...generate(documents, LANGUAGES)]);
  const options: PressOptions = {
    ...{ dataDir, trust, logo, siteUrl: SITE, cmsUrl: feed.url, pressKey: 'a key for tests' },
    bundle: await bundle(),
    ...more,
  };
  const atWork: AtWork = {
    dataDir,
    feed,
    options,
    press: await openPress(options),
    reopen: async (changed = {}) => {
      await atWork.press.close();
      atWork.press = await openPress({ ...options, ...changed });
      return atWork.press;
    },
    end: async () => {
      await atWork.press.close();
      await feed.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return atWork;
}

/** Every file, with its digest, of the site that these editions make at once in an empty folder. */
export async function madeAtOnce(
  editions: readonly Edition[],
  more: Partial<PressOptions> = {},
): Promise<Readonly<Record<string, string>>> {
  const atOnce = await pressAtWork(0, more);
  atOnce.feed.editions.splice(0, Infinity, ...editions);
  await atOnce.press.publish();
  const files = filesIn(atOnce.press.folders.at(1));
  await atOnce.end();
  return files;
}

type Change = { document: string; language?: string } & Partial<Record<string, unknown>>;

/** Puts the next edition of a document into the feed, changed as given. */
export function edit(feed: FeedServer, { document, language = 'en', ...change }: Change): Edition {
  const before = feed.editions.findLast(
    (edition) => edition.document === document && edition.language === language,
  );
  if (before === undefined) throw new Error(`There is no ${document} in ${language}.`);
  const content = { ...(before as ReadableEdition).content, ...(change.content as object) };
  const next = {
    ...before,
    ...change,
    content,
    number: before.number + 1,
    sequence: feed.editions.length + 1,
  } as Edition;
  if (next.action === 'removed') delete (next as { content?: unknown }).content;
  feed.editions.push(next);
  return next;
}

/** Every file of a folder with the digest of its bytes. */
export function filesIn(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [
        path.relative(folder, file),
        createHash('sha256').update(readFileSync(file)).digest('hex'),
      ]),
  );
}

export function served(dataDir: string, file: string): string {
  return readFileSync(path.join(dataDir, 'releases/current', file), 'utf8');
}
