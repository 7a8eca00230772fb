/** What a browser says that somebody did in the field, as a change of the text. */
import { type Edited, type Range, replaced, type Unit } from './editing.ts';

/** `what` names it as the Input Events of the W3C do; `reach` is what the browser would change. */
export type Input = { readonly what: string; readonly data: string; readonly reach: Range };

export function changed(units: readonly Unit[], { data, reach, what }: Input): Edited | null {
  if (what.startsWith('delete')) return replaced(units, taken(units, what, reach), '');
  return isTextPutIn(what) ? replaced(units, reach, data) : null;
}

export function isTextPutIn(what: string): boolean {
  return [
    'insertText',
    'insertReplacementText',
    'insertFromPaste',
    'insertFromDrop',
    'insertFromYank',
  ].includes(what);
}

/** A chip beside the caret is taken out alone, and never a letter behind it along with it. */
function taken(units: readonly Unit[], what: string, reach: Range): Range {
  const { from, to } = reach;
  const isBackward = what.endsWith('Backward');
  const isForward = what.endsWith('Forward');
  const next = isBackward ? units[to - 1] : units[from];
  const isCode = next !== undefined && !('text' in next);
  const isCaret = to - from <= 1;
  if (isBackward && (from === to || (isCode && isCaret))) return { from: Math.max(0, to - 1), to };
  if (isForward && (from === to || (isCode && isCaret))) {
    return { from, to: Math.min(units.length, from + 1) };
  }
  return reach;
}
