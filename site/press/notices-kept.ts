/**
 * The notices in force, put into pages that were made before them: a release that somebody rolled back to, and a page
 * that cannot be made anew. Needs neither the CMS nor a database: shared/decisions/urgent-notices.md says why.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { Html } from '../src/components/html.ts';
import { urgentNotice, urgentSection } from '../src/components/urgent.ts';
import type { Content } from '../src/content/content.ts';
import { reader } from '../src/views/reader.ts';
import { urgentFor } from '../src/views/urgent.ts';
import { COPIES, compressed } from './finish.ts';
import { digestOfPage } from './page-digest.ts';

/** In every release, not for readers: the digest of the notices that its pages show. */
export const NOTICES_FILE = '_notices.txt';
const keptIn = (dataDir: string) => path.join(dataDir, 'press/notices.json');

/** By language: what stands in the place for notices, each with its end. */
type Kept = Readonly<
  Record<string, { label: string; notices: readonly { ends: string; html: string }[] }>
>;

/** By language: the HTML in the place for notices. */
export type Blocks = Readonly<Record<string, string>>;

export function noticesOf(content: Content): Kept {
  return Object.fromEntries(
    content.trust.languages.map((tag) => {
      const { label, notices } = urgentFor(reader(content, tag));
      const kept = notices.map((notice) => ({
        ends: notice.ends,
        html: urgentNotice(notice).text,
      }));
      return [tag, { label, notices: kept }];
    }),
  );
}

/** Keeps them where a rollback finds them. */
export function keepNotices(dataDir: string, kept: Kept): void {
  const file = keptIn(dataDir);
  const text = JSON.stringify(kept);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  writeFileSync(`${file}.new`, text, { flush: true });
  renameSync(`${file}.new`, file);
}

/** What was kept, without what is over by now. */
export function keptNotices(dataDir: string, now: Date): Blocks {
  const file = keptIn(dataDir);
  const kept: Kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const isOn = ({ ends }: { ends: string }) => Date.parse(ends) > now.getTime();
  return blocksOf(
    Object.fromEntries(
      Object.entries(kept).map(([tag, { label, notices }]) => [
        tag,
        { label, notices: notices.filter(isOn) },
      ]),
    ),
  );
}

export function blocksOf(kept: Kept): Blocks {
  return Object.fromEntries(
    Object.entries(kept).map(([tag, { label, notices }]) => {
      const all = notices.map(({ html }) => new Html(html));
      return [tag, urgentSection(label, all).text];
    }),
  );
}

/** Two releases with the same digest show the same notices; none are none in whatever language. */
export function digestOfBlocks(blocks: Blocks): string {
  const shown = Object.entries(blocks).filter(([, block]) => block !== '');
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex');
}

/** Makes every page of a release show these notices and no others. A release that does already is left alone. */
export function bringUpToDate(folder: string, blocks: Blocks): void {
  const mark = path.join(folder, NOTICES_FILE);
  const digest = digestOfBlocks(blocks);
  const has = existsSync(mark) ? readFileSync(mark, 'utf8') : digestOfBlocks({});
  if (has === digest) return;
  for (const file of pagesBelow(folder)) bringPageUpToDate(folder, file, blocks);
  replace(mark, Buffer.from(digest));
}

/** Returns the digest of the page's bytes when they are others now, else `null`. */
export function bringPageUpToDate(folder: string, file: string, blocks: Blocks): string | null {
  const place = path.join(folder, file);
  if (!existsSync(place)) return null;
  const before = readFileSync(place, 'utf8');
  const [tag = ''] = file.split('/');
  const after = withBlock(before, blocks[tag] ?? blocks[SOURCE_LANGUAGE] ?? '');
  if (after === before) return null;
  const bytes = Buffer.from(after);
  for (const [at, copy] of compressed(bytes).entries()) replace(place + COPIES[at], copy);
  return digestOfPage(bytes);
}

/** A page from before there was a place for notices gets it in front of its text. */
function withBlock(page: string, block: string): string {
  const place = /<div class="urgent">[\s\S]*?<\/div>|(?=<main id="main")/;
  return page.replace(place, () => `<div class="urgent">${block}</div>`);
}

/** Nearest the front page first: that is where people look. */
function pagesBelow(folder: string): readonly string[] {
  const depth = (file: string) => file.split('/').length;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1));
}

/** Never into the file that is there: other releases have it too, and somebody may be reading it. */
function replace(place: string, bytes: Buffer): void {
  writeFileSync(`${place}.new`, bytes);
  renameSync(`${place}.new`, place);
}
