/** The booklets of a language: one for each district, as a file to read or save and, once it was made, as a PDF. */
import type { Content } from '../../content/content.ts';
import {
  bookletPath,
  bookletsPath,
  hasBooklets,
  pdfOfBooklet,
} from '../../content/routes-of-booklets.ts';
import { type Frame, frameFor, ownLink } from '../frame.ts';
import type { Link } from '../links.ts';
import { dayIn, inEnglish, type Reader, reader, type Said, sizeIn } from '../reader.ts';

export type BookletsPage = {
  readonly frame: Frame;
  readonly title: string;
  readonly introduction: string;
  readonly booklets: readonly {
    readonly place: Said;
    readonly read: Link;
    readonly save: Saved;
    /** With the day on which it was made: the file beside it may be newer. */
    readonly pdf: Saved | null;
  }[];
};

/** `as` is the name under which it is kept. */
type Saved = { readonly href: string; readonly as: string; readonly label: string };

export function bookletsPage(
  content: Content,
  { language }: { readonly language: string },
): BookletsPage {
  const who = reader(content, language);
  const { words } = who;
  return {
    frame: frameFor(who, {
      title: words('booklet.title'),
      description: words('booklet.intro'),
      section: 'services',
      isHandedOn: true,
      pathIn: (tag) => (hasBooklets(content, tag) ? bookletsPath(tag) : null),
    }),
    title: words('booklet.title'),
    introduction: words('booklet.intro'),
    booklets: content.trust.districts.map(({ name, slug }) => ({
      place: inEnglish(who, name),
      read: ownLink(who, bookletPath(language, slug), words('booklet.read')),
      save: {
        href: bookletPath(language, slug),
        as: `${slug}-${language}.html`,
        label: words('booklet.save'),
      },
      pdf: pdfOf(who, slug),
    })),
  };
}

function pdfOf({ content, language, words }: Reader, district: string): Saved | null {
  const path = pdfOfBooklet(bookletPath(language, district));
  const pdf = content.pdfAt(path);
  if (pdf === null) return null;
  const date = dayIn(language, pdf.madeOn);
  const label = words('booklet.pdf', { date, size: sizeIn(language, pdf.bytes) });
  return { href: path, as: `${district}-${language}-${pdf.madeOn}.pdf`, label };
}

/** `null` where there is none to lead to: in Easy Read and in signing. */
export function bookletsLink(who: Reader): Link | null {
  const { content, language, words } = who;
  return hasBooklets(content, language)
    ? ownLink(who, bookletsPath(language), words('booklet.title'))
    : null;
}
