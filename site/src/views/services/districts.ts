/** Districts by name, and what to do in one where nothing is found. Their names are English in every language. */
import { ownLink } from '../frame.ts';
import type { Link } from '../links.ts';
import { inEnglish, listOf, type Reader, type Said } from '../reader.ts';

export function districtName({ content }: Reader, slug: string): string {
  return content.trust.districts.find((district) => district.slug === slug)?.name ?? slug;
}

/** "Dover, Swale and Thanet", joined as the reader's language joins words; `null` for none. */
export function districtNames(reader: Reader, slugs: readonly string[]): Said | null {
  const names = slugs.map((slug) => inEnglish(reader, districtName(reader, slug)));
  return names.length === 0 ? null : listOf(reader, names);
}

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
