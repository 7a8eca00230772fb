/**
 * How a message leaves: to the mail server of SMTP_URL, or into a file of its own in the data folder when none is named.
 * Both are Payload's nodemailer adapter, so both write the same bytes.
 */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { nodemailerAdapter } from '@payloadcms/email-nodemailer';
import type { EmailAdapter, SendEmailOptions } from 'payload';
import { env } from '../env.ts';
import { trust } from '../words/trust.ts';
import type { SmtpServer } from './settings.ts';

/** Holds a file a message, named by its id, when there is no mail server. */
export const mailFolder = path.join(env.dataDir, 'mail');

export function mailAdapter(): Promise<EmailAdapter> {
  return env.mail.smtp === null ? filesAdapter() : nodemailer(overSmtp(env.mail.smtp));
}

/** Where the message with this id is kept. The id is of our making: letters, digits, hyphens. */
export function mailFile(id: string): string {
  return path.join(mailFolder, `${id}.eml`);
}

export async function eraseMailFiles(ids: readonly string[]): Promise<void> {
  for (const id of ids) await rm(mailFile(id), { force: true });
}

/** In milliseconds: a server that says nothing for so long will not say more. */
const SILENCE = 20_000;

function overSmtp({ auth, host, port, secure }: SmtpServer): object {
  return {
    ...{ host, port, secure, ...(auth === null ? {} : { auth }) },
    // A password is not told to whoever stands between and says that there is no encryption here.
    requireTLS: !secure && auth !== null && !isThisMachine(host),
    ...{ connectionTimeout: SILENCE, greetingTimeout: SILENCE, socketTimeout: SILENCE },
    // A message is made of words alone; it reads no files and no addresses for us.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  };
}

function isThisMachine(host: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(host);
}

async function filesAdapter(): Promise<EmailAdapter> {
  const composing = await nodemailer({ streamTransport: true, buffer: true, newline: 'windows' });
  return (args) => {
    const adapter = composing(args);
    return {
      ...adapter,
      name: 'files',
      sendEmail: async (message: SendEmailOptions) => {
        const composed = (await adapter.sendEmail(message)) as Composed;
        await keep(idIn(composed.messageId), composed.message);
        return composed;
      },
    };
  };
}

type Composed = { readonly messageId: string; readonly message: Buffer };

/** Whole or not at all, and for nobody but the account that the CMS runs under. */
async function keep(id: string, bytes: Buffer): Promise<void> {
  await mkdir(mailFolder, { recursive: true, mode: 0o700 });
  const beside = `${mailFile(id)}.writing`;
  await writeFile(beside, bytes, { mode: 0o600 });
  await rename(beside, mailFile(id));
}

/** `<id@host>` -> `id`. */
function idIn(messageId: string): string {
  return messageId.replace(/^<|@.*$/g, '').replaceAll(/[^\w-]/g, '-');
}

function nodemailer(transportOptions: object): Promise<EmailAdapter> {
  return nodemailerAdapter({
    defaultFromAddress: env.mail.from,
    defaultFromName: trust.name,
    transportOptions,
    // Whether the server is there is said by the outbox, of each message: the CMS starts without it.
    skipVerify: true,
  });
}
