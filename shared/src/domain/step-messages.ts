/** Who is told of a step on a text's way to its readers: whoever it now waits for. */
import type { DeskEvent } from './messages.ts';
import type { Step, WorkflowRecord } from './workflow.ts';

type Told = Pick<DeskEvent, 'what' | 'note' | 'to'>;

/** `null` where nobody waits. A publication is told of when it is on the site. */
export function toldOfStep(
  step: Step,
  { after, before }: { readonly before: WorkflowRecord; readonly after: WorkflowRecord },
): Told | null {
  switch (step) {
    case 'submit':
      return { what: 'submitted', note: null };
    case 'ask-amendments':
      return { what: 'amendments', note: after.amendments?.why ?? null, to: writersOf(before) };
    case 'approve':
      return { what: 'approved', note: null, to: present(before.submitted?.by, before.owner) };
    case 'record-fact-check':
      return { what: 'fact-check-answered', note: null, to: present(before.factCheck?.askedBy) };
    case 'correct':
    case 'emergency':
      return { what: 'second-look', note: null };
    default:
      return null;
  }
}

/** Whoever has a hand in the working copy: who submitted it, who wrote in it since, who answers for it. */
export function writersOf({ editedBy, owner, submitted }: WorkflowRecord): readonly string[] {
  return present(submitted?.by, ...editedBy, owner);
}

/** In days: how long a fact check may go without an answer before somebody is told. */
const PATIENCE = 7;

/** Whether a fact check has waited so long for its answer that somebody has to ask again. */
export function isUnanswered({ factCheck, state }: WorkflowRecord, now: Date): boolean {
  if (state !== 'fact-check' || factCheck === null || factCheck.answer !== null) return false;
  return now.getTime() - Date.parse(factCheck.askedAt) >= PATIENCE * 24 * 60 * 60_000;
}

function present(...addresses: readonly (string | null | undefined)[]): readonly string[] {
  return addresses.filter((address) => address != null);
}
