/** Live means live: the new bytes are read from the site before the CMS is told. Neither is ever in the way. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Address } from './env.ts';
import type { Press } from './press.ts';
import { type Cms, tellCms } from './to-cms.ts';

/** Enough to tell the release from the one before. */
const SAMPLE = 5;
const TIMEOUT_MS = 3_000;

export type LiveOptions = Cms & {
  readonly siteAddress: Address;
  readonly now: () => Date;
};

/**
 * Confirms what is served and sends the receipts that are due. Returns what could not be done, in sentences; it stays
 * due.
 */
export async function confirmLive(press: Press, options: LiveOptions): Promise<readonly string[]> {
  const newest = press.ledger.newestRelease();
  const due = press.ledger.receipts();
  if (newest === null || due.length === 0) return [];
  if (due.some((receipt) => receipt.liveAt === null)) {
    if (press.folders.current() !== newest.number) return [];
    const problem = await difference(press, newest.number, options.siteAddress);
    if (problem !== null) return [problem];
    const liveAt = options.now().toISOString();
    await press.ledger.inTransaction(() => {
      for (const receipt of due) {
        if (receipt.liveAt === null) press.ledger.keepReceipt({ ...receipt, liveAt });
      }
    });
  }
  return sendReceipts(press, options);
}

/** What the site serves other than the release holds; `null` when it serves it. */
async function difference(press: Press, release: number, address: Address): Promise<string | null> {
  const pages = press.ledger.changesOf(release).filter(isPage);
  for (const file of pages.slice(0, SAMPLE)) {
    const expected = bytesOf(path.join(press.folders.at(release), file));
    const url = `http://${address.host}:${address.port}/${file.replace(/index\.html$/, '')}`;
    const served = await bytesAt(url);
    if (typeof served === 'string') return `${url} ${served}. Start it: node site/press/serve.ts`;
    if (expected !== null && !expected.equals(served)) {
      return `${url} serves other bytes than release ${release}. Look what else listens there.`;
    }
  }
  return null;
}

/** Pages for what is not there are never served under their own address. */
function isPage(file: string): boolean {
  return /(^|\/)index\.html$/.test(file) && !/(^|\/)(404|410|500)\/index\.html$/.test(file);
}

async function bytesAt(url: string): Promise<Buffer | string> {
  try {
    const answer = await fetch(url, {
      headers: { 'accept-encoding': 'identity' },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return Buffer.from(await answer.arrayBuffer());
  } catch (error) {
    return `did not answer (${(error as Error).message})`;
  }
}

function bytesOf(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function sendReceipts(press: Press, options: LiveOptions): Promise<readonly string[]> {
  for (const receipt of press.ledger.receipts()) {
    const what = `the receipt of release ${receipt.release}`;
    const problem = await tellCms({ path: '/api/receipts', body: receipt, what }, options);
    if (problem !== null) return [problem];
    await press.ledger.inTransaction(() => press.ledger.forgetReceipt(receipt.release));
  }
  return [];
}
