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
