/** "Live" is told when the press has seen the edition served, and not before. */
import { isKind } from '@charterpress/shared/domain/kinds.ts';
import { createLocalReq, type Payload } from 'payload';
import { type Liveness, livenessOf } from '../publishing/receipts.ts';
import { type Message, outbox } from './messages.ts';
import { notify } from './notify.ts';

/** Lets go of the held messages whose edition is served, and tells of those whose page could not be made. */
export async function releaseWhatIsSeen(payload: Payload): Promise<void> {
  const held = await outbox(payload).find({ state: 'held' }).toArray();
  if (held.length === 0) return;
  const req = await createLocalReq({}, payload);
  for (const message of held) {
    const { document, kind } = message;
    if (kind === null || document === null || !isKind(kind)) continue;
    const state = stateOf(message, await livenessOf(req, { kind, document }));
    if (state === 'live') await release(payload, message);
    if (state === 'failed') await tellOfFailure(payload, message);
  }
}

/** An edition that another one followed before it was seen is as live as that one. */
function stateOf({ sequence }: Message, languages: readonly Liveness[]): Liveness['state'] | null {
  const exactly = languages.find((each) => each.sequence === sequence);
  const after = languages.find((each) => each.sequence > (sequence ?? 0));
  return exactly?.state ?? after?.state ?? null;
}

async function release(payload: Payload, { _id }: Message): Promise<void> {
  await outbox(payload).updateOne({ _id, state: 'held' }, { $set: { state: 'waiting' } });
}

/** The message stays held: a later release may bring the page after all. */
async function tellOfFailure(payload: Payload, message: Message): Promise<void> {
  const { document, kind, sequence, title, to } = message;
  await notify(payload, {
    ...{ what: 'failed', by: null, note: null, to: [to], once: `page/${sequence}` },
    ...{ kind: kind ?? '', document: document ?? '', title: title ?? '' },
  });
}
