/** Whether an address of our own site leads somewhere: to a page, to a list, or by a former address to a page. */
import { HOME, type Place, placesAt } from '@charterpress/shared/domain/addresses.ts';
import type { Standing } from '@charterpress/shared/domain/checks/surroundings.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Payload } from 'payload';
import { editionsOf } from '../fields/edition.ts';
import { newestEdition } from '../publishing/stored.ts';
import { trust } from '../words/trust.ts';
import { standingOf, type Text } from './standing.ts';

/** What the site serves whatever is published. */
const always = /^\/(([\w-]+\/)?sitemap(-\d+)?\.xml|robots\.txt)?$/;

export async function standingAt(
  payload: Payload,
  path: string,
  together: readonly Text[],
): Promise<Standing> {
  if (always.test(path)) return 'published';
  const places = placesAt(path).filter(({ language }) => trust.languages.includes(language));
  const standings: Standing[] = [];
  for (const place of places) standings.push(await standingIn(payload, place, together));
  return standings.find((each) => each !== 'unpublished') ?? 'unpublished';
}

async function standingIn(
  payload: Payload,
  place: Place,
  together: readonly Text[],
): Promise<Standing> {
  if (isFront(place)) return 'published';
  if (place.slug === null) return hasList(payload, place);
  if (isBeside(place, together)) return 'published';
  for (const document of await documentsAt(payload, place)) {
    const { kind, language } = place;
    const edition = await newestEdition({ payload }, { kind, document, language });
    if (edition === null || edition.action === 'removed') continue;
    const { standing } = await standingOf(payload, { kind, document }, together);
    return edition.action === 'withdrawn' ? 'withdrawn' : standing;
  }
  return 'unpublished';
}

/** The front page of each language stands before anything is published. */
function isFront({ kind, part, slug }: Place): boolean {
  return kind === 'pages' && slug === HOME && part === null;
}

async function hasList(payload: Payload, { kind }: Place): Promise<Standing> {
  const { totalDocs } = await payload.count({
    collection: editionsOf(kind),
    where: { language: { equals: SOURCE_LANGUAGE }, action: { equals: 'published' } },
    overrideAccess: true,
  });
  return totalDocs > 0 ? 'published' : 'unpublished';
}

function isBeside(place: Place, together: readonly Text[]): boolean {
  if (place.language !== SOURCE_LANGUAGE) return false;
  const beside = together.find(({ kind, slug }) => kind === place.kind && slug === place.slug);
  if (beside === undefined) return false;
  return place.part === null || partSlugs(beside.content).includes(place.part);
}

/** Every document that stands or stood at an address: the site leads on from a former address, parts included. */
export async function documentsAt(payload: Payload, place: Place): Promise<readonly string[]> {
  const { docs } = await payload.find({
    collection: editionsOf(place.kind),
    where: { slug: { equals: place.slug }, language: { equals: place.language } },
    sort: '-sequence',
    depth: 0,
    pagination: false,
    overrideAccess: true,
  });
  const editions = docs as unknown as readonly { document: string; content?: object }[];
  const found = editions.filter(
    ({ content }) => place.part === null || partSlugs(content ?? {}).includes(place.part),
  );
  return [...new Set(found.map(({ document }) => document))];
}

function partSlugs(content: object): readonly unknown[] {
  const { parts } = content as { parts?: readonly { slug?: unknown }[] | null };
  return (parts ?? []).map(({ slug }) => slug);
}
