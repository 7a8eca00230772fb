/** Where a document stands, in lists: the workflow's record keeps it, and every change of the record brings it along. */
import { states, type WorkflowRecord } from '@charterpress/shared/domain/workflow.ts';
import words from '@charterpress/shared/strings/steps.json' with { type: 'json' };
import type { Field } from 'payload';
import { session, type Within } from '../transaction.ts';

/** What versions have in common with no text: a comparison of two texts does not show it. */
export const NOT_COMPARED = '/admin/not-compared.tsx#NotCompared';

/** A column and a filter. In the form the panel beside it says more. */
export const stateField: Field = {
  name: 'state',
  type: 'select',
  label: words.state,
  index: true,
  options: states.map((value) => ({ value, label: words.stateNames[value] })),
  access: { create: () => false, update: () => false },
  admin: { condition: () => false, components: { Diff: NOT_COMPARED } },
};

/** In the transaction of the request. It is no save: neither the revision nor its time changes. */
export async function showState(
  req: Within,
  { document, kind, state }: Pick<WorkflowRecord, 'document' | 'kind' | 'state'>,
): Promise<void> {
  await req.payload.db.collections[kind]?.updateOne(
    { _id: document },
    { $set: { state } },
    { timestamps: false, ...(await session(req)) },
  );
}
