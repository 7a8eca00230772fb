/** What the months are called in a language, as its readers meet them: alone, in a date, in short. */

/** The names of each month, January first, longest first. */
export function monthNames(language: string): readonly (readonly string[])[] {
  const known = names.get(language) ?? Array.from({ length: 12 }, (_, at) => namesOf(at, language));
  names.set(language, known);
  return known;
}

/** The number of the month that a word names, in whatever case or ending; `null` for every other word. */
export function monthOf(word: string, language: string): number | null {
  const at = monthNames(language).findIndex((ofMonth) =>
    ofMonth.some((name) => isFormOf(lower(word, language), name)),
  );
  return at === -1 ? null : at + 1;
}

const names = new Map<string, readonly (readonly string[])[]>();

function namesOf(at: number, language: string): readonly string[] {
  const day = new Date(Date.UTC(2026, at, 3));
  const locale = `${language}-u-nu-latn-ca-gregory`;
  const found = (['long', 'short'] as const).flatMap((month) => [
    new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' }).format(day),
    inDate(day, locale, month),
  ]);
  const words = found.map((name) => lower(name.replace(/\.$/, ''), language));
  return [...new Set(words)].filter((name) => /\p{L}/u.test(name));
}

function inDate(day: Date, locale: string, month: 'long' | 'short'): string {
  const asked = { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' } as const;
  const parts = new Intl.DateTimeFormat(locale, asked).formatToParts(day);
  return parts.find(({ type }) => type === 'month')?.value ?? '';
}

/** Long names change their last letters, and endings are written on to all of them: "w maju", "मेमा". */
function isFormOf(word: string, name: string): boolean {
  const stem = name.slice(0, name.length < 6 ? name.length : -2);
  return word.startsWith(stem) && word.length <= name.length + 4;
}

function lower(word: string, language: string): string {
  return word.normalize('NFC').toLocaleLowerCase(language);
}
