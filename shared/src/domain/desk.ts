/** What waits for whom: read from the records of all documents that are not at rest. */
import type { Step, WorkflowRecord } from './workflow.ts';

/** Who looks at the desk. `may` answers from the table of roles. */
export type Looker = {
  readonly email: string;
  readonly may: (action: 'write' | 'publish', kind: WorkflowRecord['kind']) => boolean;
};

/** What somebody is asked to do, by the step that leads on. `amend` is writing, which is no step. */
export type Wanted =
  | Extract<Step, 'approve' | 'publish' | 'record-fact-check' | 'second-look'>
  | 'amend';

export type Waits = { readonly record: WorkflowRecord; readonly wanted: Wanted };

/** Everything that this person is the one, or one of those, to do. */
export function waitingFor(looker: Looker, records: readonly WorkflowRecord[]): readonly Waits[] {
  return records.flatMap((record) =>
    wantedOf(looker, record).map((wanted): Waits => ({ record, wanted })),
  );
}

function wantedOf({ email, may }: Looker, record: WorkflowRecord): readonly Wanted[] {
  const { editedBy, factCheck, kind, secondLook, state, submitted, amendments } = record;
  const isWriter = editedBy.includes(email) || submitted?.by === email;
  const wanted: Wanted[] = [];
  if (state === 'in-review' && may('publish', kind) && !isWriter) wanted.push('approve');
  if (state === 'draft' && amendments !== null && editedBy.at(-1) === email) wanted.push('amend');
  if (state === 'fact-check' && factCheck?.askedBy === email) wanted.push('record-fact-check');
  if ((state === 'approved' || state === 'failed') && may('publish', kind)) wanted.push('publish');
  if (secondLook !== null && secondLook.by !== email && may('write', kind)) {
    wanted.push('second-look');
  }
  return wanted;
}

/** Whether its day to be looked at again has come. Days are calendar days, `YYYY-MM-DD`. */
export function isOverdue({ nextReview, state }: WorkflowRecord, today: string): boolean {
  return nextReview !== null && nextReview.slice(0, 10) <= today && state !== 'removed';
}
