/** On the first page: that nobody gets mail here, or that somebody did not get theirs. */
import mail from '@charterpress/shared/strings/mail.json' with { type: 'json' };
import type { Payload } from 'payload';
import { mailStanding } from '../mail/standing.ts';
import { filled } from '../words/filled.ts';

const { standing } = mail;

export async function MailNote({ payload }: { payload: Payload }) {
  const { failed, goesTo } = await mailStanding(payload);
  return (
    <>
      {failed > 0 && <Failed count={failed} />}
      {goesTo === 'files' && <p className="desk-landing__mail">{standing.files}</p>}
    </>
  );
}

function Failed({ count }: { count: number }) {
  return (
    <p className="desk-landing__failed" id="desk-mail-failed">
      <strong>
        {count === 1 ? standing.failed_one : filled(standing.failed, { count: String(count) })}
      </strong>{' '}
      {standing.tell}
    </p>
  );
}
