/** What the environment says of mail: the server and the address messages come from. */
import { isAddress } from '@charterpress/shared/domain/messages.ts';
import { z } from 'zod';

export const mailVariables = {
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      error:
        'must be the address of a mail server, as in "smtp://name:password@mail.example.org:587"',
    })
    .optional(),
  MAIL_FROM: z
    .string()
    .refine(isAddress, 'must be one e-mail address, as in "desk@example.org"')
    .optional(),
};

export type SmtpServer = {
  readonly host: string;
  readonly port: number;
  /** Encrypted from the first byte, as in smtps://. */
  readonly secure: boolean;
  readonly auth: { readonly user: string; readonly pass: string } | null;
};

export type MailSettings = {
  readonly from: string;
  /** `null` when no server was named: messages are kept as files. */
  readonly smtp: SmtpServer | null;
};

type Given = { readonly SMTP_URL?: string | undefined; readonly MAIL_FROM?: string | undefined };

/** Why mail cannot be sent as it is set, or `null`. */
export function refusedMail({ MAIL_FROM, SMTP_URL }: Given): string | null {
  if (SMTP_URL === undefined || MAIL_FROM !== undefined) return null;
  return 'MAIL_FROM is missing. SMTP_URL names a mail server, so say from which address messages come, as in MAIL_FROM=desk@example.org';
}

export function mailSettings({ MAIL_FROM, SMTP_URL }: Given): MailSettings {
  return {
    from: MAIL_FROM ?? 'charterpress@localhost',
    smtp: SMTP_URL === undefined ? null : smtpServer(new URL(SMTP_URL)),
  };
}

function smtpServer({ hostname, password, port, protocol, username }: URL): SmtpServer {
  const secure = protocol === 'smtps:';
  const usual = secure ? 465 : 587;
  const auth = { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  return {
    host: hostname,
    port: port === '' ? usual : Number(port),
    secure,
    auth: username === '' ? null : auth,
  };
}
