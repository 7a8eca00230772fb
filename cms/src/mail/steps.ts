/** Steps and comments, told to whom they concern in the transaction that they are taken in. */
import { isUnanswered, toldOfStep, writersOf } from '@charterpress/shared/domain/step-messages.ts';
import type { Step, WorkflowRecord } from '@charterpress/shared/domain/workflow.ts';
import type { Payload, PayloadRequest } from 'payload';
import { titleFrom } from '../admin/titles.ts';
import { recordOf, recordsWhere } from '../workflow/records.ts';
import type { Subject } from '../workflow/situation.ts';
import { notify } from './notify.ts';

type Taken = {
  readonly step: Step;
  readonly by: string;
  readonly before: WorkflowRecord;
  readonly after: WorkflowRecord;
};

export async function tellOfStep(
  req: PayloadRequest,
  { by, step, ...records }: Taken,
): Promise<void> {
  const told = toldOfStep(step, records);
  if (told === null) return;
  await notify(req.payload, { ...aboutRecord(records.after), ...told, by }, req);
}

/** `to`: who talked about the text before. Everybody who has a hand in the text hears of it too. */
export async function tellOfComment(
  req: PayloadRequest,
  { by, of, to }: { readonly of: Subject; readonly by: string; readonly to: readonly string[] },
): Promise<void> {
  const record = await recordOf(req, of);
  if (record === null) return;
  const hear = [...writersOf(record), ...to];
  await notify(req.payload, { ...aboutRecord(record), what: 'comment', by, to: hear }, req);
}

/** A chore: once for each fact check that nobody answered in a week. */
export async function tellOfUnanswered(payload: Payload, now: Date): Promise<void> {
  const checked = await recordsWhere({ payload }, { state: { equals: 'fact-check' } });
  for (const record of checked.filter((each) => isUnanswered(each, now))) {
    const { askedAt, askedBy } = record.factCheck ?? { askedAt: '', askedBy: '' };
    await notify(payload, {
      ...{ ...aboutRecord(record), what: 'fact-check-unanswered', by: null },
      ...{ to: [askedBy, ...writersOf(record)], once: `asked ${askedAt}` },
    });
  }
}

function aboutRecord({ document, kind, title }: WorkflowRecord) {
  return { kind, document, title: titleFrom(title), note: null };
}
