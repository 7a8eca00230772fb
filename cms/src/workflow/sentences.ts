/** What the workflow says to staff: the words are in `shared/src/strings/workflow.json`. */
import type { Saved, StepRefusal } from '@charterpress/shared/domain/steps.ts';
import words from '@charterpress/shared/strings/workflow.json' with { type: 'json' };
import { filled } from '../words/filled.ts';
import { moment } from '../words/moment.ts';

type Worded = Exclude<StepRefusal, { refused: 'role' | 'said' }>;

/** Why a step may not be taken, and what to do. */
export function whyNot(refusal: Worded): string {
  const { refused } = words;
  switch (refusal.refused) {
    case 'stale':
      return stale(refusal.seen, refusal.newer);
    case 'state':
      return filled(refused.state, { state: words.states[refusal.state] });
    case 'not-live':
      return refused.notLive;
    case 'nothing-approved':
      return refused.nothingApproved;
    case 'nothing-changed':
      return refused.nothingChanged;
    case 'nothing-to-sign':
      return refused.nothingToSign;
    case 'same-person':
      return refusal.step === 'second-look' ? refused.signsOwn : refused.approvesOwn;
  }
}

export const noEdition = () => words.refused.noEdition;
export const otherFile = () => words.refused.otherFile;
export const textChanged = () => words.refused.textChanged;

/** Both saves by name and time: the one that was looked at, where it is still known, and the one that came after. */
function stale(seen: Saved | null, newer: Saved): string {
  const after = { who: newer.by, when: spoken(newer) };
  if (seen === null) return filled(words.refused.staleUnknown, after);
  return filled(words.refused.stale, { ...after, seenWho: seen.by, seenWhen: spoken(seen) });
}

/** Without a colon: Payload's message box takes what follows one for a list of fields. */
function spoken({ at }: Saved): string {
  return moment(new Date(at)).replace(':', '.');
}
