/** What an edition would change if it were published: the keys that the store would say, without writing anything. */
import type { Edition } from '@charterpress/shared/domain/edition.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Content, Listed } from '../src/content/content.ts';
import { standingIn } from '../src/content/coverage.ts';
import { type Facet, facetsOf } from '../src/content/facets.ts';
import { type Key, keys } from '../src/content/keys.ts';
import { derivedFrom } from '../src/content/language-versions.ts';
import { listedOf } from '../src/content/listed.ts';
import { withCandidate } from './candidate.ts';

/**
 * For an edition whose text can be read: drafts are. A test holds this against the store itself. The pages that tell what
 * changed are left out: what is said of a change is asked when it is published, and nobody need be warned of them.
 */
export function keysChangedBy(live: Content, edition: Edition): ReadonlySet<Key> {
  const derived = derivedFrom(live, edition) as Edition | null;
  return new Set([...keysOf(live, edition), ...(derived === null ? [] : keysOf(live, derived))]);
}

function keysOf(live: Content, edition: Edition): ReadonlySet<Key> {
  const { document, kind, language } = edition;
  return new Set([
    keys.edition(kind, document, language),
    ...listKeys(live, edition),
    ...(language === SOURCE_LANGUAGE ? slugKeys(live, edition) : []),
    ...coverageKeys(live, edition),
    ...facetKeys(live, edition),
    ...(kind === 'interface-words' ? [keys.words(language)] : []),
    ...(kind === 'terms' ? termKeys(live, edition) : []),
    ...(kind === 'services' ? serviceKeys(live, edition) : []),
  ]);
}

function termKeys(live: Content, edition: Edition): readonly Key[] {
  const next = withCandidate(live, edition);
  return live.trust.languages
    .filter((tag) => live.terms(tag).digest !== next.terms(tag).digest)
    .map(keys.terms);
}

function serviceKeys(live: Content, edition: Edition): readonly Key[] {
  const { document, language } = edition;
  const next = withCandidate(live, edition);
  const tags = language === SOURCE_LANGUAGE ? live.trust.languages : [language];
  const says = (content: Content, tag: string) =>
    JSON.stringify(content.listedService(document, tag));
  return tags
    .filter((tag) => says(live, tag) !== says(next, tag))
    .map((tag) => keys.listedService(document, tag));
}

function coverageKeys(live: Content, edition: Edition): readonly Key[] {
  const next = withCandidate(live, edition);
  const tags = new Set([...live.trust.languages, edition.language]);
  const changed = [...tags].filter(
    (tag) => standingIn(live, edition, tag) !== standingIn(next, edition, tag),
  );
  return changed.map(keys.coverage);
}

function facetKeys(live: Content, edition: Edition): readonly Key[] {
  const { document, kind, slug } = edition;
  if (edition.language !== SOURCE_LANGUAGE) return [];
  const former = live.edition(kind, document, SOURCE_LANGUAGE);
  const [before, after] = [former === null ? [] : facetsOf(former as Edition), facetsOf(edition)];
  const isIn = (facets: readonly Facet[], { field, value }: Facet) =>
    facets.some((one) => one.field === field && one.value === value);
  const isElsewhere = former !== null && former.slug !== slug;
  return [
    ...before.filter((facet) => !isIn(after, facet)),
    ...after.filter((facet) => isElsewhere || !isIn(before, facet)),
  ].map(({ field, value }) => keys.having(kind, field, value));
}

function listKeys(live: Content, edition: Edition): readonly Key[] {
  const { document, kind, language } = edition;
  const before = live.list(kind, language).find((one) => one.document === document);
  const after = listedOf(edition);
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  return [
    keys.list(kind, language),
    ...(addressOf(before) === addressOf(after) ? [] : [keys.addresses(kind, language)]),
    ...(before === undefined ? [keys.languages(kind, document)] : []),
    ...(live.lists(kind, language) ? [] : [keys.lists(kind, language)]),
  ];
}

/** Where lists lead; `null` when they leave it out. */
function addressOf(listed: Listed | null | undefined): string | null {
  return !listed || listed.withdrawn ? null : listed.slug;
}

function slugKeys(live: Content, { document, kind, slug }: Edition): readonly Key[] {
  const former = live.edition(kind, document, SOURCE_LANGUAGE)?.slug ?? slug;
  return [
    ...(live.bySlug(kind, slug) === document ? [] : [keys.slug(kind, slug)]),
    ...(former === slug ? [] : [keys.slug(kind, former)]),
  ];
}
