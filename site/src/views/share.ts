/** Ways to hand a page on: by message, on paper, on another site. Nobody is told that it was done. */

import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { LISTS, shortCode, shortPath } from '@charterpress/shared/domain/short-address.ts';
import { titleIn } from '@charterpress/shared/domain/title.ts';
import { html } from '../components/html.ts';
import type { Opened } from './document.ts';
import type { Framed } from './frame.ts';
import { isSensitive } from './leave.ts';
import { type QrCode, qrCode } from './qr-code.ts';
import { type Reader, type Said, said } from './reader.ts';
import { typed } from './wrong.ts';

export type Share = {
  readonly title: string;
  readonly ways: readonly { readonly words: string; readonly href: string }[];
  readonly card: { readonly title: string; readonly help: string; readonly html: string };
  readonly poster: {
    readonly make: string;
    readonly print: string;
    readonly back: string;
    readonly title: Said;
    readonly summary: Said | null;
    readonly scan: string;
    readonly qr: QrCode;
    /** As it is typed: without `https://`. */
    readonly address: string;
  };
};

/**
 * `null` for what nobody should be seen to have read or to have sent, for what was withdrawn, and for English that stands
 * in place of a translation.
 */
export function shareOf<K extends Kind>(
  { reader, shown }: Opened<K>,
  at: { readonly address: string; readonly short: string } | null,
): Share | null {
  const { edition, source, text, textLanguage } = shown;
  const { language } = reader;
  const isOwn = textLanguage === language && edition.action === 'published';
  if (at === null || !isOwn || isSensitive(source.content)) return null;
  return handedOn(reader, { ...at, title: titleIn(text), summary: summaryIn(text) });
}

type Page = Pick<Framed, 'title' | 'heading' | 'description' | 'pathIn'> & {
  /** Its whole address. */
  readonly canonical: string | null;
};

/** Of a page that belongs to no document: its short address hangs on its path below the language. */
export function shareOfPage(reader: Reader, page: Page): Share | null {
  const { canonical, description = null, heading, pathIn, title } = page;
  const path = pathIn(reader.language);
  if (canonical === null || path === null) return null;
  const code = shortCode(LISTS, path.slice(reader.language.length + 2));
  const short = reader.content.site + shortPath(code, reader.language);
  const summary = heading === undefined && description !== title ? description : null;
  return handedOn(reader, { address: canonical, short, title, heading, summary });
}

type HandedOn = {
  readonly address: string;
  readonly short: string;
  readonly title: string;
  readonly heading?: Said | undefined;
  readonly summary: string | null;
};

function handedOn(reader: Reader, page: HandedOn): Share {
  const { address, heading, short, summary, title } = page;
  const { content, language, words } = reader;
  const message = encodeURIComponent(`${title} ${address}`);
  return {
    title: words('share.title'),
    ways: [
      { words: words('share.whatsApp'), href: `https://wa.me/?text=${message}` },
      {
        words: words('share.text'),
        href: `sms:?&body=${encodeURIComponent(`${title} ${short}`)}`,
      },
      {
        words: words('share.email'),
        href: `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(address)}`,
      },
    ],
    card: {
      title: words('share.card'),
      help: words('share.cardHelp'),
      html: html`<p lang="${language}"><a href="${address}">${title}</a> – ${content.trust.name}</p>`
        .text,
    },
    poster: {
      make: words('share.poster'),
      print: words('share.print'),
      back: words('share.back'),
      title: heading ?? said(reader, title, language),
      summary: summary === null ? null : said(reader, summary, language),
      scan: words('share.scan'),
      qr: qrCode(short),
      address: typed(short),
    },
  };
}

/** With its origin. */
export function shortAddressOf(
  { content, language }: Reader,
  { document, kind }: { readonly kind: Kind; readonly document: string },
): string {
  return content.site + shortPath(shortCode(kind, document), language);
}

function summaryIn(text: object): string | null {
  return 'summary' in text && typeof text.summary === 'string' ? text.summary : null;
}
