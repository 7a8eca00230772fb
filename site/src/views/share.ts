/** Ways to hand a page on: by message, on paper, on another site. Nobody is told that it was done. */

import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { shortCode, shortPath } from '@charterpress/shared/domain/short-address.ts';
import { titleIn } from '@charterpress/shared/domain/title.ts';
import { html } from '../components/html.ts';
import type { Opened } from './document.ts';
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
  address: string | null,
): Share | null {
  const { edition, source, text, textLanguage } = shown;
  const { content, language, words } = reader;
  const isOwn = textLanguage === language && edition.action === 'published';
  if (address === null || !isOwn || isSensitive(source.content)) return null;
  const title = titleIn(text);
  const short = shortAddressOf(reader, edition);
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
      title: said(reader, title, textLanguage),
      summary: summaryIn(text) === null ? null : said(reader, summaryIn(text) ?? '', textLanguage),
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
