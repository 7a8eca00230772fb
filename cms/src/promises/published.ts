/** Every English edition that the report for a board may be made from. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import type { Dated, Published } from '@charterpress/shared/domain/promises/board-report.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Payload } from 'payload';
import { editionsWhere } from '../publishing/stored.ts';

export async function publishedPromises(payload: Payload): Promise<Published> {
  const [charter, pledges, actions, outcomes] = await Promise.all([
    editionsIn(payload, 'charter'),
    editionsIn(payload, 'pledges'),
    editionsIn(payload, 'actions'),
    editionsIn(payload, 'outcomes'),
  ]);
  // Those of former charters have addresses of their own.
  const inForce = charter.filter(({ slug }) => slug === 'charter');
  return { charter: inForce, pledges, actions, outcomes };
}

async function editionsIn<K extends Kind>(
  payload: Payload,
  kind: K,
): Promise<readonly (Dated<K> & { readonly slug: string })[]> {
  const which = { kind, language: SOURCE_LANGUAGE };
  const editions = await editionsWhere({ payload }, which, { sort: { sequence: 1 } });
  return editions.map(({ action, content, document, publishedAt, slug }) => {
    const isWithdrawn = action === 'withdrawn';
    const isGone = action === 'removed' || action === 'redirected';
    return {
      document,
      publishedAt,
      isWithdrawn,
      slug,
      content: isGone ? null : (content as never),
    };
  });
}
