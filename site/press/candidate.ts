/** The content as it would be with one edition more. */
import { type Edition, isReadable } from '@charterpress/shared/domain/edition.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { interfaceLanguage } from '@charterpress/shared/strings.ts';
import type { Content } from '../src/content/content.ts';
import { recounted, standingIn } from '../src/content/coverage.ts';
import { facetsOf } from '../src/content/facets.ts';
import { overridesIn } from '../src/content/interface-words.ts';
import { derivedFrom } from '../src/content/language-versions.ts';
import { addressesIn, byOrder, listedOf } from '../src/content/listed.ts';
import { listedServiceOf } from '../src/content/listed-services.ts';
import { termsIn } from '../src/content/terms.ts';

/** A draft that says what readers have is the edition that they have. */
export function isPublished(
  live: Content,
  { document, kind, language, sequence }: Edition,
): boolean {
  return live.edition(kind, document, language)?.sequence === sequence;
}

/** A version in another form changes the text that it is a version of, too. */
export function withCandidate(live: Content, candidate: Edition): Content {
  if (isPublished(live, candidate)) return live;
  const derived = derivedFrom(live, candidate);
  const content = withEdition(live, candidate);
  return derived === null ? content : withEdition(content, derived as Edition);
}

function withEdition(live: Content, candidate: Edition): Content {
  const { kind, document, language, slug } = candidate;
  const isIt = (otherKind: string, other: string) => otherKind === kind && other === document;
  const isEnglish = language === SOURCE_LANGUAGE;
  const content: Content = {
    ...live,
    edition: (asked, other, tag) =>
      isIt(asked, other) && tag === language
        ? (candidate as never)
        : live.edition(asked, other, tag),
    englishSince: (asked, other, number) => {
      const since = live.englishSince(asked, other, number);
      const isMore = isEnglish && isIt(asked, other) && isReadable(candidate);
      return isMore && candidate.number >= number ? [...since, candidate as never] : since;
    },
    bySlug: (asked, wanted) =>
      isEnglish && asked === kind && wanted === slug ? document : live.bySlug(asked, wanted),
    list: (asked, tag) => {
      const listed = live.list(asked, tag);
      if (asked !== kind || tag !== language) return listed;
      const others = listed.filter((each) => each.document !== document);
      const own = listedOf(candidate);
      return own === null ? others : [...others, own].sort(byOrder(tag));
    },
    listedService: (other, tag) =>
      isIt('services', other)
        ? listedServiceOf(content, { document: other, language: tag })
        : live.listedService(other, tag),
    addresses: (asked, tag) => addressesIn(content.list(asked, tag)),
    lists: (asked, tag) => content.list(asked, tag).length > 0,
    having: (asked, field, value) => {
      const found = live.having(asked, field, value);
      if (asked !== kind || !isEnglish) return found;
      const others = found.filter((each) => each.document !== document);
      const isFound = facetsOf(candidate).some(
        (facet) => facet.field === field && facet.value === value,
      );
      if (!isFound) return others;
      return [...others, { document, slug }].sort((a, b) => (a.document < b.document ? -1 : 1));
    },
    languagesOf: (asked, other) => {
      const tags = live.languagesOf(asked, other);
      if (!isIt(asked, other)) return tags;
      const readable = new Set(tags);
      if (isReadable(candidate)) readable.add(language);
      else readable.delete(language);
      return live.trust.languages.filter((tag) => readable.has(tag));
    },
    words: (tag) =>
      kind === 'interface-words' && interfaceLanguage(tag) === language
        ? overridesIn(content, language)
        : live.words(tag),
    terms: (tag) => (kind === 'terms' ? termsIn(content, tag) : live.terms(tag)),
    coverage: (tag) => {
      const before = standingIn(live, candidate, tag);
      return recounted(live.coverage(tag), {
        kind,
        before,
        after: standingIn(content, candidate, tag),
      });
    },
  };
  return content;
}
