/** When a service was checked, by whom, and what is said where that was long ago. */
import type { Opened } from '../document.ts';
import { dayIn, inEnglish, type Said, said, saying } from '../reader.ts';
import { stateOf } from './entry.ts';

/** `title` warns of what was not checked for long; `text` says what to do. */
export type Warning = { readonly title: string; readonly text: string };

export function warningOf({ reader, shown }: Opened<'services'>): Warning | null {
  const state = stateOf(reader, shown.source.content);
  if (state === 'fresh') return null;
  const { words } = reader;
  const title = state === 'too-old' ? 'tooOld' : state;
  return { title: words(`services.checked.${title}`), text: words('services.checked.before') };
}

export function checkedLine(opened: Opened<'services'>): Said | null {
  const { reader } = opened;
  const { checkedOn } = opened.shown.source.content;
  if (checkedOn === null) return null;
  const date = dayIn(reader.language, checkedOn);
  const who = whoChecked(opened);
  return who === null
    ? saying(reader, 'services.checked.on', { date })
    : saying(reader, 'services.checked.by', { date, who });
}

/** The role in the reader's language, unless somebody else has checked since it was translated. */
function whoChecked({ reader, shown }: Opened<'services'>): Said | null {
  const { edition, source, text, textLanguage } = shown;
  const english = source.content.checkedBy;
  if (english === null) return null;
  const made = reader.content
    .englishSince('services', edition.document, edition.sourceEdition ?? source.number)
    .find(({ number }) => number === edition.sourceEdition);
  const isTranslated = made?.content.checkedBy === english && text.checkedBy !== null;
  return isTranslated ? said(reader, text.checkedBy, textLanguage) : inEnglish(reader, english);
}
