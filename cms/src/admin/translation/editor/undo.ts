/** Back and forth through what was typed: the browser's own memory ends where an editor draws its text itself. */
import type { Edited } from './editing.ts';

export type Steps = {
  readonly past: readonly Edited[];
  readonly present: Edited;
  readonly future: readonly Edited[];
  /** Until when what is typed belongs to the same step, in milliseconds. */
  readonly joinsUntil: number;
};

/** Letters typed without a pause are one step. */
const PAUSE_MS = 1000;
const KEPT = 200;

export function begun(present: Edited): Steps {
  return { past: [], present, future: [], joinsUntil: 0 };
}

export function stepped(steps: Steps, next: Edited, isTyping: boolean, now: number): Steps {
  const joins = isTyping && now < steps.joinsUntil;
  const past = joins ? steps.past : [...steps.past, steps.present].slice(-KEPT);
  return { past, present: next, future: [], joinsUntil: isTyping ? now + PAUSE_MS : 0 };
}

export function back(steps: Steps): Steps {
  const before = steps.past.at(-1);
  if (before === undefined) return steps;
  return {
    past: steps.past.slice(0, -1),
    present: before,
    future: [steps.present, ...steps.future],
    joinsUntil: 0,
  };
}

export function forth(steps: Steps): Steps {
  const [next, ...future] = steps.future;
  if (next === undefined) return steps;
  return { past: [...steps.past, steps.present], present: next, future, joinsUntil: 0 };
}
