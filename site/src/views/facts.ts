/** A contact, number, price or opening time as a reader sees it. What is not known is said to be not known. */
import { isKind } from '@charterpress/shared/domain/kinds.ts';
import type { Reference } from '@charterpress/shared/domain/shape.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { targetOf } from './links.ts';
import { inEnglish, type Reader, type Said, said } from './reader.ts';
import { readable, reading } from './reading.ts';

/** An address to ring, write to or open. The text is digits and Latin letters in every language. */
export type Way = { readonly href: string; readonly text: string };

export type ShownFact = {
  readonly label: Said;
  readonly telephone: Way | null;
  readonly email: Way | null;
  readonly web: Way | null;
  readonly value: Said | null;
};

/** Returns `null` for a fact that was never published, or that no longer holds. */
export function factFor(reader: Reader, reference: Reference): ShownFact | null {
  const target = targetOf(reader, reference);
  if (target === null || !isKind(target.kind) || target.kind !== 'facts') return null;
  const { document } = target;
  const english = readable(reader.content, { kind: 'facts', document, language: SOURCE_LANGUAGE });
  if (english === null || english.action === 'withdrawn') return null;
  const own = reading(reader.content, { kind: 'facts', document, language: reader.language });
  return {
    label: own === null ? inEnglish(reader, english.content.label) : labelOf(reader, own),
    // A number to ring is the same in every language: an old translation must not keep an old one.
    telephone: telephone(english.content.telephone),
    email: email(english.content.email),
    web: web(english.content.web),
    value: valueFor(reader, english.content.value, own),
  };
}

type OwnFact = NonNullable<ReturnType<typeof reading<'facts'>>>;

function labelOf(reader: Reader, own: OwnFact): Said {
  return said(reader, own.text.label, own.textLanguage);
}

/** A price or an opening time that moved on in English is shown in English rather than as it was. */
function valueFor(reader: Reader, english: string | null, own: OwnFact | null): Said | null {
  if (english === null) return null;
  const stale = own?.freshness.state === 'behind' && own.freshness.changed.fields.includes('value');
  if (own === null || stale || own.text.value === null) return inEnglish(reader, english);
  return said(reader, own.text.value, own.textLanguage);
}

export function telephone(number: string | null): Way | null {
  return number === null ? null : { href: `tel:${number.replace(/[^\d+]/g, '')}`, text: number };
}

function email(address: string | null): Way | null {
  return address === null ? null : { href: `mailto:${address}`, text: address };
}

/** `null` for what no browser should open. */
export function web(address: string | null): Way | null {
  if (address === null || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  return { href: url.href, text: `${url.host}${url.pathname}`.replace(/\/$/, '') };
}
