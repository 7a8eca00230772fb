/** The translation that is open on this page: what the server has of it, and what is typed into it. */
import {
  type Hindrance,
  held,
  type Kept,
  opened,
  overtaken,
  type Typed,
  unsaved,
} from './keeping.ts';
import type { KeptHere } from './kept-here.ts';
import { type SegmentShown, type Stands, textOf, type WorkShown } from './shapes.ts';

export type OpenSegment = SegmentShown & { readonly kept: Kept };

export type OpenWork = {
  readonly shown: WorkShown | null;
  readonly keys: readonly string[];
  readonly trouble: string | null;
  /** What stands between this page and the server. */
  readonly hindrance: Hindrance | null;
  /** This browser keeps nothing: closing the page would lose what is not saved. */
  readonly keepsNothing: boolean;
  /** How often the server has taken something since the page was opened. */
  readonly saves: number;
};

export type Book = {
  readonly work: () => OpenWork;
  readonly set: (more: Partial<OpenWork>) => void;
  readonly has: (key: string) => boolean;
  readonly segment: (key: string) => OpenSegment;
  /** What becomes of what was typed: in the browser's storage before anybody is told. */
  readonly keep: (key: string, kept: Kept) => void;
  /** How it stands at the server. */
  readonly stands: (key: string, after: Stands) => void;
  /** All of it, from the server as it is; what is typed here stays, beside what is different there. */
  readonly take: (shown: WorkShown, found: ReadonlyMap<string, readonly Typed[]>) => void;
  readonly hinder: (why: Hindrance) => void;
  readonly subscribe: (listener: () => void) => () => void;
};

export function openBook(here: KeptHere): Book {
  const listeners = new Set<() => void>();
  const segments = new Map<string, OpenSegment>();
  let work: OpenWork = {
    ...{ shown: null, keys: [], trouble: null, hindrance: null, keepsNothing: false, saves: 0 },
  };
  const set = (more: Partial<OpenWork>) => {
    work = { ...work, ...more };
    for (const listener of listeners) listener();
  };
  const segment = (key: string): OpenSegment => {
    const found = segments.get(key);
    if (found === undefined) throw new Error(`There is no segment ${key} on this page.`);
    return found;
  };
  const keep = (key: string, kept: Kept) => {
    segments.set(key, { ...segment(key), kept });
    const text = unsaved(kept);
    if (text === null) here.forget(key);
    set(text === null || here.keep(key, text) ? {} : { keepsNothing: true });
  };
  return {
    work: () => work,
    set,
    has: (key) => segments.has(key),
    segment,
    keep,
    stands: (key, { findings, record, standing }) => {
      segments.set(key, { ...segment(key), findings, record, standing });
    },
    take: (shown, found) => {
      for (const each of shown.segments) {
        const { key } = each.segment;
        const before = segments.get(key)?.kept;
        const server = textOf(each);
        const kept = before ? overtaken(before, server) : opened(server, found.get(key) ?? []);
        segments.set(key, { ...each, kept });
        const text = unsaved(kept);
        if (text === null) here.forget(key);
        else here.keep(key, text);
      }
      set({ shown, keys: shown.segments.map((each) => each.segment.key), trouble: null });
    },
    hinder: (why) => {
      for (const key of work.keys) {
        const { kept } = segment(key);
        const after = held(kept, why);
        if (after !== kept) keep(key, after);
      }
      set({ hindrance: why });
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
