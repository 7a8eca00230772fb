/**
 * A forgotten password. The answer is the same whoever is asked for, and comes before anything is looked up, so that
 * neither its words nor its time tell who has an account here.
 */
import mail from '@charterpress/shared/strings/mail.json' with { type: 'json' };
import { addDataAndFileToRequest, type Endpoint, type Payload } from 'payload';
import { countTry } from '../access/limits.ts';
import { env } from '../env.ts';
import { outbox } from './messages.ts';
import { put } from './notify.ts';
import { peopleOf } from './people.ts';

/** Stands before Payload's own of the same address, which answers when the mail was sent. */
export const forgotPassword: Endpoint = {
  path: '/forgot-password',
  method: 'post',
  handler: async (req) => {
    await addDataAndFileToRequest(req);
    const { payload } = req;
    const email = String(req.data?.email ?? '')
      .trim()
      .toLowerCase();
    await countTry(req, email);
    // Without a mail server an administrator gives another password, and none lies in a file.
    if (env.mail.smtp !== null) {
      setTimeout(() => {
        sendTheWay(payload, email).catch((error) => payload.logger.error(error));
      }, ANSWERED);
    }
    return Response.json({ message: mail.signIn.sent });
  },
};

/** In milliseconds: by then the answer is gone. */
const ANSWERED = 100;
/** In milliseconds: one account gets no more than one such mail in this time. */
const ONCE_IN = 60_000;

async function sendTheWay(payload: Payload, email: string): Promise<void> {
  const person = (await peopleOf(payload)).find((each) => each.email === email);
  if (person === undefined || person.hasLeft) return;
  // A program has a key and no mailbox.
  if (!person.roles.some((role) => role !== 'press')) return;
  const due = new Date().toISOString();
  const key = `password/${email}/${Math.floor(Date.now() / ONCE_IN)}`;
  // Kept back before there is anything to send: whoever asks meanwhile finds it, and makes no second one.
  if (!(await put(payload, { key, to: email, what: 'password', due, state: 'held' }))) return;
  const secret = await payload.forgotPassword({
    ...{ collection: 'users', data: { email }, disableEmail: true },
    context: { isCounted: true },
  });
  await outbox(payload).updateOne({ key }, { $set: { secret, state: 'waiting' } });
}
