/** The first page after signing in: what readers have, and what waits to reach them. */
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import type { DashboardViewServerProps } from '@payloadcms/next/views';
import { Gutter } from '@payloadcms/ui';
import { env } from '../env.ts';
import { filled } from '../words/filled.ts';
import { moment } from '../words/moment.ts';
import { trust } from '../words/trust.ts';
import { type KindStanding, standing, type Waiting } from './standing.ts';

export async function LandingPage({ payload, user }: DashboardViewServerProps) {
  const kinds = await standing(payload, user ?? null);
  const waiting = kinds
    .flatMap((kind) => kind.waiting)
    .sort((one, other) => other.savedAt.getTime() - one.savedAt.getTime());
  return (
    <Gutter className="desk-landing">
      <header className="desk-landing__top">
        <h1>{trust.name}</h1>
        <a className="desk-landing__site" href={env.siteUrl}>
          {desk.landing.site}
        </a>
      </header>
      <section aria-labelledby="desk-waiting">
        <h2 id="desk-waiting">{desk.landing.waiting}</h2>
        {waiting.length === 0 ? (
          <p>{desk.landing.nothingWaits}</p>
        ) : (
          <WaitingList waiting={waiting} />
        )}
      </section>
      <section aria-labelledby="desk-live">
        <h2 id="desk-live">{desk.landing.live}</h2>
        <LiveTable kinds={kinds} />
      </section>
    </Gutter>
  );
}

/** Enough to see what to do next; the lists hold the rest. */
const SHOWN = 12;

function WaitingList({ waiting }: { waiting: readonly Waiting[] }) {
  return (
    <>
      <ul className="desk-waiting">
        {waiting.slice(0, SHOWN).map((each) => (
          <li key={`${each.kind}/${each.document}`}>
            <a href={`/admin/collections/${each.kind}/${each.document}`}>{each.title}</a>
            <span>{waitingWords(each)}</span>
          </li>
        ))}
      </ul>
      {waiting.length > SHOWN && (
        <p>{filled(desk.landing.more, { count: String(waiting.length - SHOWN) })}</p>
      )}
    </>
  );
}

function waitingWords({ neverPublished, savedAt, savedBy }: Waiting): string {
  const sentence = neverPublished ? desk.landing.neverPublished : desk.landing.changedSince;
  return filled(sentence, { who: savedBy, when: moment(savedAt) });
}

function LiveTable({ kinds }: { kinds: readonly KindStanding[] }) {
  return (
    <table className="desk-live">
      <thead>
        <tr>
          <th scope="col">{desk.landing.kind}</th>
          <th scope="col">{desk.landing.count}</th>
          <th scope="col">{desk.landing.lastPublished}</th>
          <th scope="col">{desk.landing.look}</th>
        </tr>
      </thead>
      <tbody>
        {kinds.map(({ kind, lastPublished, live, path, plural }) => (
          <tr key={kind}>
            <th scope="row">
              <a href={`/admin/collections/${kind}`}>{plural}</a>
            </th>
            <td>{live}</td>
            <td>{lastPublished === null ? desk.landing.notYet : moment(lastPublished)}</td>
            <td>{path !== null && <a href={env.siteUrl + path}>{path}</a>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
