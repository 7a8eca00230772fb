import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import mail from '@charterpress/shared/strings/mail.json' with { type: 'json' };
import { env } from '../env.ts';

/** Under the form to sign in. Where no mail leaves this system, Payload's own way to a forgotten password leads nowhere. */
export function Forgotten() {
  return (
    <p className="desk-forgotten">
      {env.mail.smtp === null ? (
        desk.signIn.forgotten
      ) : (
        <a href="/admin/forgot">{mail.signIn.forgot}</a>
      )}
    </p>
  );
}
