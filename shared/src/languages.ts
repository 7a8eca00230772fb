/**
 * The closed list of languages Charterpress can publish in. A trust picks from it in its `trust.yaml`.
 * One more language is one row here and one file of words in `strings/`.
 */

/** How a language version is made: read as text, as Easy Read, or watched as signing. */
export type LanguageForm = 'text' | 'easy-read' | 'sign';

export type Language = {
  /** BCP 47 tag; also the first part of every address in this language. */
  readonly tag: string;
  /** The language's name in itself, as its readers write it. */
  readonly ownName: string;
  /** Its name in English, for staff. */
  readonly englishName: string;
  readonly direction: 'ltr' | 'rtl';
  readonly form: LanguageForm;
  /** Whether a native speaker has checked the interface words. The languages page says so. */
  readonly checkedByNativeSpeaker: boolean;
};

/** What staff write in; every other language version is made from it. */
export const SOURCE_LANGUAGE = 'en';

export const languages = [
  row('en', 'English', 'English', 'ltr', 'text', true),
  row('ar', 'العربية', 'Arabic', 'rtl'),
  row('bg', 'Български', 'Bulgarian'),
  row('bn', 'বাংলা', 'Bengali'),
  row('gu', 'ગુજરાતી', 'Gujarati'),
  row('ne', 'नेपाली', 'Nepali'),
  row('pa', 'ਪੰਜਾਬੀ', 'Panjabi'),
  row('pl', 'Polski', 'Polish'),
  row('ro', 'Română', 'Romanian'),
  row('sk', 'Slovenčina', 'Slovak'),
  row('so', 'Soomaali', 'Somali'),
  row('ur', 'اردو', 'Urdu', 'rtl'),
  row('en-x-easyread', 'Easy Read', 'Easy Read', 'ltr', 'easy-read'),
  row('bfi', 'BSL', 'British Sign Language', 'ltr', 'sign'),
] as const satisfies readonly Language[];

/** Returns the language with this tag, or `null` when Charterpress does not know it. */
export function language(tag: string): Language | null {
  return languages.find((one) => one.tag === tag) ?? null;
}

function row(
  tag: string,
  ownName: string,
  englishName: string,
  direction: Language['direction'] = 'ltr',
  form: LanguageForm = 'text',
  checkedByNativeSpeaker = false,
): Language {
  return { tag, ownName, englishName, direction, form, checkedByNativeSpeaker };
}
