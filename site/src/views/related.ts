/** What leads on from a page: groups of links under their titles, in both directions. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { type Link, linksTo } from './links.ts';
import type { Related } from './pledge.ts';
import type { Reader } from './reader.ts';

/** To the documents of a kind that refer to this one. */
export function linksHaving(
  reader: Reader,
  kind: Kind,
  field: string,
  document: string,
): readonly Link[] {
  const found = reader.content.having(kind, field, document);
  return linksTo(
    reader,
    found.map((one) => ({ kind, document: one.document })),
  );
}

/** Each page once, though both sides name it. */
export function eachOnce(links: readonly Link[]): readonly Link[] {
  return links.filter(({ href }, at) => links.findIndex((link) => link.href === href) === at);
}

/** Those that have links. */
export function relatedGroups(
  groups: readonly (readonly [title: string, links: readonly Link[]])[],
): readonly Related[] {
  return groups.flatMap(([title, links]) => (links.length === 0 ? [] : [{ title, links }]));
}
