/** How many pages there are in a language, kind by kind, and how many of them are behind the English. */

import { pathOf } from '@charterpress/shared/domain/addresses.ts';
import type { ReadableEdition } from '@charterpress/shared/domain/edition.ts';
import { freshness } from '@charterpress/shared/domain/freshness.ts';
import { type Kind, kindNames } from '@charterpress/shared/domain/kinds.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Content } from './content.ts';

/** Of one kind, never of none. What was withdrawn is not counted. */
export type Coverage = { readonly kind: Kind; readonly pages: number; readonly behind: number };

/** What one document counts for in one language. */
export type Standing = 'none' | 'current' | 'behind';

/** Facts, settings, notices and files have no page of their own. */
export function isCounted(kind: Kind): boolean {
  return pathOf({ kind, slug: 'any', language: SOURCE_LANGUAGE }) !== null;
}

export type OneDocument = { readonly kind: Kind; readonly document: string };

export function standingIn(
  content: Content,
  { document, kind }: OneDocument,
  tag: string,
): Standing {
  const english = content.edition(kind, document, SOURCE_LANGUAGE);
  const own = content.edition(kind, document, tag);
  if (!isCounted(kind) || english?.action !== 'published' || own?.action !== 'published')
    return 'none';
  if (tag === SOURCE_LANGUAGE) return 'current';
  const since = content.englishSince(kind, document, own.sourceEdition ?? 0);
  return freshness(own as ReadableEdition, since).state;
}

type Recount = { readonly kind: Kind; readonly before: Standing; readonly after: Standing };

/** The counts of a language once a document of that kind counts for something else. */
export function recounted(
  coverage: readonly Coverage[],
  { after, before, kind }: Recount,
): readonly Coverage[] {
  const by = (standing: Standing, counted: readonly Standing[]) =>
    counted.includes(standing) ? 1 : 0;
  const more = (counted: readonly Standing[]) => by(after, counted) - by(before, counted);
  return kindNames.flatMap((each) => {
    const known = coverage.find((one) => one.kind === each) ?? { kind: each, pages: 0, behind: 0 };
    const counts = {
      kind: each,
      pages: known.pages + (each === kind ? more(['current', 'behind']) : 0),
      behind: known.behind + (each === kind ? more(['behind']) : 0),
    };
    return counts.pages === 0 ? [] : [counts];
  });
}
