/** How what a text mentions stands with readers: read once, before the rules are asked. */
import type {
  Known,
  Mentioned,
  Standing,
  Surroundings,
} from '@charterpress/shared/domain/checks/surroundings.ts';
import type { Reference } from '@charterpress/shared/domain/shape.ts';
import type { Payload } from 'payload';
import { titlesOf } from '../admin/titles.ts';
import { standingAt } from './own-pages.ts';
import { standingOf, type Text } from './standing.ts';

type LookedUp = Pick<Surroundings, 'known' | 'pageAt'>;

/** What goes live together counts as published. */
export async function lookUp(
  payload: Payload,
  { addresses, references }: Mentioned,
  together: readonly Text[],
): Promise<LookedUp> {
  const known = new Map<string, Known>();
  const pages = new Map<string, Standing>();
  const different = new Map(references.map(({ to }) => [keyOf(to), to]));
  const titles = await titlesOf(payload, [...different.values()]);
  for (const [key, to] of different) {
    known.set(key, { ...(await standingOf(payload, to, together)), title: titles(to) });
  }
  for (const { path } of addresses) {
    if (!pages.has(path)) pages.set(path, await standingAt(payload, path, together));
  }
  return {
    known: (to) => known.get(keyOf(to)) ?? { standing: 'removed', content: {}, title: to.document },
    pageAt: (path) => pages.get(path) ?? 'unpublished',
  };
}

function keyOf({ document, kind }: Reference): string {
  return `${kind}/${document}`;
}
