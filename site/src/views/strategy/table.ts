/** A table of words that are not rich text: milestones, members. */
import type { ShownCell, ShownTable } from '../prose.ts';

/** `null` is an empty cell. */
export function tableOf(
  name: string,
  head: readonly string[],
  rows: readonly (readonly (string | null)[])[],
): ShownTable {
  return {
    ...{ type: 'table', name, head: head.map((words) => cell('th', 'col', words)) },
    body: rows.map((cells) => cells.map((words) => cell('td', undefined, words))),
  };
}

function cell(tag: ShownCell['tag'], scope: ShownCell['scope'], words: string | null): ShownCell {
  return { tag, scope, children: words === null ? [] : [{ type: 'text', text: words, marks: [] }] };
}
