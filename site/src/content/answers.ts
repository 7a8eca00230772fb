/**
 * The content as pages ask for it. Whoever asks is told by which key, and an answer is kept until what it tells of changes:
 * by these keys the press finds the pages to be made again, so what was answered of anything else stays true.
 */
import type { Edition, EditionOf, ReadableEdition } from '@charterpress/shared/domain/edition.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { interfaceLanguage, type Overrides } from '@charterpress/shared/strings.ts';
import type { Trust } from '@charterpress/shared/trust.ts';
import type { bookletPdfsIn } from './booklet-pdfs.ts';
import type { changesIn, Told } from './changes.ts';
import { type clockIn, momentAsked } from './clock.ts';
import type { Address, ChangesOf, Content, Listed } from './content.ts';
import type { Coverage } from './coverage.ts';
import type { facetsKeptIn } from './facets.ts';
import { overridesIn } from './interface-words.ts';
import { type KeptAnswers, keptAnswers } from './kept-answers.ts';
import { type Key, keys, noticeKey } from './keys.ts';
import { addressesIn } from './listed.ts';
import { type ListedService, listedServiceOf } from './listed-services.ts';
import type { LookUps, Notice } from './look-ups.ts';
import type { SearchablePages, searchablesIn } from './searchable.ts';
import type { standingsIn } from './standings.ts';
import { type TermsOfLanguage, termsIn } from './terms.ts';

/**
 * What stands on every page is asked for by every page, and the language versions of a document are made one after the
 * other: so many answers are enough at hand. A parsed edition is some 60 KB.
 */
const KEPT_EDITIONS = 300;
const KEPT_ANSWERS = 1_000;
/** Those of a county in a language or two: every way to look for help shows some of the same. */
const KEPT_SERVICES = 2_000;

type Site = { readonly trust: Trust; readonly logo: string; readonly site: string };

/** What is kept beside the editions as they come. */
export type Beside = {
  readonly standings: ReturnType<typeof standingsIn>;
  readonly facets: ReturnType<typeof facetsKeptIn>;
  readonly clock: ReturnType<typeof clockIn>;
  readonly changes: ReturnType<typeof changesIn>;
  readonly pdfs: ReturnType<typeof bookletPdfsIn>;
  readonly searchables: ReturnType<typeof searchablesIn>;
};

export type Answers = {
  /** Look-ups that tell `record` what they looked for, whether or not they found it. */
  readonly content: (record?: (key: Key) => void) => Content;
  readonly forget: (key: Key) => void;
  readonly forgetAll: () => void;
};

export function answersFrom(
  { logo, site, trust }: Site,
  lookUps: LookUps,
  { changes, clock, facets, pdfs, searchables, standings }: Beside,
): Answers {
  const { documentOf, englishSince, hasAny, inForce, languagesOf, listOf, newest } = lookUps;
  const kept = {
    editions: keptAnswers<Edition | null>(KEPT_EDITIONS),
    since: keptAnswers<Map<number, readonly Edition[]>>(KEPT_EDITIONS),
    slugs: keptAnswers<string | null>(KEPT_ANSWERS),
    lists: keptAnswers<readonly Listed[]>(KEPT_ANSWERS),
    listedServices: keptAnswers<ListedService | null>(KEPT_SERVICES),
    addresses: keptAnswers<readonly Address[]>(KEPT_ANSWERS),
    isListed: keptAnswers<boolean>(KEPT_ANSWERS),
    languages: keptAnswers<readonly string[]>(KEPT_ANSWERS),
    having: keptAnswers<readonly Address[]>(KEPT_ANSWERS),
    changes: keptAnswers<readonly Told[]>(KEPT_ANSWERS),
    notices: keptAnswers<readonly Notice[]>(1),
    coverage: keptAnswers<readonly Coverage[]>(KEPT_ANSWERS),
    words: keptAnswers<Overrides | null>(KEPT_ANSWERS),
    terms: keptAnswers<TermsOfLanguage>(KEPT_ANSWERS),
    searchableCount: keptAnswers<number>(KEPT_ANSWERS),
    searchable: keptAnswers<SearchablePages>(1),
  };

  return {
    content: contentThatRecords,
    forget: (key) => {
      for (const answers of Object.values(kept)) answers.forget(key);
    },
    forgetAll: () => {
      for (const answers of Object.values(kept)) answers.empty();
    },
  };

  function contentThatRecords(record: (key: Key) => void = () => {}): Content {
    const ask = <T>(answers: KeptAnswers<T>, key: Key, make: () => T): T => {
      record(key);
      return answers.get(key, make);
    };
    return {
      trust,
      logo,
      site,
      edition: <K extends Kind>(kind: K, document: string, language: string) =>
        ask(kept.editions, keys.edition(kind, document, language), () =>
          newest(kind, document, language),
        ) as EditionOf<K> | null,
      englishSince: <K extends Kind>(kind: K, document: string, number: number) => {
        const key = keys.edition(kind, document, SOURCE_LANGUAGE);
        const byNumber = ask(kept.since, key, () => new Map());
        const since = byNumber.get(number) ?? englishSince(kind, document, number);
        byNumber.set(number, since);
        return since as readonly ReadableEdition<K>[];
      },
      bySlug: (kind, slug) => ask(kept.slugs, keys.slug(kind, slug), () => documentOf(kind, slug)),
      list: (kind, language) =>
        ask(kept.lists, keys.list(kind, language), () => listOf(kind, language)),
      listedService: (document, language) =>
        ask(kept.listedServices, keys.listedService(document, language), () =>
          listedServiceOf(contentThatRecords(), { document, language }),
        ),
      addresses: (kind, language) =>
        ask(kept.addresses, keys.addresses(kind, language), () =>
          addressesIn(listOf(kind, language)),
        ),
      lists: (kind, language) =>
        ask(kept.isListed, keys.lists(kind, language), () => hasAny(kind, language)),
      having: (kind, field, value) =>
        ask(kept.having, keys.having(kind, field, value), () => facets.having(kind, field, value)),
      // What has come stays: only what is to come is a reason to render a page again.
      reached: (when) => {
        const moment = momentAsked(when);
        if (moment <= clock.now()) return true;
        record(keys.reached(moment));
        return false;
      },
      changes: (language, of) =>
        ask(kept.changes, keys.changes(language, of), () => changesOf(language, of)),
      changePortions: (language) => {
        record(keys.changePortions(language));
        return changes.portions(language);
      },
      notices: () => {
        const shown = ask(kept.notices, keys.notices, inForce);
        // So that the removal of one finds every page that showed it.
        for (const { document } of shown) record(noticeKey(document));
        return shown;
      },
      languagesOf: (kind, document) =>
        ask(kept.languages, keys.languages(kind, document), () => languagesOf(kind, document)),
      words: (language) => {
        const tag = interfaceLanguage(language);
        return ask(kept.words, keys.words(tag), () => overridesIn(contentThatRecords(), tag));
      },
      terms: (language) =>
        ask(kept.terms, keys.terms(language), () => termsIn(contentThatRecords(), language)),
      pdfAt: (path) => {
        record(keys.pdf(path));
        return pdfs.at(path);
      },
      searchableCount: (language) =>
        ask(kept.searchableCount, keys.search(language), () => searchables.count(language)),
      searchable: (language) =>
        ask(kept.searchable, keys.search(language), () => searchables.pages(language)),
      coverage: (language) =>
        ask(kept.coverage, keys.coverage(language), () => standings.of(language)),
    };
  }

  function changesOf(language: string, of?: ChangesOf): readonly Told[] {
    if (of === undefined) return changes.newest(language);
    return 'portion' in of
      ? changes.portion(language, of.portion)
      : changes.ofDistrict(language, of.district);
  }
}
