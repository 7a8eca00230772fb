/** What the audit says of each step. It keeps no texts: what somebody wrote stands in the record, and goes with it. */
import type { AuditEvent } from '@charterpress/shared/domain/audit.ts';
import type { Asked } from '@charterpress/shared/domain/steps.ts';
import type { Step, WorkflowRecord } from '@charterpress/shared/domain/workflow.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';

export const did: Readonly<Record<Step, string>> = {
  submit: 'submitted',
  'ask-amendments': 'asked for amendments',
  'send-for-fact-check': 'sent for a fact check',
  'record-fact-check': 'recorded a fact check',
  approve: 'approved',
  schedule: 'scheduled',
  unschedule: 'took off the schedule',
  publish: 'published',
  correct: 'corrected',
  emergency: 'published in an emergency',
  'second-look': 'signed a second look',
  withdraw: 'withdrew',
  'put-back': 'put back',
  redirect: 'redirected',
  'correct-note': 'corrected a note',
  'ask-removal': 'asked for removal',
  'confirm-removal': 'removed',
  'mark-reviewed': 'reviewed, nothing to change',
};

/** The event of a step that enters no edition. */
export function noteOf(
  { kind, document, approval }: WorkflowRecord,
  { account, said }: Asked,
): Omit<AuditEvent, 'position' | 'at'> {
  return {
    by: account.email,
    did: did[said.step],
    kind,
    document,
    language: SOURCE_LANGUAGE,
    sequence: null,
    digest: approval?.digest ?? null,
    reason: 'reason' in said ? said.reason : null,
  };
}
