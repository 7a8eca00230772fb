/** What is said beside a text on its way out and back: comments of staff as notes, notes of an agency as comments. */
import {
  type Comment,
  openComments,
  translationField,
} from '@charterpress/shared/domain/comments.ts';
import { hiddenCharacterIn } from '@charterpress/shared/domain/hidden.ts';
import words from '@charterpress/shared/strings/exchange.json' with { type: 'json' };
import type { PayloadRequest } from 'payload';
import { commentsOn, writeComment } from '../../comments/collection.ts';
import { tellOfComment } from '../../mail/steps.ts';
import type { Ledger } from '../../publishing/ledger.ts';
import { filled } from '../../words/filled.ts';
import type { Translation } from '../records.ts';
import type { UnitShown } from './incoming.ts';

/** By key: what nobody settled, question and answers in turn. Who said it is for nobody outside. */
export async function saidOnSegments(
  req: PayloadRequest,
  of: Translation,
): Promise<(key: string) => readonly string[]> {
  const open = openComments(await commentsOn(req, of));
  return (key) => open.filter(isOn(of, key)).flatMap(wordsOf);
}

type Noted = {
  readonly of: Translation;
  readonly by: string;
  readonly units: readonly UnitShown[];
};

/** A note that was kept once is not kept again when its file comes a second time. */
export async function keepNotes(ledger: Ledger, { by, of, units }: Noted): Promise<void> {
  const noted = units.filter(({ english, notes }) => english !== null && notes.length > 0);
  if (noted.length === 0) return;
  const known = await commentsOn(ledger.req, of);
  const fresh = noted.flatMap(({ key, notes }) => {
    const here = known.filter(isOn(of, key)).flatMap(wordsOf);
    return notes
      .map(commentFrom)
      .filter((text) => !here.includes(text))
      .map((text) => ({ field: translationField(of.language, key), text }));
  });
  for (const one of fresh) await writeComment(ledger, { of, by, ...one });
  if (fresh.length > 0) await tellOfComment(ledger.req, { of, by, to: [] });
}

/** Said by whoever took the file in, and known as not their own words. */
function commentFrom(note: string): string {
  const plain = [...note].filter((sign) => hiddenCharacterIn(sign) === null).join('');
  return filled(words.noteInFile, { note: plain.trim().slice(0, LONGEST_NOTE) });
}

/** Characters, with which a comment is still read. */
const LONGEST_NOTE = 2000;

function isOn({ language }: Translation, key: string) {
  const field = translationField(language, key);
  return (comment: Comment) => comment.field === field;
}

function wordsOf({ answers, text }: Comment): readonly string[] {
  return [text, ...answers.map((answer) => answer.text)];
}
