/** What of a pressed key tells whether somebody wants to leave the page. */
export type Press = {
  readonly key: string;
  /** Milliseconds, by any clock. */
  readonly at: number;
  readonly isRepeated: boolean;
  /** With Ctrl, Shift, Alt or the like, which asks the browser for something else. */
  readonly isModified: boolean;
  /** In a field, or while a character is put together out of several keys. */
  readonly isTyping: boolean;
};

const TIMES = 3;
/** From one press to the next. */
const LONGEST_GAP = 2_000;

/** Says of each press whether it is the third Escape in a row. Whoever types may press Escape as often as they like. */
export function escapes(): (press: Press) => boolean {
  let count = 0;
  let last = 0;
  return ({ at, isModified, isRepeated, isTyping, key }) => {
    if (isRepeated) return false;
    const isEscape = key === 'Escape' && !isModified && !isTyping;
    if (!isEscape || at - last > LONGEST_GAP) count = 0;
    if (!isEscape) return false;
    count += 1;
    last = at;
    return count % TIMES === 0;
  };
}
