/** Units as nodes of a page, and back. Codes are drawn as chips that no caret enters. */
import type { Range, Unit } from './editing.ts';

/**
 * Between two chips, and between a chip and an edge, a browser has no place for its caret: an invisible character makes
 * one. It is no part of the text, and nobody can type it.
 */
const CARET_PLACE = '\uFEFF';

/** What a chip is called, for whoever points at it or hears it; and what stands on it beside its number, if anything. */
export type ChipName = (unit: Unit) => { readonly name: string; readonly label: string | null };

export function draw(root: HTMLElement, units: readonly Unit[], nameOf: ChipName): void {
  const nodes: Node[] = [];
  let text = '';
  const putText = () => {
    const isBesideChip = nodes.length > 0 || units.some((unit) => !('text' in unit));
    if (text !== '') nodes.push(new Text(text));
    else if (isBesideChip) nodes.push(new Text(CARET_PLACE));
    text = '';
  };
  for (const unit of units) {
    if ('text' in unit) text += unit.text;
    else {
      putText();
      nodes.push(chip(unit, nameOf(unit)));
    }
  }
  putText();
  root.replaceChildren(...nodes);
}

export function read(root: Node): readonly Unit[] {
  return [...root.childNodes].flatMap((node): readonly Unit[] => {
    const unit = unitOf(node);
    if (unit !== null) return [unit];
    if (node instanceof Text) return written(node.data).map((text) => ({ text }));
    return read(node);
  });
}

/** What is chosen in the field; `null` while the caret is elsewhere. */
export function chosenIn(root: HTMLElement): Range | null {
  const chosen = root.ownerDocument.getSelection();
  const range = chosen?.rangeCount ? chosen.getRangeAt(0) : null;
  return range === null ? null : rangeIn(root, range);
}

export function rangeIn(root: HTMLElement, range: AbstractRange): Range | null {
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return null;
  return {
    from: placeOf(root, range.startContainer, range.startOffset),
    to: placeOf(root, range.endContainer, range.endOffset),
  };
}

export function choose(root: HTMLElement, { from, to }: Range): void {
  const [anchor, focus] = [pointAt(root, from), pointAt(root, to)];
  const chosen = root.ownerDocument.getSelection();
  chosen?.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset);
}

function chip(unit: Unit, { label, name }: ReturnType<ChipName>): HTMLElement {
  const [is = '', number = ''] = Object.entries(unit)[0] ?? [];
  const made = document.createElement('span');
  made.className = `desk-chip desk-chip--${is}`;
  made.contentEditable = 'false';
  made.dataset.code = `${is} ${number}`;
  made.dataset.number = String(number);
  if (label !== null) made.dataset.what = label;
  made.title = name;
  made.setAttribute('role', 'img');
  made.setAttribute('aria-label', name);
  return made;
}

function unitOf(node: Node): Unit | null {
  if (!(node instanceof HTMLElement) || node.dataset.code === undefined) return null;
  const [is, number] = node.dataset.code.split(' ');
  const of = Number(number);
  if (is === 'open') return { open: of };
  return is === 'close' ? { close: of } : { alone: of };
}

function written(text: string): readonly string[] {
  return text.replaceAll(CARET_PLACE, '').split('');
}

function placeOf(root: HTMLElement, node: Node, offset: number): number {
  const before = new Range();
  before.setStart(root, 0);
  before.setEnd(node, offset);
  return read(before.cloneContents()).length;
}

function pointAt(root: HTMLElement, place: number): { node: Node; offset: number } {
  let before = 0;
  for (const node of root.childNodes) {
    const length = node instanceof Text ? written(node.data).length : 1;
    if (node instanceof Text && before + length >= place) {
      return { node, offset: length === 0 ? node.data.length : place - before };
    }
    before += length;
  }
  return { node: root, offset: root.childNodes.length };
}
