/** Where a document is used, and how far what is saved of it would reach if it were published. */

import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { language } from '@charterpress/shared/languages.ts';
import { may } from '@charterpress/shared/roles.ts';
import reach from '@charterpress/shared/strings/reach.json' with { type: 'json' };
import type { Endpoint, PayloadRequest } from 'payload';
import { rolesOf } from '../access/collections.ts';
import { env } from '../env.ts';
import { draftEdition } from '../preview/draft-edition.ts';
import { refuse } from '../publishing/asked.ts';
import { readHead, type StoredEdition } from '../publishing/ledger.ts';
import { workingCopy } from '../publishing/publish.ts';
import { notAllowed, unknownDocument } from '../publishing/sentences.ts';
import { counted } from '../words/counted.ts';

export type PagesOf = {
  readonly language: string;
  /** The language's name in English, for staff. */
  readonly name: string;
  readonly count: number;
  /** The first of them; `address` is where readers find it. */
  readonly pages: readonly { readonly address: string; readonly title: string }[];
};

export type UsedOn = {
  readonly usedOn: readonly PagesOf[];
  /** `null` when looking at each would take too long. */
  readonly changes: readonly PagesOf[] | null;
  readonly touched: number;
  readonly moves: readonly string[];
  readonly isLive: boolean;
  /** Why it may not be the newest; `null` when it is. */
  readonly caution: string | null;
};

const REACH_MS = 8_000;
const STATUS_MS = 1_000;

export function usedOnEndpoint(kind: Kind): Endpoint {
  return { path: '/:id/used-on', method: 'get', handler: (req) => answer(kind, req) };
}

async function answer(kind: Kind, req: PayloadRequest): Promise<Response> {
  if (!may(rolesOf(req), 'read', kind)) return refuse(403, notAllowed());
  const subject = { kind, document: String(req.routeParams?.id) };
  const version = await workingCopy(req, subject);
  if (version === null) return refuse(404, unknownDocument());
  const { edition, isLive } = await draftEdition(req.payload, subject, version);
  const known = await askThePreview(edition);
  if (known === null) return refuse(503, reach.unreachable);
  const { sequence } = await readHead(req.payload);
  const said: UsedOn = {
    usedOn: known.usedOn.map(pagesOf),
    changes: known.changes === null ? null : known.changes.map(pagesOf),
    touched: known.touched,
    moves: known.moves.map((path) => env.siteUrl + path),
    isLive,
    caution: await cautionFor(sequence - known.asOf),
  };
  return Response.json(said);
}

/** As `site/press/reach.ts` gives it. */
type Known = {
  readonly asOf: number;
  readonly usedOn: readonly Found[];
  readonly changes: readonly Found[] | null;
  readonly touched: number;
  readonly moves: readonly string[];
};
type Found = {
  readonly language: string;
  readonly count: number;
  readonly pages: readonly { readonly path: string; readonly title: string | null }[];
};

/** `null` without an answer: what is not known is not shown as nothing. */
async function askThePreview(edition: StoredEdition): Promise<Known | null> {
  try {
    const given = await fetch(`${env.previewUrl}/reach`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${env.pressKey}` },
      body: JSON.stringify({ edition }),
      signal: AbortSignal.timeout(REACH_MS),
    });
    return given.ok ? ((await given.json()) as Known) : null;
  } catch {
    // Whatever stands in the way, the person is told that it cannot be said at the moment.
    return null;
  }
}

function pagesOf({ count, language: tag, pages }: Found): PagesOf {
  return {
    language: tag,
    name: language(tag)?.englishName ?? tag,
    count,
    pages: pages.map(({ path, title }) => ({ address: env.siteUrl + path, title: title ?? path })),
  };
}

async function cautionFor(behind: number): Promise<string | null> {
  if (!(await pressAnswers())) return reach.pressDown;
  return behind > 0 ? counted(reach, 'pressBehind', behind) : null;
}

async function pressAnswers(): Promise<boolean> {
  try {
    return (await fetch(`${env.pressUrl}/status`, { signal: AbortSignal.timeout(STATUS_MS) })).ok;
  } catch {
    return false;
  }
}
