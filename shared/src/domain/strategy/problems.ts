/** What keeps a strategy from being composed: places that two rows claim, and days in the wrong order. */
import type { Kind } from '../kinds.ts';
import { isSlug } from '../slug.ts';
import { nameOf } from './numbering.ts';

/** `day` is the one before which the field's day may not be. */
export type StrategyProblem = {
  readonly field: string;
  readonly problem: 'in-force-ends-first';
  readonly day: string;
};

type Named =
  | { readonly field: string; readonly problem: 'slug-form'; readonly slug: string }
  | { readonly field: string; readonly problem: 'repeated'; readonly value: string };

type Values = Readonly<Record<string, unknown>>;
type Row = Values & { readonly id: string };

export function strategyProblems(
  kind: Kind,
  strategy: Values,
): readonly (StrategyProblem | Named)[] {
  if (kind !== 'strategies') return [];
  const sections = (strategy.sections ?? []) as readonly Row[];
  const slugs = sections.map(({ slug }) => textOf(slug));
  return [
    ...namesTaken(slugs, slugs, (at) => `sections.${at}.slug`),
    ...sections.flatMap(({ paragraphs }, section) => {
      const rows = (paragraphs ?? []) as readonly Row[];
      const anchors = rows.map(({ anchor }) => textOf(anchor));
      const names = rows.map(({ id }, at) => nameOf({ id, anchor: anchors[at] ?? null }));
      return namesTaken(anchors, names, (at) => `sections.${section}.paragraphs.${at}.anchor`);
    }),
    ...daysTroubled(strategy),
  ];
}

/** `names` are those in force, which a row may have without having been given one. */
function namesTaken(
  given: readonly (string | null)[],
  names: readonly (string | null)[],
  fieldAt: (at: number) => string,
): readonly Named[] {
  return given.flatMap((name, at): readonly Named[] => {
    if (name === null) return [];
    const field = fieldAt(at);
    if (!isSlug(name)) return [{ field, problem: 'slug-form', slug: name }];
    const isFirst = names.indexOf(name) === at;
    return isFirst ? [] : [{ field, problem: 'repeated', value: name }];
  });
}

function daysTroubled({ inForceFrom, inForceTo }: Values): readonly StrategyProblem[] {
  const [from, to] = [textOf(inForceFrom), textOf(inForceTo)];
  if (from === null || to === null || to >= from) return [];
  return [{ field: 'inForceTo', problem: 'in-force-ends-first', day: from }];
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
