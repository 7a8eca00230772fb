/** How the mail stands: for the desk, and for whoever watches the installation. */
import type { Payload } from 'payload';
import { env } from '../env.ts';
import { outbox } from './messages.ts';

export type MailStanding = {
  /** Without a mail server messages are kept as files, and nobody gets them. */
  readonly goesTo: 'server' | 'files';
  readonly waiting: number;
  /** Given up. They stand under Messages with the reason. */
  readonly failed: number;
};

export async function mailStanding(payload: Payload): Promise<MailStanding> {
  const [waiting, failed] = await Promise.all([
    outbox(payload).countDocuments({ state: 'waiting' }),
    outbox(payload).countDocuments({ state: 'failed' }),
  ]);
  return {
    goesTo: env.mail.smtp === null ? 'files' : 'server',
    waiting,
    failed,
  };
}
