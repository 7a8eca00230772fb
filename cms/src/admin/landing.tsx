/** The first page after signing in: what waits for this person, what waits for others, and what readers have. */
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import words from '@charterpress/shared/strings/landing.json' with { type: 'json' };
import type { DashboardViewServerProps } from '@payloadcms/next/views';
import { Gutter } from '@payloadcms/ui';
import { redirect } from 'next/navigation';
import { env } from '../env.ts';
import { filled } from '../words/filled.ts';
import { moment } from '../words/moment.ts';
import { trust } from '../words/trust.ts';
import { screenFor } from './desk/open-address.ts';
import { type Section, sectionsOf } from './desk/sections.ts';
import { MailNote } from './mail-note.tsx';
import { NoticesOnDesk } from './notices/notices-up.tsx';
import { type KindStanding, standing } from './standing.ts';

export async function LandingPage({ payload, searchParams, user }: DashboardViewServerProps) {
  const who = user ?? null;
  const address = String(searchParams?.address ?? '').trim();
  const screen = address === '' ? null : await screenFor(payload, { address, user: who });
  if (screen !== null) redirect(screen);
  const [kinds, sections] = await Promise.all([standing(payload, who), sectionsOf(payload, who)]);
  return (
    <Gutter className="desk-landing">
      <header className="desk-landing__top">
        <h1>{trust.name}</h1>
        <a className="desk-landing__site" href={env.siteUrl}>
          {desk.landing.site}
        </a>
      </header>
      <MailNote payload={payload} user={who} />
      <OpenAddress address={address} />
      <NoticesOnDesk payload={payload} user={who} />
      <Sections sections={sections} />
      <section aria-labelledby="desk-live">
        <h2 id="desk-live">{desk.landing.live}</h2>
        <LiveTable kinds={kinds} />
      </section>
    </Gutter>
  );
}

/** Asked of this page itself: the answer is another page. */
function OpenAddress({ address }: { address: string }) {
  return (
    <form className="desk-open">
      <label htmlFor="desk-open">{words.open.label}</label>
      <div>
        <input
          aria-describedby="desk-open-help"
          defaultValue={address}
          id="desk-open"
          name="address"
          type="text"
        />
        <button type="submit">{words.open.button}</button>
      </div>
      <p id="desk-open-help">
        {address === '' ? words.open.help : filled(words.open.unknown, { address })}
      </p>
    </form>
  );
}

/** Enough to see what to do next; the rest is folded away. */
const SHOWN = 6;

function Sections({ sections }: { sections: readonly Section[] }) {
  const full = sections.filter(({ items }) => items.length > 0);
  const empty = sections.filter(({ items }) => items.length === 0);
  return (
    <div className="desk-sections">
      {full.map((section) => (
        <OneSection key={section.name} {...section} />
      ))}
      {empty.length > 0 && (
        <p className="desk-sections__empty">
          {filled(words.empty, {
            names: empty.map(({ name }) => words.sections[name].toLowerCase()).join(', '),
          })}
        </p>
      )}
    </div>
  );
}

function OneSection({ items, name }: Section) {
  const id = `desk-section-${name}`;
  const rest = items.slice(SHOWN);
  return (
    <section aria-labelledby={id} className={`desk-section desk-section--${name}`}>
      <h2 id={id}>
        {words.sections[name]} <span className="desk-section__count">{items.length}</span>
      </h2>
      <Items items={items.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <details>
          <summary>{filled(words.more, { count: String(rest.length) })}</summary>
          <Items items={rest} />
        </details>
      )}
      {name === 'overdue' && (
        <a download href="/api/reviews.csv">
          {words.asTable}
        </a>
      )}
    </section>
  );
}

function Items({ items }: Pick<Section, 'items'>) {
  return (
    <ul className="desk-waiting">
      {items.map(({ href, says, title }) => (
        <li key={`${href} ${says}`}>
          <a href={href}>{title}</a>
          <span>{says}</span>
        </li>
      ))}
    </ul>
  );
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
