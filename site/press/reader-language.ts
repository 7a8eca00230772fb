/** The language of somebody whose page is not there: of the address, else the first that their browser asks for. */
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';

type Asked = { readonly path: string; readonly accepts: string | undefined };

export function readerLanguage({ accepts, path }: Asked, tags: readonly string[]): string {
  const [, tag = ''] = path.split('/');
  if (tags.includes(tag)) return tag;
  const wanted = preferences(accepts ?? '');
  const known = wanted.flatMap((one) => tags.filter((each) => each === one));
  return known[0] ?? SOURCE_LANGUAGE;
}

/** `Accept-Language` as tags, the dearest first: `ur-PK,pl;q=0.8` asks for ur, then pl. */
function preferences(accepts: string): readonly string[] {
  const asked = accepts.split(',').map((part) => {
    const [tag = '', weight = ''] = part.split(';').map((each) => each.trim());
    const [, quality = '1'] = /^q=([\d.]+)$/.exec(weight) ?? [];
    return { tag: tag.toLowerCase().split('-')[0] ?? '', quality: Number(quality) };
  });
  return asked
    .filter(({ quality }) => quality > 0)
    .toSorted((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag);
}
