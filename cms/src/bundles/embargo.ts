/** Says to whoever is refused because a document is scheduled what it waits for, and until when. */
import type { StepRefusal } from '@charterpress/shared/domain/steps.ts';
import type { WorkflowRecord } from '@charterpress/shared/domain/workflow.ts';
import type { PayloadRequest } from 'payload';
import type { Refusal } from '../publishing/publish.ts';
import { bundleOf } from './records.ts';

type Refused<R> = { readonly ok: false } & R;

export async function whyHeld(
  req: PayloadRequest,
  { bundle }: Pick<WorkflowRecord, 'bundle'>,
  refusal: Refused<StepRefusal>,
): Promise<Refused<StepRefusal> | Refused<Refusal>> {
  if (refusal.refused !== 'state' || refusal.state !== 'scheduled') return refusal;
  const holding = bundle === null ? null : await bundleOf(req, bundle);
  if (holding === null) return refusal;
  const { goesLiveAt, title } = holding;
  return { ok: false, refused: 'embargo', title, goesLiveAt };
}
