/**
 * Sends what waits in the outbox. Whoever claims a message sends it and renews the claim meanwhile; a killed sender's
 * claim runs out, and the message goes out under the same Message-ID, by which mail programs know it for the same. That
 * is as near to "once" as SMTP comes: a server that took a message and died before it said so gets it again.
 */
import { randomUUID } from 'node:crypto';
import { nextTry } from '@charterpress/shared/domain/messages.ts';
import type { Payload } from 'payload';
import { env } from '../env.ts';
import { trust } from '../words/trust.ts';
import { beginDigests, gathered, markGathered } from './digests.ts';
import { digestOf, type Letter, letterAbout, passwordLetter } from './letters.ts';
import { type Message, outbox } from './messages.ts';
import { releaseWhatIsSeen } from './seen.ts';
import { eraseMailFiles } from './transport.ts';

/** In milliseconds: how long a claim lasts that nobody renews, and how long one turn may go on. */
const CLAIM = 60_000;
const TURN = 20_000;

/** One turn: until nothing waits any more, or the mail server does not answer. */
export async function sendWaiting(payload: Payload, now: Date = new Date()): Promise<void> {
  const clock = clockFrom(now);
  await releaseWhatIsSeen(payload);
  await beginDigests(payload, now);
  const until = Date.now() + TURN;
  while (Date.now() < until) {
    const message = await claim(payload, clock());
    if (message === null) return;
    if ((await send(payload, message, clock)) === 'no-server') return;
  }
}

type Clock = () => Date;

function clockFrom(now: Date): Clock {
  const ahead = now.getTime() - Date.now();
  return () => new Date(Date.now() + ahead);
}

async function claim(payload: Payload, now: Date): Promise<Message | null> {
  return outbox(payload).findOneAndUpdate(
    {
      state: 'waiting',
      rhythm: 'instant',
      due: { $lte: now.toISOString() },
      $or: [{ claim: null }, { claimedUntil: { $lt: now.toISOString() } }],
    },
    { $set: { claim: randomUUID(), claimedUntil: later(now, CLAIM) }, $inc: { tries: 1 } },
    { sort: { due: 1 }, returnDocument: 'after' },
  );
}

type Sent = 'sent' | 'refused' | 'no-server';

/** As administrators read it among the messages. */
const EMPTY = 'What it told of was removed.';
const OVER = 'The hour in which it could be used was over.';
/** In milliseconds: what Payload gives the way to another password. */
const PASSWORD_FOR = 60 * 60_000;

function isOver({ at, what }: Message, now: Date): boolean {
  return what === 'password' && now.getTime() - Date.parse(at) > PASSWORD_FOR;
}

async function send(payload: Payload, message: Message, clock: Clock): Promise<Sent> {
  if (isOver(message, clock()))
    return settle(payload, message, { state: 'failed', why: OVER }, 'refused');
  const letter = await letterOf(payload, message);
  if (letter === null) return settle(payload, message, { state: 'sent', why: EMPTY }, 'sent');
  const renewing = setInterval(() => {
    const claimedUntil = later(clock(), CLAIM);
    // A renewal that fails leaves the claim to run out, which is what the claim is for.
    change(payload, message, { claimedUntil }).catch((error) => payload.logger.warn(error));
  }, CLAIM / 3);
  const failure = await post(payload, message, letter).finally(() => clearInterval(renewing));
  if (failure !== null) return failed(payload, message, failure, clock());
  await eraseUnlessWhole(payload, message, letter);
  await markGathered(payload, message, clock());
  return settle(payload, message, { state: 'sent', sentAt: clock().toISOString() }, 'sent');
}

/** `null` when there is nothing left to say: what a digest was to hold was erased. */
async function letterOf(payload: Payload, message: Message): Promise<Letter | null> {
  if (message.secret !== null) return passwordLetter(message.secret);
  if (message.what !== 'digest') return letterAbout(payload, message);
  const held = await gathered(payload, message);
  return held.length === 0 ? null : digestOf(payload, held);
}

type Failure = {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly message: string;
};

async function post(
  payload: Payload,
  { _id, to }: Message,
  { subject, text }: Letter,
): Promise<Failure | null> {
  const [, host = 'localhost'] = env.mail.from.split('@');
  try {
    await payload.sendEmail({
      from: `"${trust.name.replaceAll(/["\\]|\p{Cc}/gu, '')}" <${env.mail.from}>`,
      // As an object it is one address, whatever it holds.
      to: { name: '', address: to },
      subject,
      text,
      messageId: `<${_id}@${host}>`,
      // So that nobody's "I am away" comes back to it.
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    });
    return null;
  } catch (error) {
    return error as Failure;
  }
}

async function failed(
  payload: Payload,
  message: Message,
  failure: Failure,
  now: Date,
): Promise<Sent> {
  const again = isForGood(failure) ? null : nextTry(message.tries, now);
  const why = failure.message.slice(0, 500);
  const came = isNoServer(failure) ? 'no-server' : 'refused';
  if (again !== null) {
    return settle(payload, message, { state: 'waiting', due: again.toISOString(), why }, came);
  }
  payload.logger.error(
    `The message ${message._id} was given up after ${message.tries} tries: ${why} It stands under Messages at the desk.`,
  );
  return settle(payload, message, { state: 'failed', why }, came);
}

/** The server knows the address or the message, and will never take it. What it says of us may be put right. */
function isForGood({ command, responseCode = 0 }: Failure): boolean {
  return responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA');
}

/** The next message would fare no better. */
function isNoServer({ code = '' }: Failure): boolean {
  return ['ECONNECTION', 'ETIMEDOUT', 'EDNS', 'ESOCKET', 'EAUTH', 'ETLS'].includes(code);
}

/** Ends the claim. Whoever lost it meanwhile changes nothing. */
async function settle(
  payload: Payload,
  message: Message,
  came: Partial<Message>,
  answer: Sent,
): Promise<Sent> {
  const secret = came.state === 'waiting' ? message.secret : null;
  const done = { claim: null, claimedUntil: null, why: null, secret, ...came };
  await change(payload, message, done);
  return answer;
}

/** A document was removed while its message, or a digest that names it, was written into a file. */
async function eraseUnlessWhole(payload: Payload, { _id }: Message, letter: Letter): Promise<void> {
  const message = await outbox(payload).findOne({ _id });
  const isWhole = message !== null && (await letterOf(payload, message))?.text === letter.text;
  if (!isWhole) await eraseMailFiles([_id]);
}

async function change(
  payload: Payload,
  { _id, claim: mine }: Message,
  values: Partial<Message>,
): Promise<boolean> {
  const { matchedCount } = await outbox(payload).updateOne({ _id, claim: mine }, { $set: values });
  return matchedCount === 1;
}

function later(now: Date, milliseconds: number): string {
  return new Date(now.getTime() + milliseconds).toISOString();
}
