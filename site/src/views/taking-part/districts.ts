/** Districts by their names, which are the same in every language. */
import { inEnglish, type Reader, type Said, saying } from '../reader.ts';

/** Whom something is for: a name for each district, or the whole area in one line where it is for all of them. */
export function forPeopleIn(reader: Reader, slugs: readonly string[]): readonly Said[] {
  const names = districtNames(reader, slugs);
  const { area, districts } = reader.content.trust;
  if (names.length < districts.length) return names;
  return [saying(reader, 'services.in.whole', { area: inEnglish(reader, area) })];
}

/** Those that the trust still has, in its order. */
export function districtNames(reader: Reader, slugs: readonly string[]): readonly Said[] {
  return reader.content.trust.districts
    .filter(({ slug }) => slugs.includes(slug))
    .map(({ name }) => inEnglish(reader, name));
}
