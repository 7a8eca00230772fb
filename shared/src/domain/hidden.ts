/** Characters that nobody sees and that change what is read. */

/**
 * Control characters but for line breaks and tabs; halves of a character, which no database keeps; and the marks that
 * force a direction upon what follows, so that a number reads backwards. Right-to-left text needs none of them.
 */
const hidden = /(?![\t\n\r])[\p{Cc}\p{Cs}\u202a-\u202e]/u;

/** The first of them by its code, `U+202E`; `null` when there is none. */
export function hiddenCharacterIn(text: string): string | null {
  const [found] = hidden.exec(text) ?? [];
  if (found === undefined) return null;
  return `U+${found.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
}
