/** Who may do what in the workbench. What is not in the table is refused; translators are held to their own languages. */
import type { Role } from '../../roles.ts';
import type { Pair } from './record.ts';

export const translationActs = [
  'read',
  'comment',
  'translate',
  'review',
  'return',
  'waive',
  'claim',
  'release',
] as const;
export type TranslationAct = (typeof translationActs)[number];

/** An account as far as it matters here. */
export type Translating = {
  readonly email: string;
  readonly roles: readonly Role[];
  /** Those that somebody translates into. */
  readonly languages: readonly string[];
};

type Table = Readonly<Record<Role, readonly TranslationAct[]>>;

/** Only translators write in a language; who answers for the site may put up what two of them stood up for. */
export const mayInTranslation: Table = {
  administrator: ['read', 'release'],
  editor: ['read', 'comment'],
  publisher: ['read', 'comment', 'release'],
  translator: translationActs,
  press: [],
};

/** Whether somebody may ever do this in this language. */
export function mayTranslate(who: Translating, act: TranslationAct, language: string): boolean {
  return who.roles.some((role) => {
    const isTheirs = role !== 'translator' || who.languages.includes(language);
    return isTheirs && mayInTranslation[role].includes(act);
  });
}

/** Whether somebody may release what is composed of these: a translator not when all of it is their own translation. */
export function mayRelease(who: Translating, language: string, pairs: readonly Pair[]): boolean {
  const byRole = who.roles.some(
    (role) => role !== 'translator' && mayInTranslation[role].includes('release'),
  );
  if (byRole) return true;
  const isTheirs = mayTranslate(who, 'release', language);
  return isTheirs && pairs.some(({ translatedBy }) => translatedBy !== who.email);
}
