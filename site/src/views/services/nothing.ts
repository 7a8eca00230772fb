/** What stands where a list has nothing in it: never a dead end. */

import { everywhereIn, type Filter } from '../../content/services-in.ts';
import type { ShownFact } from '../facts.ts';
import { helplinesOf } from '../footer.ts';
import { type Link, linkTo } from '../links.ts';
import { inEnglish, type Reader, type Said, saying } from '../reader.ts';
import { districtLinks, districtsNextTo } from './districts.ts';
import { entriesOfServices, type ServiceEntry } from './entry.ts';

export type Nothing = {
  readonly title: string;
  readonly text: string;
  readonly wide: { readonly title: Said; readonly entries: readonly ServiceEntry[] } | null;
  readonly groups: readonly { readonly title: string; readonly links: readonly Link[] }[];
  readonly ask: { readonly title: string; readonly facts: readonly ShownFact[] } | null;
};

/** Enough to begin with. */
const MOST_WIDE = 8;

export function nothingFor(reader: Reader, filter: Filter): Nothing {
  const { words } = reader;
  const district = filter.by === 'district' ? filter.value : null;
  const wide = entriesOfServices(reader, everywhereIn(reader.content).slice(0, MOST_WIDE));
  const facts = helplinesOf(reader);
  const next = districtLinks(reader, districtsNextTo(reader, district));
  const groups = [
    { title: words(`services.nothing.${district === null ? 'districts' : 'next'}`), links: next },
    { title: words('services.nothing.forum'), links: forumsOf(reader, district) },
  ];
  return {
    title: words('services.nothing.title'),
    text: words('services.nothing.text'),
    wide: wide.length === 0 ? null : { title: wholeArea(reader), entries: wide },
    groups: groups.filter(({ links }) => links.length > 0),
    ask: facts.length === 0 ? null : { title: words('services.nothing.ask'), facts },
  };
}

export function wholeArea(reader: Reader): Said {
  const area = inEnglish(reader, reader.content.trust.area);
  return saying(reader, 'services.in.whole', { area });
}

export function forumsOf(reader: Reader, district: string | null): readonly Link[] {
  if (district === null) return [];
  return reader.content
    .having('forums', 'districts', district)
    .flatMap(({ document }) => linkTo(reader, { kind: 'forums', document }) ?? []);
}
