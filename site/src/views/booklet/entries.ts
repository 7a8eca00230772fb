/** What a booklet tells of each service, place and forum: in a few lines, and no more of them than one file may hold. */
import type { ContentOfKind, Kind } from '@charterpress/shared/domain/kinds.ts';
import { checkedState } from '@charterpress/shared/domain/services/checked.ts';
import { openPeriods } from '@charterpress/shared/domain/services/opening.ts';
import type { Reference } from '@charterpress/shared/domain/shape.ts';
import type { WordKey } from '@charterpress/shared/strings.ts';
import type { Address } from '../../content/content.ts';
import { everywhereIn, placesIn, servicesIn } from '../../content/services-in.ts';
import { factFor, type ShownFact } from '../facts.ts';
import {
  inARow,
  inEnglish,
  knownLanguage,
  type Reader,
  type Said,
  said,
  saying,
  textOf,
} from '../reader.ts';
import { inOrderFor } from '../services/entry.ts';
import { sentenceOf } from '../services/opening.ts';
import { addressOf } from '../services/places-there.ts';
import { agesOf } from '../services/service.ts';
import { textWithin, type Within } from '../within.ts';
import { typed } from '../wrong.ts';

export type BookletEntry = {
  readonly name: Said;
  readonly texts: readonly Said[];
  /** Short lines, each of one fact. */
  readonly lines: readonly Said[];
  readonly facts: readonly ShownFact[];
};

/** With all that is told of them they fill half of what a file may weigh, in a script of three bytes a letter. */
const MOST_SERVICES = 60;
const MOST_PLACES = 40;

export type HelpThere = {
  readonly groups: readonly {
    readonly title: string | Said;
    readonly entries: readonly BookletEntry[];
  }[];
  /** Where the rest is, when a booklet cannot hold all. */
  readonly more: { readonly words: string; readonly address: string } | null;
};

/** Those of the district, then those of the whole area. What nobody checked for a year is left out. */
export function servicesFor(who: Reader, district: string): HelpThere {
  const { content, language, words } = who;
  const all = servicesIn(content, { by: 'district', value: district });
  const shown = all.slice(0, MOST_SERVICES);
  const wide = new Set(everywhereIn(content).map(({ document }) => document));
  const groups = [
    {
      title: words('booklet.near'),
      entries: entriesOf(
        who,
        'services',
        shown.filter(({ document }) => !wide.has(document)),
        service,
      ),
    },
    {
      title: saying(who, 'services.in.whole', { area: inEnglish(who, content.trust.area) }),
      entries: entriesOf(
        who,
        'services',
        shown.filter(({ document }) => wide.has(document)),
        service,
      ),
    },
  ];
  const address = typed(`${content.site}/${language}/services/${district}/`);
  return {
    groups: groups.filter(({ entries }) => entries.length > 0),
    more: all.length > shown.length ? { words: words('booklet.more'), address } : null,
  };
}

export function placesFor(who: Reader, district: string): readonly BookletEntry[] {
  return entriesOf(who, 'places', placesIn(who.content, district).slice(0, MOST_PLACES), place);
}

export function forumsFor(who: Reader, district: string): readonly BookletEntry[] {
  return entriesOf(who, 'forums', who.content.having('forums', 'districts', district), forum);
}

type Show<K extends Kind> = (who: Reader, of: Within<K>) => BookletEntry | null;

function entriesOf<K extends Kind>(
  who: Reader,
  kind: K,
  addresses: readonly Address[],
  show: Show<K>,
): readonly BookletEntry[] {
  const found = addresses.flatMap(({ document }) => {
    const of = textWithin(who, { kind, document });
    const entry = of === null ? null : show(who, of);
    if (of === null || entry === null) return [];
    return [{ entry, name: textOf(entry.name), textLanguage: of.language }];
  });
  return found.toSorted(inOrderFor(who)).map(({ entry }) => entry);
}

function service(who: Reader, { language, source, text }: Within<'services'>): BookletEntry | null {
  if (checkedState(source.checkedOn, who.content.reached) === 'too-old') return null;
  const own = (words: string | null) => (words === null ? [] : [said(who, words, language)]);
  return {
    name: said(who, text.name, language),
    texts: own(text.summary),
    lines: [
      ...own(text.forWhom),
      agesOf(who, source),
      word(who, source.cost === null ? 'services.ask.cost' : `services.cost.${source.cost}`),
      ...own(text.costNote),
      ...openTimes(who, source),
      ...source.places.flatMap((one) => placeLine(who, one)),
    ],
    facts: factsOf(who, source.contacts),
  };
}

function place(who: Reader, { language, source, text }: Within<'places'>): BookletEntry {
  const address = addressOf(who, source);
  const askFor =
    text.askFor === null
      ? []
      : [word(who, 'services.place.askFor'), said(who, text.askFor, language)];
  return {
    name: said(who, text.name, language),
    texts: address === null ? [] : [address],
    lines: [...askFor, ...openTimes(who, source)],
    facts: factsOf(who, source.contact === null ? [] : [source.contact]),
  };
}

function forum(who: Reader, { language, source, text }: Within<'forums'>): BookletEntry {
  const meets = text.meets === null ? [] : [said(who, text.meets, language)];
  return {
    name: said(who, text.name, language),
    texts: [said(who, text.summary, language)],
    lines: [word(who, `forum.standing.${source.standing}`), ...meets],
    facts: factsOf(who, source.contact === null ? [] : [source.contact]),
  };
}

function word(who: Reader, key: WordKey): Said {
  return said(who, who.words(key), who.language);
}

type Open = Pick<ContentOfKind<'places'>, 'hours'>;

function openTimes(who: Reader, { hours }: Open): readonly Said[] {
  return openPeriods(hours).map(({ same, weeks }) => {
    const times = same.map((one) => sentenceOf(who, one)).join(marks(who).semicolon);
    const text = `${who.words(`services.opening.${weeks}`)}: ${times}`;
    return said(who, text, who.language);
  });
}

function placeLine(who: Reader, { document }: Reference): readonly Said[] {
  const there = textWithin(who, { kind: 'places', document });
  if (there === null) return [];
  const name = said(who, there.text.name, there.language);
  const address = addressOf(who, there.source);
  return [address === null ? name : inARow([name, marks(who).comma, address])];
}

function marks({ language }: Reader): { comma: string; semicolon: string } {
  return knownLanguage(language).direction === 'rtl'
    ? { comma: '، ', semicolon: '؛ ' }
    : { comma: ', ', semicolon: '; ' };
}

function factsOf(who: Reader, references: readonly Reference[]): readonly ShownFact[] {
  return references.flatMap((reference) => factFor(who, reference) ?? []);
}
