/**
 * What a key press asks of the workbench. None of it is a letter: with AltGr, and with Option on a Mac, half of Europe
 * writes its letters. No screen reader uses these, and none works without Alt or Ctrl.
 */

export type Command =
  | { readonly go: 'next' | 'previous'; readonly to: 'segment' | 'to-do' }
  | { readonly act: 'mark' | 'review' | 'still-correct' }
  /** The code of this number; `null` for the next one that is missing. */
  | { readonly put: number | null }
  | { readonly suggestion: number }
  | { readonly open: 'shortcuts' };

export type Press = {
  readonly key: string;
  readonly code: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly isAltGraph: boolean;
};

export function commandOf(press: Press): Command | null {
  const { altKey, code, isAltGraph, key, shiftKey } = press;
  const isControl = press.ctrlKey || press.metaKey;
  if (isAltGraph || altKey === isControl) return null;
  if (isControl) {
    if (key === 'Enter') return { act: shiftKey ? 'review' : 'mark' };
    return key === '/' || key === '?' ? { open: 'shortcuts' } : null;
  }
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (digit === '0') return shiftKey ? null : { put: null };
  if (digit !== undefined) {
    return shiftKey ? { suggestion: Number(digit) } : { put: Number(digit) };
  }
  return shiftKey ? null : (moves[key] ?? null);
}

const moves: Readonly<Record<string, Command>> = {
  ArrowDown: { go: 'next', to: 'segment' },
  ArrowUp: { go: 'previous', to: 'segment' },
  PageDown: { go: 'next', to: 'to-do' },
  PageUp: { go: 'previous', to: 'to-do' },
  Enter: { act: 'still-correct' },
};

/** As they are listed: the keys, and the name of the sentence that says what they do. */
export const listed = [
  ['Alt + ↓ ↑', 'nextSegment'],
  ['Alt + Page Down, Page Up', 'nextToDo'],
  ['Ctrl + Enter', 'mark'],
  ['Ctrl + Shift + Enter', 'review'],
  ['Alt + Enter', 'stillCorrect'],
  ['Alt + 1 … 9', 'code'],
  ['Alt + 0', 'missing'],
  ['Alt + Shift + 1 … 9', 'suggestion'],
  ['Enter', 'break'],
  ['Ctrl + Z, Ctrl + Shift + Z', 'undo'],
  ['Ctrl + ?', 'open'],
] as const;
