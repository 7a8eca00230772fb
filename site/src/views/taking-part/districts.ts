/** Districts by their names, which are the same in every language. */
import { inEnglish, type Reader, type Said } from '../reader.ts';

/** Those that the trust still has, in its order. */
export function districtNames(reader: Reader, slugs: readonly string[]): readonly Said[] {
  return reader.content.trust.districts
    .filter(({ slug }) => slugs.includes(slug))
    .map(({ name }) => inEnglish(reader, name));
}
