/** What goes from somebody who leaves to whoever takes over. What they wrote keeps their name. */
import type { State, WorkflowRecord } from './workflow.ts';

const unfinished: readonly State[] = [
  'draft',
  'in-review',
  'fact-check',
  'approved',
  'scheduled',
  'failed',
];

/** Whether a document waits for this person: they answer for it, or began it and nobody answers for it. */
export function waitsFor(email: string, record: WorkflowRecord): boolean {
  const { editedBy, owner, state, submitted } = record;
  if (owner !== null) return owner.trim().toLowerCase() === email;
  const isTheirs = submitted === null ? editedBy.at(-1) === email : submitted.by === email;
  return isTheirs && unfinished.includes(state);
}
