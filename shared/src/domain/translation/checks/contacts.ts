/** What people write to, ring and go to, as it is in every language: e-mail, web and postal addresses, telephones. */
import parsePhoneNumber from 'libphonenumber-js/min';
import type { ErrorRule } from './finding.ts';
import { type Taken, take } from './taking.ts';

/** Something that has to stand in the target as it does in the source. `is` is alike for what means the same. */
export type Contact = { readonly rule: ErrorRule; readonly words: string; readonly is: string };

/** Expects plain digits. Letters of other scripts may follow at once: many languages write endings on. */
export function contactsIn(text: string): Taken<Contact> {
  return readings.reduce<Taken<Contact>>(
    ({ rest, values }, { pattern, read }) => {
      const taken = take(rest, pattern, read);
      return { values: [...values, ...taken.values], rest: taken.rest };
    },
    { values: [], rest: text },
  );
}

/** House number and street. It is for envelopes and drivers, so it stays in Latin letters. */
const street =
  /\b\d{1,4}[A-Za-z]?,? (?:[A-Z][a-z’']+ ){1,3}(?:Street|Road|Lane|Avenue|Close|Drive|Way|Place|Square|Court|Gardens|Terrace|Crescent|Row|Grove|Parade|Mews|Walk|Hill)\b/g;

/** English alone names streets so that they can be found: what is found there is looked for in the target. */
export function streetsIn(source: string): Taken<Contact> {
  return take(source, street, ([words]) => ({
    ...{ rule: 'address-changed', words, is: withoutSpaces(words) },
  }));
}

/** The target without this street, or `null` when it does not stand there. */
export function withoutStreet(target: string, { words }: Contact): string | null {
  const pattern = words
    .split(/[ ,]+/)
    .map((word) => word.replace(/[.’']/g, '.'))
    .join('[ ,]+');
  const rest = target.replace(new RegExp(pattern, 'g'), '\ufffc');
  return rest === target ? null : rest;
}

const readings: readonly {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray) => Contact | null;
}[] = [
  {
    pattern: /[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}/gi,
    read: ([words]) => ({ rule: 'email-changed', words, is: words.toLowerCase() }),
  },
  {
    pattern:
      /(?:https?:\/\/|www\.)[!-~]+|(?<![\w.@-])(?:[a-z0-9-]+\.)+(?:uk|org|com|net|eu|info)(?![\w-])(?:\/[!-~]*)?/gi,
    read: ([found]) => {
      const words = found.replace(/[.,;:!?)'"\]]+$/, '');
      const is = words.replace(/^https?:\/\//i, '').replace(/\/$/, '');
      return { rule: 'address-changed', words, is: is.toLowerCase() };
    },
  },
  {
    pattern: /(?<![A-Za-z0-9])[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}(?![A-Za-z0-9])/g,
    read: ([words]) => ({ rule: 'postcode-changed', words, is: withoutSpaces(words) }),
  },
  {
    pattern: /(?<![\p{N}/.,+])(?:\+|\(?0)[\d ()-]{6,18}\d(?!\d)/gu,
    read: ([words]) => telephone(words),
  },
];

const asDate = /^\d{1,2}-\d{1,2}-\d{4}$/;

function telephone(words: string): Contact | null {
  const digits = words.replace(/\D/g, '');
  if (digits.length < 8 || digits.length > 15 || asDate.test(words)) return null;
  return { rule: 'telephone-changed', words, is: parsePhoneNumber(words, 'GB')?.number ?? digits };
}

function withoutSpaces(words: string): string {
  return words.replace(/[\s,]/g, '').toUpperCase();
}
