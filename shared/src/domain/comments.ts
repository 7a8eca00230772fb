/** Comments of staff on a text, each at the field it is about. */

export type Answer = { readonly by: string; readonly at: string; readonly text: string };

/** People stand in it by their e-mail addresses, moments are ISO 8601 in UTC. */
export type Comment = Answer & {
  readonly id: string;
  /** The steady path of a field: see `steadyPath`. Empty when it is about the whole document. */
  readonly field: string;
  readonly answers: readonly Answer[];
  /** Who said that nothing more is to be done about it; `null` while it is open. */
  readonly settled: { readonly by: string; readonly at: string } | null;
};

/**
 * A field's path by which it is found again when rows were moved: the row's own id in place of its number,
 * `parts.0.body` -> `parts.6b02.body`. `idAt` answers the id of the row at a path.
 */
export function steadyPath(path: string, idAt: (rowPath: string) => string | null): string {
  const parts = path.split('.');
  return parts
    .map((part, at) =>
      /^\d+$/.test(part) ? (idAt(parts.slice(0, at + 1).join('.')) ?? part) : part,
    )
    .join('.');
}

/** The present path of what a steady path names; `null` when its row is gone. `rowsAt` answers the ids of rows. */
export function presentPath(
  steady: string,
  rowsAt: (path: string) => readonly string[] | null,
): string | null {
  const [name = '', row, ...rest] = steady.split('.');
  if (row === undefined) return name;
  const at = rowsAt(name)?.indexOf(row) ?? -1;
  return at < 0 ? null : [name, at, ...rest].join('.');
}

/** What waits for somebody. */
export function openComments(comments: readonly Comment[]): readonly Comment[] {
  return comments.filter(({ settled }) => settled === null);
}

const TRANSLATION = 'translation';

/** What a comment is about that was made on a segment in a language: no field of a document is called like it. */
export function translationField(language: string, key: string): string {
  return [TRANSLATION, language, key].join('.');
}

/** The language and the segment of such a comment; `null` for a comment on the document itself. */
export function translationOf(field: string): { language: string; key: string } | null {
  const [begins, language, ...key] = field.split('.');
  if (begins !== TRANSLATION || language === undefined || key.length === 0) return null;
  return { language, key: key.join('.') };
}
