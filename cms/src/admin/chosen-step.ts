/** The step that somebody chose from the menu: the menu closes, and its dialog opens beside the buttons. */
import { useSyncExternalStore } from 'react';
import type { FormStep } from './step-forms.ts';

let chosen: FormStep | null = null;
const listeners = new Set<() => void>();

export function chooseStep(step: FormStep | null): void {
  chosen = step;
  for (const tell of listeners) tell();
}

export function useChosenStep(): FormStep | null {
  return useSyncExternalStore(subscribe, now, none);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    // Whoever leaves the document leaves its question too.
    if (listeners.size === 0) chosen = null;
  };
}

const now = () => chosen;
const none = () => null;
