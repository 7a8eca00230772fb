/** The urgent notices that readers have, each with the way to take it down. */
import { may } from '@charterpress/shared/roles.ts';
import words from '@charterpress/shared/strings/notices.json' with { type: 'json' };
import type { Payload, TypedUser } from 'payload';
import { rolesOf } from '../../access/collections.ts';
import { type NoticeUp, noticesUp } from '../../notices/in-force.ts';
import { filled } from '../../words/filled.ts';
import { moment } from '../../words/moment.ts';
import { TakeDown } from './take-down.tsx';

const { screen } = words;

type Asked = { readonly payload: Payload; readonly user: TypedUser | null };

/** On the landing page: with the way to put one up. */
export async function NoticesOnDesk({ payload, user }: Asked) {
  if (!may(rolesOf({ user }), 'publish', 'notices')) {
    return <NoticesUp payload={payload} user={user} />;
  }
  return (
    <>
      <NoticesUp payload={payload} user={user} />
      <p>
        <a href="/admin/urgent-notice">{screen.make}</a>
      </p>
    </>
  );
}

export async function NoticesUp({ payload, user }: Asked) {
  if (!may(rolesOf({ user }), 'read', 'notices')) return null;
  const notices = await noticesUp(payload, new Date());
  if (notices.length === 0) return <p>{screen.none}</p>;
  const mayTakeDown = may(rolesOf({ user }), 'withdraw', 'notices');
  return (
    <section aria-labelledby="desk-notices" className="desk-section desk-section--notices">
      <h2 id="desk-notices">
        {screen.inForce} <span className="desk-section__count">{notices.length}</span>
      </h2>
      <ul className="desk-waiting desk-notices-up">
        {notices.map((notice) => (
          <li key={notice.document}>
            <a href={`/admin/collections/notices/${notice.document}`}>{notice.title}</a>
            <span>{says(notice)}</span>
            {mayTakeDown && <TakeDown document={notice.document} title={notice.title} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function says({ begins, ends, phase, text }: NoticeUp): string {
  const from =
    phase === 'waiting' && begins !== null
      ? [filled(screen.from, { when: moment(new Date(begins)) })]
      : [];
  const until = filled(screen.until, { when: moment(new Date(ends)) });
  return [...(text === null ? [] : [text]), ...from, until].join(' · ');
}
