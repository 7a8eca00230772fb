/** The words of a document on its page, and of its rows: in the language of the text, or English where a row has no translation yet. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Opened } from '../document.ts';
import { type Said, said } from '../reader.ts';
import { told } from '../terms.ts';

type Row = { readonly id: string };
/** `told` is for sentences, whose terms are linked. */
type Own = ((text: string) => Said) & { readonly told: (text: string) => Said };

/** Marks words with the language of the text. */
export function ownWords<K extends Kind>(opened: Opened<K>): Own;
/** Of a row of the English, with the row that is shown. */
export function ownWords<K extends Kind, R extends Row>(
  opened: Opened<K>,
  rows: readonly R[],
  row: R,
): Own & { readonly text: R };
export function ownWords<K extends Kind, R extends Row>(
  { reader, shown }: Opened<K>,
  rows?: readonly R[],
  row?: R,
) {
  const text = rows?.find(({ id }) => id === row?.id) ?? row;
  const isEnglish = row !== undefined && text === row;
  const tag = isEnglish ? SOURCE_LANGUAGE : shown.textLanguage;
  return Object.assign((words: string) => said(reader, words, tag), {
    told: (words: string) => told(reader, words, tag),
    text,
  });
}
