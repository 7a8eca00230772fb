/** The whole audit, for administrators: who did what, when, in sentences, and the way to take it away as a table. */
import type { AuditEvent } from '@charterpress/shared/domain/audit.ts';
import words from '@charterpress/shared/strings/audit.json' with { type: 'json' };
import type { AdminViewServerProps, Payload } from 'payload';
import { rolesOf } from '../access/collections.ts';
import { brokenLink, eventsBefore } from '../publishing/audit.ts';
import { readHead } from '../publishing/ledger.ts';
import { filled } from '../words/filled.ts';
import { moment } from '../words/moment.ts';
import { didWords, reasonWords } from './audit-words.ts';
import { type Names, namesOf } from './people.ts';
import { Screen } from './screen.tsx';
import { type Titles, titlesOf } from './titles.ts';

/** On one page. */
const SHOWN = 100;

export async function AuditScreen(props: AdminViewServerProps) {
  const { req } = props.initPageResult;
  return (
    <Screen {...props} className="desk-audit">
      <h1>{words.title}</h1>
      {rolesOf(req).includes('administrator') ? (
        <Audit {...askedIn(props.searchParams)} payload={req.payload} />
      ) : (
        <p>{words.onlyAdministrators}</p>
      )}
    </Screen>
  );
}

type Shown = {
  readonly before: number;
  readonly by: string | null;
  /** Whether the chain is to be verified: it reads every event. */
  readonly isChecked: boolean;
};

function askedIn(search: AdminViewServerProps['searchParams']): Shown {
  const before = Number(search?.before);
  const by = String(search?.by ?? '').trim();
  return {
    before: before > 0 ? before : Number.MAX_SAFE_INTEGER,
    by: by === '' ? null : by,
    isChecked: search?.check !== undefined,
  };
}

async function Audit({ before, by, isChecked, payload }: Shown & { payload: Payload }) {
  const events = await eventsBefore(payload, { before, by, limit: SHOWN });
  const titles = await titlesOf(payload, events);
  const people = events.map((event) => event.by);
  const names = await namesOf(payload, people);
  const oldest = events.at(-1)?.position ?? 1;
  return (
    <>
      <p>{words.help}</p>
      {isChecked && <Chain payload={payload} />}
      <form className="desk-audit__filter">
        <label htmlFor="desk-audit-by">{words.person}</label>
        <input defaultValue={by ?? ''} id="desk-audit-by" name="by" type="email" />
        <button type="submit">{words.filter}</button>
        {by !== null && <a href="/admin/audit">{words.everything}</a>}
        <a href="/admin/audit?check=yes">{words.check}</a>
        <a download href="/api/audit.csv">
          {words.export}
        </a>
      </form>
      {events.length === 0 ? (
        <p>{by === null ? words.nothing : words.nothingFits}</p>
      ) : (
        <Events events={events} names={names} titles={titles} />
      )}
      {oldest > 1 && events.length === SHOWN && (
        <a href={`/admin/audit?${new URLSearchParams({ before: String(oldest), by: by ?? '' })}`}>
          {words.older}
        </a>
      )}
    </>
  );
}

async function Chain({ payload }: { payload: Payload }) {
  const [broken, { position }] = await Promise.all([brokenLink(payload), readHead(payload)]);
  const count = String(position);
  if (broken === null) return <p role="status">{filled(words.whole, { count })}</p>;
  return (
    <p className="desk-alarm" role="alert">
      {filled(words.broken, { position: String(broken), count })}
    </p>
  );
}

function Events(props: {
  readonly events: readonly AuditEvent[];
  readonly names: Names;
  readonly titles: Titles;
}) {
  const { events, names, titles } = props;
  return (
    <table className="desk-live">
      <thead>
        <tr>
          <th scope="col">{words.number}</th>
          <th scope="col">{words.when}</th>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.reason}</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.position}>
            <td>{event.position}</td>
            <td>{moment(new Date(event.at))}</td>
            <td>
              <strong title={event.by}>{names(event.by)}</strong>{' '}
              <a href={`/admin/collections/${event.kind}/${event.document}`}>
                {didWords(event, `‘${titles(event)}’`)}
              </a>
            </td>
            <td>{reasonWords(event.reason)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
