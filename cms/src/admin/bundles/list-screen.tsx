/** All bundles: those that failed first, then those that wait, then what is over. */
import { isOpen } from '@charterpress/shared/domain/bundle.ts';
import { kindNames } from '@charterpress/shared/domain/kinds.ts';
import { may } from '@charterpress/shared/roles.ts';
import words from '@charterpress/shared/strings/bundles.json' with { type: 'json' };
import type { AdminViewServerProps } from 'payload';
import { rolesOf } from '../../access/collections.ts';
import { bundlesIn, type StoredBundle } from '../../bundles/records.ts';
import { filled } from '../../words/filled.ts';
import { moment } from '../../words/moment.ts';
import { type Names, namesOf } from '../people.ts';
import { Screen } from '../screen.tsx';

const { screen } = words;

/** Of those that are over: the newest. */
const SHOWN = 30;

export async function BundlesScreen(props: AdminViewServerProps) {
  const { req } = props.initPageResult;
  const all = await bundlesIn(req, ['failed', 'waiting', 'live', 'cancelled']);
  const names = await namesOf(
    req.payload,
    all.map(({ madeBy }) => madeBy),
  );
  const inState = (state: string) => all.filter((bundle) => bundle.state === state);
  const over = all.filter(({ state }) => !isOpen(state)).reverse();
  const mayMake = kindNames.some((kind) => may(rolesOf(req), 'publish', kind));
  return (
    <Screen {...props} className="desk-landing desk-bundles">
      <header className="desk-landing__top">
        <h1>{screen.title}</h1>
        {mayMake && (
          <a className="desk-landing__site" href="/admin/bundles/new">
            {screen.make}
          </a>
        )}
      </header>
      <p>{screen.purpose}</p>
      {inState('failed').length > 0 && (
        <section aria-labelledby="desk-bundles-failed" className="desk-bundles--failed">
          <h2 id="desk-bundles-failed">{screen.failed}</h2>
          <List bundles={inState('failed')} names={names} />
        </section>
      )}
      <section aria-labelledby="desk-bundles-waiting">
        <h2 id="desk-bundles-waiting">{screen.waiting}</h2>
        {inState('waiting').length === 0 ? (
          <p>{screen.none}</p>
        ) : (
          <List bundles={inState('waiting')} names={names} />
        )}
      </section>
      {over.length > 0 && (
        <section aria-labelledby="desk-bundles-over">
          <h2 id="desk-bundles-over">{screen.over}</h2>
          <List bundles={over.slice(0, SHOWN)} names={names} />
        </section>
      )}
    </Screen>
  );
}

function List({ bundles, names }: { bundles: readonly StoredBundle[]; names: Names }) {
  return (
    <ul className="desk-waiting">
      {bundles.map((bundle) => (
        <li key={bundle.id}>
          <a href={`/admin/bundles/${bundle.id}`}>{bundle.title || screen.withoutTitle}</a>
          <span>
            {[
              whenWords(bundle),
              countWords(bundle),
              filled(screen.madeBy, { who: names(bundle.madeBy) }),
            ].join(' · ')}
          </span>
          {bundle.state === 'failed' && bundle.failure && <span>{bundle.failure.why}</span>}
        </li>
      ))}
    </ul>
  );
}

export function whenWords({ goesLiveAt, liveAt, state }: StoredBundle): string {
  const when = moment(new Date(liveAt ?? goesLiveAt));
  if (state === 'waiting') return filled(screen.goesLive, { when });
  return filled(state === 'live' ? screen.wentLive : screen.wasToGoLive, { when });
}

function countWords({ items, state }: StoredBundle): string {
  const count =
    items.length === 1 ? screen.oneText : filled(screen.texts, { count: String(items.length) });
  return state === 'cancelled' ? `${words.states.cancelled}, ${count}` : count;
}
