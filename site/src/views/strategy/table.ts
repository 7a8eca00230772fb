/** A table of words that are not rich text: milestones, members. */
import { columnsOf, type ShownCell, type ShownTable, showText } from '../prose.ts';
import type { Reader } from '../reader.ts';

/** `reader` is in the language of the words; `null` is an empty cell. */
export function tableOf(
  reader: Reader,
  name: string,
  head: readonly string[],
  rows: readonly (readonly (string | null)[])[],
): ShownTable {
  return {
    ...{
      type: 'table',
      name,
      head: head.map((words) => ({ tag: 'th', scope: 'col', children: [text(words)] })),
    },
    columns: columnsOf(head),
    body: rows.map((cells) => cells.map((words) => cellOf(reader, words))),
  };
}

function cellOf(reader: Reader, words: string | null): ShownCell {
  const children = words === null ? [] : showText(reader, [text(words)]);
  return { tag: 'td', scope: undefined, children };
}

function text(words: string) {
  return { type: 'text', text: words, marks: [] } as const;
}
