/** A text read out, to listen to beside it. */

import type { ReadableEdition } from '@charterpress/shared/domain/edition.ts';
import { freshness } from '@charterpress/shared/domain/freshness.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { soundOf } from '@charterpress/shared/version-place.ts';
import { type Attachment, attachmentFor } from './attachments.ts';
import type { Reader } from './reader.ts';
import { type Reading, readable } from './reading.ts';

export type Recording = Attachment & {
  readonly label: string;
  /** Where the text has changed since it was read out. */
  readonly warning: string | null;
  readonly transcriptLabel: string;
};

/** `null` where nobody has read the text out, or the text that was read is not the one that is shown. */
export function recordingOf<K extends Kind>(reader: Reader, shown: Reading<K>): Recording | null {
  const { content, language } = reader;
  if (shown.textLanguage !== language || shown.edition.action !== 'published') return null;
  // Asked once for the whole site: nearly all pages have none.
  if (!content.lists('language-versions', SOURCE_LANGUAGE)) return null;
  const { document, kind } = shown.edition;
  const made = readable(content, { kind, document, language: soundOf(language) });
  if (made?.version?.recording == null || made.action === 'withdrawn') return null;
  const sound = attachmentFor(reader, made.version.recording);
  if (sound === null || sound.form !== 'sound') return null;
  const isOld = isBehind(reader, shown, made);
  return {
    ...sound,
    label: reader.words('version.listen'),
    warning: isOld ? reader.words('version.soundBehind') : null,
    transcriptLabel: reader.words('files.transcript'),
  };
}

/** Of the English a small correction leaves a recording true; of a translation only the newest edition is at hand. */
function isBehind<K extends Kind>(
  { content, language }: Reader,
  { edition }: Reading<K>,
  made: ReadableEdition<K>,
): boolean {
  const madeFrom = made.sourceEdition ?? 0;
  if (language !== SOURCE_LANGUAGE) return edition.number !== madeFrom;
  const since = content.englishSince(edition.kind, edition.document, madeFrom);
  return freshness(made, since).state === 'behind';
}
