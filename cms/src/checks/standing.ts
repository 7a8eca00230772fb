/** How a document stands with readers in English, and what it says. */

import { slugByNumber } from '@charterpress/shared/domain/addresses.ts';
import type { Known } from '@charterpress/shared/domain/checks/surroundings.ts';
import type { Content } from '@charterpress/shared/domain/checks/texts.ts';
import { composeSoFar } from '@charterpress/shared/domain/compose.ts';
import { isKind, type Kind } from '@charterpress/shared/domain/kinds.ts';
import type { Reference } from '@charterpress/shared/domain/shape.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Payload } from 'payload';
import { newestEdition } from '../publishing/stored.ts';

export type Version = {
  readonly kind: Kind;
  readonly document: string;
  /** As the authoring collection keeps it. */
  readonly version: Readonly<Record<string, unknown>>;
};

/** What a document says, composed as far as it goes, and where it stands. */
export type Text = {
  readonly kind: Kind;
  readonly document: string;
  readonly slug: string | null;
  readonly content: Content;
};

export function textOf({ document, kind, version }: Version): Text {
  const numbered = slugByNumber(kind, Number(version.number));
  const slug = numbered ?? (typeof version.slug === 'string' ? version.slug : null);
  return { kind, document, slug, content: composeSoFar(kind, version).content };
}

type Stands = Omit<Known, 'title'>;

const nothing: Stands = { standing: 'removed', content: {} };

/** Goes on to where a document leads that leads elsewhere. A circle leads nowhere. */
export async function standingOf(
  payload: Payload,
  { document, kind }: Reference,
  together: readonly Text[],
  seen: readonly string[] = [],
): Promise<Stands> {
  if (!isKind(kind) || seen.includes(document)) return nothing;
  const beside = together.find((each) => each.kind === kind && each.document === document);
  if (beside !== undefined) return { standing: 'published', content: beside.content };
  const edition = await newestEdition({ payload }, { kind, document, language: SOURCE_LANGUAGE });
  if (edition === null) return neverPublished(payload, { kind, document });
  switch (edition.action) {
    case 'removed':
      return nothing;
    case 'redirected':
      return standingOf(payload, leadsTo(edition), together, [...seen, document]);
    default:
      return { standing: edition.action, content: edition.content ?? {} };
  }
}

function leadsTo(edition: object): Reference {
  return (edition as { readonly redirectTo: Reference }).redirectTo;
}

/** A working copy that was thrown away leads nowhere for good. */
async function neverPublished(
  payload: Payload,
  { document, kind }: Omit<Version, 'version'>,
): Promise<Stands> {
  const copy = await payload.findByID({
    collection: kind,
    id: document,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
  });
  if (copy === null) return nothing;
  return { standing: 'unpublished', content: composeSoFar(kind, copy as never).content };
}
