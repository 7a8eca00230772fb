/** What staff are told of files of translations: the words are in `shared/src/strings/exchange.json`. */

import type { UnitRefusal } from '@charterpress/shared/domain/translation/files/import-report.ts';
import words from '@charterpress/shared/strings/exchange.json' with { type: 'json' };
import { filled } from '../../words/filled.ts';
import type { LookedRefusal } from './looking.ts';

/** Everything for which a file, or a zip of files, is refused whole. */
export type Refusal =
  | LookedRefusal
  | { readonly why: 'unknown-document' }
  | { readonly why: 'not-your-language'; readonly found: string };

/** `name`: of the file in a zip that it is about; `null` where there is only one. */
export function refusedFile(refusal: Refusal, name: string | null): string {
  const found = 'found' in refusal ? refusal.found : '';
  const sentence = filled(words.refusedFile[refusal.why], { found });
  return name === null ? sentence : filled(words.inFile, { name, sentence });
}

export function refusedUnit(why: UnitRefusal): string {
  return words.refusedUnit[why];
}
