/** Texts as the editor keeps them. */

/** The editor's tree with one paragraph. */
export function paragraph(words: string) {
  return tree([{ type: 'paragraph', version: 1, children: [text(words)] }]);
}

export function tree(children: readonly unknown[]) {
  return { root: { type: 'root', version: 1, direction: null, format: '', indent: 0, children } };
}

export function text(words: string, format = 0) {
  return { type: 'text', version: 1, text: words, format, detail: 0, mode: 'normal', style: '' };
}

/** An adopted principle, less what a test says of it. */
export function principle(said: { number: number; statement?: string; meaning?: string }) {
  return {
    number: said.number,
    statement: said.statement ?? 'Parents are partners',
    meaning: paragraph(said.meaning ?? 'We plan with you, not for you.'),
    status: 'adopted',
  };
}

/** A table as the editor keeps it, row by row. */
export function table(...rows: readonly (readonly unknown[])[]) {
  const children = rows.map((cells) => ({ type: 'tablerow', version: 1, children: cells }));
  return { type: 'table', version: 1, children };
}

/** `said`: `headerState` 1 and more for a header, `colSpan` for joined cells. */
export function cell(children: readonly unknown[], said: object = {}) {
  const paragraphs = [{ type: 'paragraph', version: 1, children }];
  return { type: 'tablecell', version: 1, headerState: 0, ...said, children: paragraphs };
}
