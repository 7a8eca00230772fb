/** What the endpoints of the workbench answer, as its screens read it. */

import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import type { Finding } from '@charterpress/shared/domain/translation/checks/finding.ts';
import type { Glossary } from '@charterpress/shared/domain/translation/glossary.ts';
import type { Suggestion as Remembered } from '@charterpress/shared/domain/translation/memory.ts';
import type { SegmentRecord } from '@charterpress/shared/domain/translation/record.ts';
import type { Segment } from '@charterpress/shared/domain/translation/segment.ts';
import type { Standing } from '@charterpress/shared/domain/translation/standing.ts';

/** People stand in all of this by their e-mail addresses; `people` has their names. */
export type Presence = { readonly by: string; readonly at: string };

/** How a segment stands after an act. */
export type Stands = {
  readonly record: SegmentRecord | null;
  readonly standing: Standing;
  readonly findings: readonly Finding[];
};

export type SegmentShown = Stands & {
  readonly segment: Segment;
  readonly comments: number;
  /** What editors call the field it stands in. */
  readonly field: string | null;
};

export type WorkShown = {
  readonly title: string;
  readonly kind: Kind;
  readonly document: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly english: {
    readonly number: number;
    readonly publishedAt: string;
    readonly change: 'minor' | 'major' | 'safety';
    readonly changeNote: string | null;
    /** It was approved, and readers do not have it yet. */
    readonly isComing: boolean;
  };
  readonly released: {
    readonly number: number;
    readonly sourceEdition: number;
    readonly publishedAt: string;
  } | null;
  readonly claim: Presence | null;
  readonly others: readonly Presence[];
  readonly styleNote: string | null;
  readonly may: {
    readonly translate: boolean;
    readonly review: boolean;
    readonly release: boolean;
    /** What a reader without an account wrote on paper. */
    readonly keyIn: boolean;
  };
  readonly segments: readonly SegmentShown[];
  readonly terms: Glossary;
  /** Names of people by their e-mail addresses, as the records know them. */
  readonly people: Readonly<Record<string, string>>;
  /** Titles of documents and labels of facts that the texts refer to, by `<kind>/<document>`. */
  readonly titles: Readonly<Record<string, string>>;
};

/** `where` in words for people. */
export type Suggestion = Omit<Remembered, 'where'> & { readonly where: string };

/** The text that stands in the field of a segment, and what it is saved against. */
export function textOf({ record, segment, standing }: Omit<SegmentShown, 'comments' | 'field'>) {
  const { hash } = segment;
  return {
    target: record?.work?.target ?? pairIn(standing)?.target ?? '',
    hash,
    revision: record?.revision ?? 0,
  };
}

function pairIn(standing: Standing) {
  if (standing.is === 'reviewed') return standing.pair;
  return standing.is === 'behind' ? standing.was : null;
}
