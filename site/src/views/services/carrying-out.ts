/** The services that carry out principles, or that guides explain: services name both, here they are found from there. */
import { ownLink } from '../frame.ts';
import { type Link, linksTo } from '../links.ts';
import type { Reader } from '../reader.ts';

type Carried = { readonly principles: readonly string[]; readonly guides?: readonly string[] };

/** A page that named each of hundreds would be made again for each of them. */
const MOST_SERVICES = 20;

/** Each once, with a link to all where there are more. */
export function servicesCarryingOut(
  reader: Reader,
  { guides = [], principles }: Carried,
): readonly Link[] {
  const { content, language, words } = reader;
  const found = [
    ...guides.flatMap((document) => content.having('services', 'guides', document)),
    ...principles.flatMap((document) => content.having('services', 'principles', document)),
  ];
  const documents = [...new Set(found.map(({ document }) => document))];
  const shown = documents.slice(0, MOST_SERVICES);
  const links = linksTo(
    reader,
    shown.map((document) => ({ kind: 'services', document })),
  );
  if (documents.length <= MOST_SERVICES) return links;
  return [...links, ownLink(reader, `/${language}/services/`, words('progress.allServices'))];
}
