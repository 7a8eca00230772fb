/** Whether a step may be taken, by whom and with what said; and what the record says afterwards. */
import { type Changed, changeSaid, type SaidProblem } from './change-note.ts';
import { londonDay } from './london-time.ts';
import { type ReviewProblem, reviewed, reviewProblems } from './review-dates.ts';
import {
  type ChangeSaid,
  type CorrectionReason,
  type Live,
  movedOn,
  needs,
  type State,
  type Step,
  stepsFrom,
  vouchedFor,
  type WorkflowRecord,
} from './workflow.ts';

/** A save of the working copy, as people see it: a name and a moment. */
export type Saved = { readonly by: string; readonly at: string };

export type Situation = {
  readonly record: WorkflowRecord;
  readonly live: Live;
  /** The working copy as it is. */
  readonly newest: Saved;
};

/** Who asks: `may` answers from the table of roles, for this kind of document. */
export type Account = {
  readonly email: string;
  readonly may: (action: (typeof needs)[Step]) => boolean;
};

/** What a step asks people to say. */
export type StepSaid =
  | ({ readonly step: 'submit' } & ChangeSaid)
  | { readonly step: 'ask-amendments'; readonly why: string }
  | { readonly step: 'send-for-fact-check'; readonly of: string }
  | {
      readonly step: 'record-fact-check';
      readonly answer: string;
      readonly saidBy: string;
      readonly saidAt: string;
    }
  /** A change that is said here stands in the place of the one that was submitted. */
  | ({ readonly step: 'approve'; readonly version: string; readonly digest: string } & ChangeSaid)
  | { readonly step: 'schedule'; readonly bundle: string }
  | ({ readonly step: 'correct'; readonly reason: CorrectionReason } & ChangeSaid)
  | ({ readonly step: 'emergency'; readonly reason: string } & ChangeSaid)
  | { readonly step: 'mark-reviewed'; readonly nextReview: string | null }
  | {
      readonly step:
        | 'unschedule'
        | 'publish'
        | 'second-look'
        | 'withdraw'
        | 'put-back'
        | 'redirect'
        | 'correct-note'
        | 'ask-removal'
        | 'confirm-removal';
    };

export type Asked = {
  readonly account: Account;
  /** Which revision the person was looking at; `null` for steps that concern no text of it. */
  readonly revision: number | null;
  /** That revision's save, where it is still known. */
  readonly seen: Saved | null;
  /** ISO 8601 moment, UTC. */
  readonly at: string;
  readonly said: StepSaid;
};

export type StepRefusal =
  | { readonly refused: 'role'; readonly step: Step }
  | { readonly refused: 'stale'; readonly seen: Saved | null; readonly newer: Saved }
  | { readonly refused: 'state'; readonly step: Step; readonly state: State }
  | { readonly refused: 'not-live'; readonly step: Step }
  | { readonly refused: 'nothing-approved' }
  | { readonly refused: 'nothing-changed' }
  | { readonly refused: 'nothing-to-sign' }
  | { readonly refused: 'same-person'; readonly step: Step }
  | { readonly refused: 'said'; readonly problems: readonly (SaidProblem | ReviewProblem)[] };

export type Decision =
  | {
      readonly ok: true;
      readonly record: WorkflowRecord;
      /** What the next edition says of itself, for the steps that publish. */
      readonly changed: Changed | null;
    }
  | ({ readonly ok: false } & StepRefusal);

/** Decides a step: the record as it is afterwards, or why it may not be taken. */
export function decide(situation: Situation, asked: Asked): Decision {
  const refusal = stands(situation, asked);
  return refusal === null ? taken(situation, asked) : { ok: false, ...refusal };
}

/** The steps that this account may take at this moment, whatever they ask people to say. */
export function openSteps(situation: Situation, account: Account): readonly Step[] {
  const open = stepsFrom[situation.record.state];
  return open.filter(
    (step) =>
      account.may(needs[step]) &&
      missingFor(step, situation) === null &&
      !isSamePerson(step, situation, account.email),
  );
}

function stands(situation: Situation, asked: Asked): StepRefusal | null {
  const { record, newest } = situation;
  const { account, revision, said, seen } = asked;
  const { step } = said;
  if (!account.may(needs[step])) return { refused: 'role', step };
  const isStale = revision !== null && revision !== record.revision;
  if (isStale) return { refused: 'stale', seen, newer: newest };
  const { state } = record;
  if (!stepsFrom[state].includes(step)) return { refused: 'state', step, state };
  const missing = missingFor(step, situation);
  if (missing !== null) return missing;
  return isSamePerson(step, situation, account.email) ? { refused: 'same-person', step } : null;
}

/** What a step is about and is not there. */
function missingFor(step: Step, { live, record }: Situation): StepRefusal | null {
  const isPublic = live?.action === 'published';
  switch (step) {
    case 'withdraw':
    case 'correct-note':
      return isPublic ? null : { refused: 'not-live', step };
    case 'correct':
      return isPublic ? null : { refused: 'not-live', step };
    case 'redirect':
    case 'put-back':
      return live === null ? { refused: 'not-live', step } : null;
    case 'submit':
      return record.approval === null || movedOn(record) ? null : { refused: 'nothing-changed' };
    case 'publish':
    case 'schedule':
      return record.approval === null ? { refused: 'nothing-approved' } : null;
    case 'second-look':
      return record.secondLook === null ? { refused: 'nothing-to-sign' } : null;
    default:
      return null;
  }
}

/**
 * Four eyes. Who submitted a text, or wrote in it since, does not approve it: the one who submits vouches for what others
 * wrote before. Who published alone does not sign the second look.
 */
function isSamePerson(step: Step, { record }: Situation, email: string): boolean {
  if (step === 'second-look') return record.secondLook?.by === email;
  if (step !== 'approve') return false;
  return record.submitted?.by === email || record.editedBy.includes(email);
}

function taken(situation: Situation, { account, at, said }: Asked): Decision {
  const { live, record } = situation;
  const by = account.email;
  const isFirst = live === null;
  switch (said.step) {
    case 'submit': {
      const changed = changeSaid(said, isFirst);
      return withChange(changed, (value) => ({
        ...record,
        state: 'in-review',
        editedBy: vouchedFor(record),
        submitted: { by, at, revision: record.revision, ...value },
        amendments: null,
        factCheck: null,
        approval: null,
        failure: null,
      }));
    }
    case 'ask-amendments':
      return decided({
        ...record,
        state: 'draft',
        submitted: null,
        amendments: { by, at, why: said.why },
        approval: null,
        failure: null,
      });
    case 'send-for-fact-check':
      return decided({
        ...record,
        state: 'fact-check',
        factCheck: {
          askedBy: by,
          askedAt: at,
          of: said.of,
          revision: record.revision,
          answer: null,
          saidBy: null,
          saidAt: null,
          recordedBy: null,
        },
      });
    case 'record-fact-check': {
      const { answer, saidBy, saidAt } = said;
      const factCheck = record.factCheck && {
        ...record.factCheck,
        answer,
        saidBy,
        saidAt,
        recordedBy: by,
      };
      return decided({ ...record, state: 'in-review', factCheck });
    }
    case 'approve': {
      const { digest, version } = said;
      const change = said.change === null ? (record.submitted ?? said) : said;
      return withChange(changeSaid(change, isFirst), (value) => ({
        ...record,
        state: 'approved',
        editedBy: vouchedFor(record),
        approval: { version, digest, revision: record.revision, by, at, ...value },
      }));
    }
    case 'schedule':
      return decided({ ...record, state: 'scheduled', bundle: said.bundle, failure: null });
    case 'unschedule':
      return decided({ ...record, state: 'approved', bundle: null, failure: null });
    case 'publish':
      return withChange(changeSaid(approvedChange(record), isFirst), () => record);
    case 'correct':
      return withChange(correction(record, said), () => ({
        ...record,
        secondLook: { as: 'correction', reason: said.reason, by, at, sequence: null },
      }));
    case 'emergency':
      return withChange(changeSaid(said, isFirst), () => ({
        ...record,
        secondLook: { as: 'emergency', reason: said.reason, by, at, sequence: null },
      }));
    case 'second-look':
      return decided({ ...record, secondLook: null });
    case 'mark-reviewed':
      return markedReviewed(record, at, said.nextReview);
    default:
      return decided(record);
  }
}

function markedReviewed(record: WorkflowRecord, at: string, nextReview: string | null): Decision {
  const today = londonDay(at);
  const problems = reviewProblems({ nextReview }, today);
  if (problems.length > 0) return { ok: false, refused: 'said', problems };
  const dates = reviewed(today, nextReview);
  return decided({ ...record, lastReviewed: at, nextReview: dates.nextReview });
}

function approvedChange({ approval }: WorkflowRecord): ChangeSaid {
  return { change: approval?.change ?? null, changeNote: approval?.changeNote ?? null };
}

type Correction = Extract<StepSaid, { step: 'correct' }>;

/** A correction of anything but a fact mends a typing error, and changes nothing that parents know. */
function correction({ kind }: WorkflowRecord, said: Correction): ReturnType<typeof changeSaid> {
  if (kind === 'facts') return changeSaid(said, false);
  const problems: SaidProblem[] = [];
  if (said.reason === 'fact-changed') problems.push({ field: 'reason', problem: 'not-a-fact' });
  if (said.change !== null && said.change !== 'minor') {
    problems.push({ field: 'change', problem: 'only-minor' });
  }
  if (problems.length > 0) return { ok: false, problems };
  return changeSaid({ change: 'minor', changeNote: said.changeNote }, false);
}

function withChange(
  said: ReturnType<typeof changeSaid>,
  then: (changed: Changed) => WorkflowRecord,
): Decision {
  if (!said.ok) return { ok: false, refused: 'said', problems: said.problems };
  return { ok: true, record: then(said.value), changed: said.value };
}

function decided(record: WorkflowRecord): Decision {
  return { ok: true, record, changed: null };
}
