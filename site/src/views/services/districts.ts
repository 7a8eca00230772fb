/** Districts by name, and what to do in one where nothing is found. Their names are English in every language. */
import { ownLink } from '../frame.ts';
import type { Link } from '../links.ts';
import { inEnglish, onceALanguage, type Reader, type Said } from '../reader.ts';

export function districtName({ content }: Reader, slug: string): string {
  return content.trust.districts.find((district) => district.slug === slug)?.name ?? slug;
}

/** "Dover, Swale and Thanet"; `null` for none. */
export function districtNames(reader: Reader, slugs: readonly string[]): Said | null {
  const names = slugs.map((slug) => districtName(reader, slug));
  return names.length === 0 ? null : inEnglish(reader, englishList.format(names));
}

const englishList = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** To the services of each district. */
export function districtLinks(reader: Reader, slugs: readonly string[]): readonly Link[] {
  return slugs.map((slug) => ({
    ...ownLink(reader, `/${reader.language}/services/${slug}/`, ''),
    label: inEnglish(reader, districtName(reader, slug)),
  }));
}

/** Where families of a district may go too; without one, every district. */
export function districtsNextTo({ content }: Reader, slug: string | null): readonly string[] {
  const { districts } = content.trust;
  if (slug === null) return districts.map((district) => district.slug);
  return districts.find((district) => district.slug === slug)?.next ?? [];
}

/** Words in a row as the language joins them: "Monday, Tuesday and Friday". */
export const listIn = onceALanguage(
  (tag) => new Intl.ListFormat(tag.startsWith('en') ? 'en-GB' : tag, { type: 'conjunction' }),
);
