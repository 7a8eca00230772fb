/** Where the work stands: what readers have, and which working copies have moved on since. */
import { pathOf } from '@charterpress/shared/domain/addresses.ts';
import { type Kind, kindNames } from '@charterpress/shared/domain/kinds.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { may } from '@charterpress/shared/roles.ts';
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import type { Payload, TypedUser } from 'payload';
import { rolesOf } from '../access/collections.ts';
import { editionsOf } from '../fields/edition.ts';

export type Waiting = {
  readonly kind: Kind;
  readonly document: string;
  readonly title: string;
  readonly savedBy: string;
  readonly savedAt: Date;
  readonly neverPublished: boolean;
};

export type KindStanding = {
  readonly kind: Kind;
  readonly plural: string;
  /** How many documents readers can read in English. */
  readonly live: number;
  readonly lastPublished: Date | null;
  /** Where its list stands on the site; `null` for kinds without pages of their own. */
  readonly path: string | null;
  readonly waiting: readonly Waiting[];
};

/** What somebody with these roles may see of it, kind by kind. */
export async function standing(
  payload: Payload,
  user: TypedUser | null,
): Promise<readonly KindStanding[]> {
  const seen = kindNames.filter((kind) => may(rolesOf({ user }), 'read', kind));
  return Promise.all(seen.map((kind) => standingOf(payload, kind)));
}

type Newest = { readonly _id: string; readonly action: string; readonly publishedAt: string };

async function standingOf(payload: Payload, kind: Kind): Promise<KindStanding> {
  const [newest, copies] = await Promise.all([
    newestEditions(payload, kind),
    workingCopies(payload, kind),
  ]);
  const published = new Map(newest.map((edition) => [edition._id, edition]));
  const moments = newest.map(({ publishedAt }) => Date.parse(publishedAt));
  return {
    kind,
    plural: pluralOf(payload, kind),
    live: newest.filter(({ action }) => action === 'published' || action === 'withdrawn').length,
    lastPublished: moments.length === 0 ? null : new Date(Math.max(...moments)),
    path: listPath(kind),
    waiting: copies
      .filter((copy) => isAhead(copy, published))
      .map((copy) => waiting(kind, copy, published)),
  };
}

/** The newest English edition of every document of a kind: grouped where the data is, for there may be thousands. */
async function newestEditions(payload: Payload, kind: Kind): Promise<Newest[]> {
  const editions = payload.db.collections[editionsOf(kind)];
  if (editions === undefined) return [];
  return editions.aggregate<Newest>([
    { $match: { language: SOURCE_LANGUAGE } },
    { $sort: { document: 1, number: 1 } },
    {
      $group: {
        _id: '$document',
        action: { $last: '$action' },
        publishedAt: { $last: '$publishedAt' },
      },
    },
  ]);
}

type Copy = {
  readonly id: string;
  readonly title: string;
  readonly savedBy?: string | null;
  readonly updatedAt: string;
};

/** Access was asked before: whoever may read a kind may read all of it. */
async function workingCopies(payload: Payload, kind: Kind): Promise<Copy[]> {
  const title = titleOf(payload, kind);
  const { docs } = await payload.find({
    collection: kind,
    depth: 0,
    pagination: false,
    sort: '-updatedAt',
    select: { [title]: true, savedBy: true, updatedAt: true },
    overrideAccess: true,
  });
  return (docs as unknown as (Copy & Record<string, unknown>)[]).map((copy) => ({
    ...copy,
    title: String(copy[title] ?? '').trim() || desk.landing.untitled,
  }));
}

function isAhead(copy: Copy, published: ReadonlyMap<string, Newest>): boolean {
  const newest = published.get(copy.id);
  if (newest === undefined) return true;
  return newest.action !== 'removed' && Date.parse(copy.updatedAt) > Date.parse(newest.publishedAt);
}

function waiting(kind: Kind, copy: Copy, published: ReadonlyMap<string, Newest>): Waiting {
  return {
    kind,
    document: copy.id,
    title: copy.title,
    savedBy: copy.savedBy ?? 'Somebody',
    savedAt: new Date(copy.updatedAt),
    neverPublished: !published.has(copy.id),
  };
}

function listPath(kind: Kind): string | null {
  const anywhere = pathOf({ kind, slug: 'any', language: SOURCE_LANGUAGE });
  return anywhere === null ? null : anywhere.replace(/[^/]+\/$/, '');
}

function titleOf(payload: Payload, kind: Kind): string {
  return payload.collections[kind]?.config.admin.useAsTitle ?? 'id';
}

function pluralOf(payload: Payload, kind: Kind): string {
  return String(payload.collections[kind]?.config.labels.plural ?? kind);
}
