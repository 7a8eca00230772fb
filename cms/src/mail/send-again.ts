/** What was given up goes out once more when an administrator says so: the mailbox was full, the server knew nobody. */
import mail from '@charterpress/shared/strings/mail.json' with { type: 'json' };
import type { Endpoint, PayloadRequest } from 'payload';
import { rolesOf } from '../access/collections.ts';
import { documentOf, refuse } from '../publishing/asked.ts';
import { inLedger } from '../publishing/ledger.ts';
import { notAllowed } from '../publishing/sentences.ts';
import { session } from '../transaction.ts';
import { type Message, outbox } from './messages.ts';

const { again } = mail;

export const sendAgain: Endpoint = { path: '/:id/send-again', method: 'post', handler: send };

async function send(req: PayloadRequest): Promise<Response> {
  if (!rolesOf(req).includes('administrator')) return refuse(403, notAllowed());
  const message = await outbox(req.payload).findOne({ _id: documentOf(req) });
  if (message === null) return refuse(404, again.unknown);
  // The way to another password is erased once it cannot be sent.
  if (message.what === 'password') return refuse(409, again.password);
  const isWaiting = await putBackInLine(req, message);
  return isWaiting ? Response.json({ message: again.done }) : refuse(409, again.notGivenUp);
}

function putBackInLine({ payload, user }: PayloadRequest, { _id }: Message): Promise<boolean> {
  return inLedger(payload, async (ledger) => {
    const waiting = { state: 'waiting', tries: 0, due: ledger.at, why: null } as const;
    const { matchedCount } = await outbox(payload).updateOne(
      { _id, state: 'failed' },
      { $set: { ...waiting, claim: null, claimedUntil: null } },
      await session(ledger.req),
    );
    if (matchedCount === 0) return false;
    const about = { kind: 'messages', document: _id, language: null, sequence: null, digest: null };
    const act = { by: String(user?.email), did: 'sent a message again', reason: null };
    await ledger.note({ ...about, ...act });
    return true;
  });
}
