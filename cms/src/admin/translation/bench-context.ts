/** What every part of the open workbench needs to know. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { OpenSegment, OpenWork } from './book.ts';
import type { TitlesByName } from './coded.ts';
import type { Suggestion, WorkShown } from './shapes.ts';
import type { WorkStore } from './work-store.ts';

export type Bench = {
  readonly store: WorkStore;
  readonly language: {
    readonly tag: string;
    readonly name: string;
    readonly direction: 'ltr' | 'rtl';
  };
  readonly email: string;
  readonly may: WorkShown['may'];
  readonly titles: TitlesByName;
  /** A person by name, whom the records know by an e-mail address. */
  readonly nameOf: (email: string) => string;
  /** Takes a step with a segment, says what came of it, and goes on to the next. */
  readonly act: (key: string, act: SegmentStep) => Promise<void>;
  /** Why the last step was not taken, and with which segment. */
  readonly sentences: { readonly key: string; readonly of: readonly string[] };
  /** Puts a code into a segment where the caret is. */
  readonly put: (key: string, code: number) => void;
  readonly suggestions: { readonly key: string; readonly of: readonly Suggestion[] };
  readonly askSuggestions: (key: string) => void;
  readonly takeSuggestion: (key: string, number: number) => void;
};

export type SegmentStep = 'mark' | 'review' | 'still-correct';

export const BenchContext = createContext<Bench | null>(null);

export function useBench(): Bench {
  const bench = useContext(BenchContext);
  if (bench === null) throw new Error('Parts of the workbench stand within BenchContext.');
  return bench;
}

export function useWork(store: WorkStore): OpenWork {
  return useSyncExternalStore(store.subscribe, store.work, store.work);
}

export function useSegment(store: WorkStore, key: string): OpenSegment {
  const segment = () => store.segment(key);
  return useSyncExternalStore(store.subscribe, segment, segment);
}
