/** What readers have, kind by kind. */
import { pathOf } from '@charterpress/shared/domain/addresses.ts';
import { type Kind, kindNames } from '@charterpress/shared/domain/kinds.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { may } from '@charterpress/shared/roles.ts';
import type { Payload, TypedUser } from 'payload';
import { rolesOf } from '../access/collections.ts';
import { newestEnglish } from '../publishing/newest.ts';

export type KindStanding = {
  readonly kind: Kind;
  readonly plural: string;
  /** How many documents readers can read in English. */
  readonly live: number;
  readonly lastPublished: Date | null;
  /** Where its list stands on the site; `null` for kinds without pages of their own. */
  readonly path: string | null;
};

/** What somebody with these roles may see of it. */
export async function standing(
  payload: Payload,
  user: TypedUser | null,
): Promise<readonly KindStanding[]> {
  const seen = kindNames.filter((kind) => may(rolesOf({ user }), 'read', kind));
  return Promise.all(seen.map((kind) => standingOf(payload, kind)));
}

async function standingOf(payload: Payload, kind: Kind): Promise<KindStanding> {
  const newest = await newestEnglish(payload, kind);
  const moments = newest.map(({ publishedAt }) => Date.parse(publishedAt));
  return {
    kind,
    plural: pluralOf(payload, kind),
    live: newest.filter(({ action }) => action === 'published' || action === 'withdrawn').length,
    lastPublished: moments.length === 0 ? null : new Date(Math.max(...moments)),
    path: listPath(kind),
  };
}

function listPath(kind: Kind): string | null {
  const anywhere = pathOf({ kind, slug: 'any', language: SOURCE_LANGUAGE });
  return anywhere === null ? null : anywhere.replace(/[^/]+\/$/, '');
}

function pluralOf(payload: Payload, kind: Kind): string {
  return String(payload.collections[kind]?.config.labels.plural ?? kind);
}
