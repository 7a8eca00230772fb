/** On the first page: that nobody gets mail here, or that somebody did not get theirs. */
import mail from '@charterpress/shared/strings/mail.json' with { type: 'json' };
import type { Payload, TypedUser } from 'payload';
import { rolesOf } from '../access/collections.ts';
import { mailStanding } from '../mail/standing.ts';
import { filled } from '../words/filled.ts';

const { standing } = mail;

export async function MailNote({ payload, user }: { payload: Payload; user: TypedUser | null }) {
  const { failed, goesTo } = await mailStanding(payload);
  return (
    <>
      {failed > 0 && (
        <Failed count={failed} mayLook={rolesOf({ user }).includes('administrator')} />
      )}
      {goesTo === 'files' && <p className="desk-landing__mail">{standing.files}</p>}
    </>
  );
}

const givenUp = '/admin/collections/messages?where[or][0][and][0][state][equals]=failed';

function Failed({ count, mayLook }: { count: number; mayLook: boolean }) {
  return (
    <p className="desk-landing__failed" id="desk-mail-failed">
      <strong>
        {count === 1 ? standing.failed_one : filled(standing.failed, { count: String(count) })}
      </strong>{' '}
      {mayLook ? <a href={givenUp}>{standing.look}</a> : standing.tell}
    </p>
  );
}
