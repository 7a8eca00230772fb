/** What staff call the languages. */
import { type Language, languages } from '@charterpress/shared/languages.ts';

export const languageNames = Object.fromEntries(
  languages.map(({ englishName, tag }) => [tag, englishName]),
) as Record<Language['tag'], string>;
