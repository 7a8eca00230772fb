/**
 * Reads the feed of the CMS to its head: the gapless run after what is known, or nothing. Every fault is a PressError
 * that says what was asked, where, and what to do.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Edition } from '@charterpress/shared/domain/edition.ts';
import { siteFolder } from './env.ts';
import { PressError } from './press-error.ts';
import { readEdition } from './read-edition.ts';

/** An edition that this program cannot show, as it came. */
export type SetAside = { readonly sequence: number; readonly row: unknown; readonly why: string };

/** A part of the feed without gaps. */
export type Run = {
  /** The sequence of its last edition. */
  readonly head: number;
  readonly editions: readonly Edition[];
  readonly setAside: readonly SetAside[];
};

export type FeedOptions = {
  readonly cmsUrl: string;
  /** How long one answer may take. */
  readonly timeoutMs?: number;
};

const PAGE = 200;
const TIMEOUT_MS = 10_000;

/**
 * Everything after `after`, one answer of the CMS after the other, so that all editions there are need not be in
 * memory at once; nothing when there is nothing after it. Throws a PressError at what could not be had: then nothing of
 * what came before may be kept.
 */
export async function* readFeed(after: number, options: FeedOptions): AsyncGenerator<Run, void> {
  let reached = after;
  for (;;) {
    const { head, rows } = await readPage(reached, options);
    if (head < reached) {
      throw fault(reached, options, `said its head is ${head}, before ${reached}`, restored);
    }
    if (reached === head && rows.length === 0) return;
    if (rows.length === 0) {
      throw fault(reached, options, `gave no editions though its head is ${head}`);
    }
    const run = runAfter(reached, rows, options);
    yield run;
    reached = run.head;
    if (reached >= head) return;
  }
}

function runAfter(after: number, rows: readonly unknown[], options: FeedOptions): Run {
  const editions: Edition[] = [];
  const setAside: SetAside[] = [];
  for (const [at, row] of rows.entries()) {
    const sequence = after + at + 1;
    const read = inPlace(row, sequence, options);
    if (read.ok) editions.push(read.edition);
    else setAside.push({ sequence, row, why: read.why });
  }
  return { head: after + rows.length, editions, setAside };
}

/** A type that the query does not name comes without its fields: its place in the feed is then all that is known. */
function inPlace(row: unknown, expected: number, options: FeedOptions) {
  const sequence = (row as { sequence?: unknown } | null)?.sequence;
  if (sequence !== undefined && sequence !== expected) {
    throw fault(expected - 1, options, `gave edition ${sequence} where ${expected} belongs`);
  }
  return readEdition(row);
}

async function readPage(after: number, options: FeedOptions) {
  const body = await answerTo(after, options);
  const answer = parsed(body, after, options) as {
    errors?: readonly { message?: unknown }[];
    data?: { Feed?: { head?: unknown; editions?: unknown } } | null;
  } | null;
  const [error] = answer?.errors ?? [];
  if (error !== undefined) throw fault(after, options, `answered an error: ${error.message}`);
  const feed = answer?.data?.Feed;
  if (!Number.isSafeInteger(feed?.head) || !Array.isArray(feed?.editions)) {
    throw fault(after, options, 'answered without a head and a list of editions');
  }
  return { head: feed?.head as number, rows: feed?.editions as readonly unknown[] };
}

async function answerTo(after: number, options: FeedOptions): Promise<string> {
  const timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
  let answer: Response;
  let body: string;
  try {
    answer = await fetch(`${options.cmsUrl}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query: feedQuery(), variables: { after, limit: PAGE } }),
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    });
    body = await answer.text();
  } catch (error) {
    throw fault(after, options, unanswered(error as Error, timeoutMs), start, error);
  }
  if (!answer.ok) throw fault(after, options, `answered ${answer.status}${messageIn(body)}`);
  return body;
}

function unanswered(error: Error, timeoutMs: number): string {
  if (error.name === 'TimeoutError') return `did not answer within ${timeoutMs / 1000} s`;
  const cause = error.cause as { code?: string; message?: string } | undefined;
  return `could not be reached (${cause?.code ?? cause?.message ?? error.message})`;
}

function messageIn(body: string): string {
  const [, message] = /"message":"([^"]{1,300})"/.exec(body) ?? [];
  return message === undefined ? '' : ` (${message})`;
}

function parsed(body: string, after: number, options: FeedOptions): unknown {
  try {
    return JSON.parse(body);
  } catch {
    const begins = JSON.stringify(body.slice(0, 40));
    throw fault(after, options, `answered ${body.length} characters that are not JSON (${begins})`);
  }
}

const start = 'Start the CMS, or set CMS_URL to where it runs.';
const look = 'Look into the log of the CMS.';
const restored =
  'If the database was put back from a copy, delete DATA_DIR/press/store.sqlite so that the press reads everything again.';

function fault(after: number, options: FeedOptions, said: string, toDo = look, cause?: unknown) {
  return new PressError(
    `The CMS ${said} to the query Feed(after: ${after}, limit: ${PAGE}) at ${options.cmsUrl}/graphql. ` +
      `Nothing was published; the last release stays. ${toDo}`,
    { cause },
  );
}

/** What is asked of each edition, as a digest: an edition read before more was asked for lacks what pages show now. */
export function formOfFeed(): string {
  return createHash('sha256').update(feedQuery()).digest('hex');
}

let query: string | null = null;

function feedQuery(): string {
  const file = path.join(siteFolder, 'press/feed.graphql');
  if (query === null && !existsSync(file)) {
    throw new PressError(`${file} is missing. Make it with: npm run generate`);
  }
  query ??= readFileSync(file, 'utf8');
  return query;
}
