/** What editions say that they changed for parents. */
import type { ReadableEdition } from '@charterpress/shared/domain/edition.ts';

export type Noted = {
  /** Of the edition that the note is about. */
  readonly number: number;
  readonly publishedAt: string;
  readonly note: string;
};

/** Oldest first; each note as it was corrected last, under the date of the edition that it is about. */
export function notesOf(english: readonly ReadableEdition[]): readonly Noted[] {
  return english.flatMap(({ action, changeNote, corrects, number, publishedAt }) => {
    if (action !== 'published' || number === 1 || corrects !== undefined) return [];
    const correction = english.findLast((later) => later.corrects === number);
    const note = correction?.changeNote ?? changeNote;
    return note === null ? [] : [{ number, publishedAt, note }];
  });
}
