/**
 * Takes what a paste from elsewhere brings along and no page ever shows: colours, underlining, alignment, indents. The
 * words stay. What carries words of its own (joined cells, a picture) stays too, for composing to name.
 */
type Node = Readonly<Record<string, unknown>>;

/** Bold and italic, in the editor's bits. */
const KEPT_FORMATS = 1 | 2;

export function withoutPastedStyles(state: unknown): unknown {
  if (!isNode(state) || !isNode(state.root)) return state;
  return { ...state, root: clean(state.root) };
}

function clean(node: Node): Node {
  return {
    ...node,
    ...('style' in node && { style: '' }),
    ...('textStyle' in node && { textStyle: '' }),
    ...('format' in node && { format: cleanFormat(node.format) }),
    ...('indent' in node && node.type !== 'listitem' && { indent: 0 }),
    ...('backgroundColor' in node && { backgroundColor: null }),
    ...('verticalAlign' in node && { verticalAlign: undefined }),
    ...(Array.isArray(node.children) && { children: node.children.map((child) => clean(child)) }),
  };
}

/** A number on a text says how it looks; a word on a paragraph says where it stands. */
function cleanFormat(format: unknown): unknown {
  return typeof format === 'number' ? format & KEPT_FORMATS : '';
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}
