/** From the press of a button to what came of the step. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import words from '@charterpress/shared/strings/steps.json' with { type: 'json' };
import { type Answer, ask } from './asking.ts';
import { type Fault, faultsIn, type NamedField } from './faults.ts';
import { type Publication, untilLive } from './publish.ts';
import { type FormStep, formOf } from './step-forms.ts';

export type StepSent = {
  readonly step: FormStep;
  readonly kind: Kind;
  readonly id: string;
  readonly revision: number;
  /** What the person said, by the names of the questions. */
  readonly said: Readonly<Record<string, unknown>>;
  /** The form's fields: a problem is said with the name that stands above its field. */
  readonly fields: readonly NamedField[];
};

export type Came =
  | { readonly came: 'done' }
  /** What was said in the dialog has to be put right there. */
  | { readonly came: 'ask-again'; readonly sentences: readonly string[] }
  | { readonly came: 'refused'; readonly faults: readonly Fault[] };

/** Takes the step, and for one that publishes tells how it goes until it is live, or takes too long to wait for. */
export async function takeStep(
  sent: StepSent,
  tell: (publication: Publication) => void,
): Promise<Came> {
  const { id, kind, revision, step } = sent;
  const said = await saidFrom(sent);
  if (said === null) return { came: 'ask-again', sentences: [words.noSuchPage] };
  const { namesNoRevision, path, publishes } = formOf(step);
  const answer = await ask({
    method: 'POST',
    address: `/api/${kind}/${id}/${path ?? `steps/${step}`}`,
    body: namesNoRevision ? said : { revision, ...said },
    unreachable: desk.publish.unreachable,
  });
  if (!answer.ok) return refusalIn(answer, sent);
  if (publishes) await followUntilLive(answer, sent, tell);
  return { came: 'done' };
}

/** A page is named by its address here, and by its document in the CMS; `null` when there is none. */
async function saidFrom({ said, step }: StepSent): Promise<StepSent['said'] | null> {
  if (step !== 'redirect') return said;
  const address = `/api/document-at?${new URLSearchParams({ address: String(said.to) })}`;
  const { body, ok } = await ask({ method: 'GET', address, unreachable: '' });
  return ok ? { to: body } : null;
}

/** What is wrong with what was said is put right where it was said; the rest is about the document. */
function refusalIn(answer: Answer, { fields, said }: StepSent): Came {
  const { problems = [] } = answer.body as { problems?: readonly { field?: string }[] };
  const isOfDialog = problems.some(
    ({ field }) => field !== undefined && Object.hasOwn(said, field),
  );
  if (isOfDialog) return { came: 'ask-again', sentences: answer.sentences };
  return { came: 'refused', faults: faultsIn(answer, fields) };
}

async function followUntilLive(
  answer: Answer,
  { id, kind }: StepSent,
  tell: (publication: Publication) => void,
): Promise<void> {
  const { published } = answer.body as { published?: { already: boolean; sequence: number } };
  if (published == null) return;
  const { already, sequence } = published;
  tell({ state: 'sent' });
  tell(await untilLive({ kind, id, sequence, already }));
}
