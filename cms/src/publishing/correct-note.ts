/**
 * Correcting a published note. An edition never changes, so the correction is an edition of its own: the same text, minor,
 * saying which edition's note it stands in for. It moves no date, and no translation falls behind by it.
 */
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { englishEditions } from './languages-of.ts';
import type { EditionAddress, Ledger, StoredEdition } from './ledger.ts';
import { type Publishing, type Receipt, receiptOf } from './publish.ts';

export type NoteCorrection = Omit<EditionAddress, 'language'> & {
  /** The edition that the note is about; `null` for the newest that has one. */
  readonly edition: number | null;
  readonly changeNote: string;
  readonly by: string;
};

export async function enterNoteCorrection(
  ledger: Ledger,
  { by, changeNote, document, edition, kind }: NoteCorrection,
): Promise<Publishing<Receipt>> {
  const english = await englishEditions(ledger, { kind, document });
  const noted = english.filter(hasNote);
  const about = edition === null ? noted.at(-1) : noted.find(({ number }) => number === edition);
  const newest = await ledger.newest({ kind, document, language: SOURCE_LANGUAGE });
  if (about === undefined || newest === null) return { ok: false, refused: 'no-note' };
  const { content, digest, slug } = newest;
  const entered = await ledger.enter(
    {
      ...{ kind, document, language: SOURCE_LANGUAGE, slug, content, digest, sourceEdition: null },
      action: 'published',
      change: 'minor',
      changeNote: changeNote.normalize('NFC').trim(),
      corrects: about.number,
    },
    { by, did: 'corrected a note', reason: null },
  );
  return { ok: true, value: receiptOf(entered) };
}

/** A note that stands on the page, and is no correction itself: that is of the note it corrects. */
function hasNote({ action, changeNote, corrects }: StoredEdition): boolean {
  return action === 'published' && changeNote !== null && corrects == null;
}
