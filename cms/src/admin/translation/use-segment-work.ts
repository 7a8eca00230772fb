'use client';
/** What hands and keys do with the segments: open one, go to the next, put codes and suggestions in, take steps. */
import words from '@charterpress/shared/strings/workbench.json' with { type: 'json' };
import { useCallback, useMemo, useRef, useState } from 'react';
import { ask } from '../asking.ts';
import type { Bench, SegmentStep } from './bench-context.ts';
import { slotsOf, unitsIn } from './coded.ts';
import { missingCodes } from './editor/editing.ts';
import type { TargetEditorHandle } from './editor/target-editor.tsx';
import { shownOf } from './keeping.ts';
import type { Suggestion, WorkShown } from './shapes.ts';
import type { Command } from './shortcuts.ts';
import { neighbour, waitsFor } from './todo.ts';
import type { WorkStore } from './work-store.ts';

const { segment: say } = words;

type Of = {
  readonly store: WorkStore;
  readonly keys: readonly string[];
  readonly language: Bench['language'];
  readonly shown: WorkShown;
  readonly who: { readonly email: string; readonly may: WorkShown['may'] };
};

export function useSegmentWork(of: Of) {
  const { language, shown, store, who } = of;
  const live = useRef(of);
  live.current = of;
  const handles = useRef(new Map<string, TargetEditorHandle>());
  /** One for each segment, always the same: a row is drawn anew only when something of it changed. */
  const receivers = useRef(new Map<string, (handle: TargetEditorHandle | null) => void>());
  const [open, setOpen] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [sentences, setSentences] = useState<Bench['sentences']>({ key: '', of: [] });
  const { askSuggestions, suggestions } = useSuggestions(store);

  const handleOf = useCallback((key: string) => {
    const known = receivers.current.get(key);
    const receiver =
      known ??
      ((handle: TargetEditorHandle | null) => {
        if (handle === null) handles.current.delete(key);
        else handles.current.set(key, handle);
      });
    receivers.current.set(key, receiver);
    return receiver;
  }, []);
  const goTo = useCallback((key: string | null) => {
    if (key === null) return;
    setOpen(key);
    const row = document.querySelector<HTMLElement>(`.desk-segment[data-key="${CSS.escape(key)}"]`);
    row?.scrollIntoView({ block: 'nearest' });
    const field = handles.current.get(key);
    if (field) field.focus();
    else row?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, []);
  const goOn = useCallback(
    (from: string | null, go: 'next' | 'previous', to: 'segment' | 'to-do') => {
      const { keys, store: here, who: me } = live.current;
      const isWanted = (key: string) => to === 'segment' || waitsFor(here.segment(key), me);
      const next = neighbour(keys, from, go, isWanted);
      if (next === null) setSaid(say.last);
      goTo(next);
    },
    [goTo],
  );
  const act = useCallback(
    async (key: string, step: SegmentStep) => {
      setSentences({ key, of: [] });
      const refused = step === 'mark' ? await handIn(store, key) : await store.act(key, step);
      setSentences({ key, of: refused });
      if (refused.length > 0) return setSaid(refused.join(' '));
      setSaid(say.done[step]);
      goOn(key, 'next', 'to-do');
    },
    [store, goOn],
  );
  const put = useCallback(
    (key: string, number: number) => {
      const slot = slotsOf(store.segment(key).segment).find((each) => each.number === number);
      if (slot !== undefined && handles.current.get(key)?.put(slot) === false) setSaid(say.torn);
    },
    [store],
  );
  const takeSuggestion = useCallback(
    (key: string, number: number) => {
      const taken = suggestions.key === key ? suggestions.of[number - 1] : undefined;
      if (taken === undefined) return;
      store.type(key, { target: taken.target, origin: 'memory' });
      handles.current.get(key)?.focus();
    },
    [store, suggestions],
  );

  const { people, titles } = shown;
  const { email, may } = who;
  const bench = useMemo(
    (): Bench => ({
      ...{ store, language, titles, email, may, act, put, sentences },
      ...{ suggestions, askSuggestions, takeSuggestion },
      nameOf: (person) => people[person] ?? person,
    }),
    [
      store,
      language,
      titles,
      people,
      email,
      may,
      act,
      put,
      sentences,
      suggestions,
      askSuggestions,
      takeSuggestion,
    ],
  );
  const putMissing = (key: string) => {
    const { kept, segment } = store.segment(key);
    const [next] = missingCodes(unitsIn(shownOf(kept)), slotsOf(segment));
    if (next !== undefined) put(key, next.number);
  };
  return {
    ...{ bench, open, said, setOpen },
    handleOf,
    putBreak: useCallback(
      (key: string) => {
        const { kept, segment } = store.segment(key);
        const breaks = segment.codes.filter(({ is }) => is === 'break');
        const missing = missingCodes(unitsIn(shownOf(kept)), slotsOf({ codes: breaks }));
        const [next] = missing;
        if (next === undefined) setSaid(say.noBreak);
        else put(key, next.number);
      },
      [store, put],
    ),
    command: (command: Exclude<Command, { open: unknown }>) => {
      if ('go' in command) return goOn(open, command.go, command.to);
      if (open === null) return;
      if ('act' in command) return void act(open, command.act);
      if ('suggestion' in command) return takeSuggestion(open, command.suggestion);
      if (command.put === null) putMissing(open);
      else put(open, command.put);
    },
  };
}

/** What stands in the field goes to a second person. */
async function handIn(store: WorkStore, key: string): Promise<readonly string[]> {
  store.type(key, { target: shownOf(store.segment(key).kept), wish: 'translated' });
  await store.save(key);
  const { keeping } = store.segment(key).kept;
  if (keeping.is === 'refused') return keeping.sentences;
  return keeping.is === 'settled' ? [] : [words.keeping[keeping.is]];
}

function useSuggestions(store: WorkStore) {
  const [suggestions, set] = useState<Bench['suggestions']>({ key: '', of: [] });
  const asked = useRef('');
  const askSuggestions = useCallback(
    (key: string) => {
      if (asked.current === key) return;
      asked.current = key;
      void suggestionsFor(store, key).then((of) => asked.current === key && set({ key, of }));
    },
    [store],
  );
  return { askSuggestions, suggestions };
}

async function suggestionsFor(store: WorkStore, key: string): Promise<readonly Suggestion[]> {
  const address = `${store.address}/segments/${encodeURIComponent(key)}/suggestions`;
  const answer = await ask({ method: 'GET', address, unreachable: '' });
  if (!answer.ok) return [];
  return (answer.body as { suggestions: readonly Suggestion[] }).suggestions;
}
