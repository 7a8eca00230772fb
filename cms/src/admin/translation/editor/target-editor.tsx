'use client';
/**
 * The field in which a segment is translated: text, and the codes of its source as chips. Every change goes through
 * editing.ts and is drawn from there, so that no browser ever breaks a code; only what an input method composes is
 * written by the browser, and put in order when it is done.
 */
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { type ChipName, choose, chosenIn, draw, rangeIn, read } from './drawing.ts';
import { type CodeSlot, type Edited, mended, replaced, type Unit, withCode } from './editing.ts';
import { changed, isTextPutIn } from './input.ts';
import { back, begun, forth, type Steps, stepped } from './undo.ts';

export type TargetEditorHandle = {
  readonly focus: () => void;
  /** Puts a code where the caret is. Answers `false` when it would tear another apart. */
  readonly put: (code: CodeSlot) => boolean;
};

export function TargetEditor(props: {
  readonly id: string;
  readonly label: string;
  readonly describedBy: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly units: readonly Unit[];
  readonly nameOf: ChipName;
  readonly onChange: (units: readonly Unit[]) => void;
  readonly onFocus: () => void;
  readonly onLeave: () => void;
  /** A line of its own was asked for. */
  readonly onEnter: () => void;
  readonly handle: Ref<TargetEditorHandle>;
}) {
  const root = useRef<HTMLDivElement>(null);
  const live = useRef(props);
  live.current = props;
  const steps = useRef<Steps>(begun({ units: props.units, at: { from: 0, to: 0 } }));
  const isComposing = useRef(false);

  const show = (next: Steps, isTold = true) => {
    steps.current = next;
    const field = root.current;
    if (field === null) return;
    draw(field, next.present.units, live.current.nameOf);
    if (field.ownerDocument.activeElement === field) choose(field, next.present.at);
    if (isTold) live.current.onChange(next.present.units);
  };
  const edit = (edited: Edited | null, isTyping: boolean) => {
    if (edited !== null) show(stepped(steps.current, edited, isTyping, Date.now()));
  };
  const at = () => (root.current && chosenIn(root.current)) ?? steps.current.present.at;

  useImperativeHandle(props.handle, () => ({
    focus: () => {
      const field = root.current;
      if (field === null) return;
      const end = steps.current.present.units.length;
      field.focus();
      choose(field, { from: end, to: end });
    },
    put: (code) => {
      const edited = withCode(steps.current.present.units, at(), code);
      edit(edited, false);
      return edited !== null;
    },
  }));

  // Another text than the one that is drawn: a suggestion that was taken, or what a colleague saved.
  const isDrawn = useRef(false);
  useEffect(() => {
    const { units } = steps.current.present;
    if (isComposing.current || (isDrawn.current && isSame(units, props.units))) return;
    const edited = { units: props.units, at: endOf(props.units) };
    show(
      isDrawn.current ? stepped(steps.current, edited, false, Date.now()) : begun(edited),
      false,
    );
    isDrawn.current = true;
  });

  useEffect(() => {
    const field = root.current;
    if (field === null) return;
    const beforeInput = (event: InputEvent) => {
      if (event.isComposing || event.inputType.includes('Composition')) return;
      event.preventDefault();
      const { inputType: what } = event;
      if (what === 'historyUndo') return show(back(steps.current));
      if (what === 'historyRedo') return show(forth(steps.current));
      if (what === 'insertParagraph' || what === 'insertLineBreak') return live.current.onEnter();
      const [target] = event.getTargetRanges();
      const reach = (target && rangeIn(field, target)) ?? at();
      const data = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
      edit(changed(steps.current.present.units, { what, data, reach }), isTextPutIn(what));
    };
    const readComposed = () => {
      live.current.onChange(mended(read(field), { from: 0, to: 0 }).units);
    };
    const composed = () => {
      isComposing.current = false;
      const here = chosenIn(field) ?? { from: 0, to: 0 };
      edit(mended(read(field), here), true);
    };
    const begin = () => {
      isComposing.current = true;
    };
    const input = () => isComposing.current && readComposed();
    const cut = (event: ClipboardEvent) => {
      copyPlain(event, field);
      if (event.type === 'cut') edit(replaced(steps.current.present.units, at(), ''), false);
    };
    const stay = (event: Event) => event.preventDefault();
    const listeners = {
      beforeinput: beforeInput,
      compositionstart: begin,
      compositionend: composed,
      input,
      copy: cut,
      cut,
      dragstart: stay,
    };
    const all = Object.entries(listeners) as [string, EventListener][];
    for (const [name, listener] of all) field.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of all) field.removeEventListener(name, listener);
    };
  });

  const { describedBy, direction, id, label, language, onFocus, onLeave } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: neither of them holds anything but letters.
    <div
      aria-describedby={describedBy}
      aria-label={label}
      aria-multiline="true"
      className="desk-target"
      contentEditable
      dir={direction}
      id={id}
      lang={language}
      onBlur={onLeave}
      onFocus={onFocus}
      onKeyDown={(event) => {
        const move = arrows[event.key];
        const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey;
        if (move && isPlain && root.current && !isComposing.current) {
          event.preventDefault();
          moved(root.current, move, event.shiftKey);
        }
        const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
        if (!isCommand || !['KeyZ', 'KeyY'].includes(event.code)) return;
        event.preventDefault();
        const isForth = event.code === 'KeyY' || event.shiftKey;
        show(isForth ? forth(steps.current) : back(steps.current));
      }}
      ref={root}
      role="textbox"
      spellCheck
      suppressContentEditableWarning
      tabIndex={0}
    />
  );
}

const arrows: Readonly<Record<string, 'left' | 'right'>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** As the browser moves its caret, but never to a place that looks like the one it came from. */
function moved(field: HTMLElement, direction: 'left' | 'right', isChoosing: boolean): void {
  const chosen = field.ownerDocument.getSelection();
  const focus = () => {
    const place = chosen?.focusNode && rangeIn(field, pointRange(chosen));
    return place ? place.from : -1;
  };
  const before = focus();
  const isWords = chosen?.isCollapsed === false && !isChoosing;
  // With words chosen, the first press goes to their edge.
  for (let tries = isWords ? 2 : 0; tries < 3; tries += 1) {
    chosen?.modify(isChoosing ? 'extend' : 'move', direction, 'character');
    if (focus() !== before) return;
  }
}

function pointRange({ focusNode, focusOffset }: Selection): StaticRange {
  const node = focusNode as Node;
  return new StaticRange({
    startContainer: node,
    startOffset: focusOffset,
    endContainer: node,
    endOffset: focusOffset,
  });
}

function copyPlain(event: ClipboardEvent, field: HTMLElement): void {
  const range = chosenIn(field);
  if (range === null) return;
  const text = read(field)
    .slice(range.from, range.to)
    .map((unit) => ('text' in unit ? unit.text : ''))
    .join('');
  event.clipboardData?.setData('text/plain', text);
  event.preventDefault();
}

function endOf({ length }: readonly Unit[]) {
  return { from: length, to: length };
}

function isSame(one: readonly Unit[], other: readonly Unit[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
