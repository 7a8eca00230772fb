/** Five hundred services in twelve languages: which pages a change of one of them makes again. */
import type { Edition } from '@charterpress/shared/domain/edition.ts';
import type { Content } from '@charterpress/site/src/content/content.ts';
import {
  openDataRoutes,
  routesOfServices,
} from '@charterpress/site/src/content/routes-of-services.ts';
import { type Key, openStore } from '@charterpress/site/src/content/store.ts';
import { hsdsFile } from '@charterpress/site/src/open-data/hsds.ts';
import { belowServices } from '@charterpress/site/src/views/services/below.ts';
import { findHelpPage } from '@charterpress/site/src/views/services/find-help.ts';
import { expect, test } from 'vitest';
import { inLanguages, TWELVE } from '../bench/generate.ts';
import { feed } from '../support/parent-site.ts';
import { logo, SITE } from '../support/press-at-work.ts';
import { sampleTrust } from '../support/sample-editions.ts';
import { line, organisation, place, service } from '../support/services.ts';

const trust = inLanguages(sampleTrust('kent'), TWELVE);
const districts = trust.districts.map(({ slug }) => slug);
const worries = ['money', 'housing', 'school', 'health'] as const;

const said = (at: number, name = `Service ${at}`) =>
  service({
    ...{ name, topics: [worries[at % 4] as 'money'], tiers: [], carers: [], ages: 'from-to' },
    ...{ fromAge: 5, toAge: 10, districts: [districts[at % 12] as string], places: [] },
  });

type Page = { readonly path: string; readonly make: (content: Content) => unknown };

function pagesIn(content: Content): readonly Page[] {
  const ofLanguages = TWELVE.flatMap((language) =>
    routesOfServices(content, language).map(
      ({ path, params, view }): Page => ({
        path,
        make: (of) =>
          view === 'find-help'
            ? findHelpPage(of, { language })
            : belowServices(of, { language, path: params.path ?? '' }),
      }),
    ),
  );
  const files = openDataRoutes(content).map(
    ({ params, path }): Page => ({
      path,
      make: (of) => (params.file === undefined ? null : hsdsFile(of, params.file)),
    }),
  );
  const own = TWELVE.flatMap((language) =>
    [7, 8].map(
      (at): Page => ({
        path: `/${language}/services/s${at}/`,
        make: (of) => belowServices(of, { language, path: `s${at}` }),
      }),
    ),
  );
  return [...ofLanguages, ...files, ...own];
}

test('a service that is told otherwise is made again where it is shown, and nowhere else', () => {
  const told = feed();
  told.publish('facts', 'line', line);
  told.publish('organisations', 'trust', organisation);
  told.publish('places', 'hall', place());
  for (let at = 0; at < 500; at += 1) {
    told.publish('services', `s${at}`, said(at));
    for (const language of TWELVE.slice(1)) {
      told.publish('services', `s${at}`, said(at), { language, sourceEdition: 1 });
    }
  }
  const store = openStore({ file: ':memory:', trust, logo, site: SITE });
  store.settle(new Date('2026-06-01T09:00:00.000Z'));
  store.add(told.editions as readonly Edition[], told.editions.length);
  const reads = new Map(
    pagesIn(store.content()).map(({ make, path }) => {
      const keys = new Set<Key>();
      make(store.content((key) => keys.add(key)));
      return [path, keys] as const;
    }),
  );
  told.publish('services', 's7', said(7, 'Another name'), { number: 2 });
  const newest = told.editions.at(-1) as Edition;
  const changed = store.add([newest], newest.sequence);
  const again = [...reads].filter(([, keys]) => [...changed].some((key) => keys.has(key)));
  const paths = again.map(([path]) => path);

  // In each language its own page and one portion of each of four lists: its district, its worry, its age, A to Z.
  const pages = paths.filter((path) => !path.startsWith('/open-data/'));
  expect(pages.filter((path) => path.startsWith('/en/'))).toHaveLength(5);
  expect(pages).toHaveLength(5 * TWELVE.length);
  expect(pages.filter((path) => path.includes('/s8/'))).toEqual([]);
  // Its own file, the list of services, and one portion of each table that has rows of services.
  expect(paths.filter((path) => path.endsWith('.json'))).toHaveLength(2);
  expect(paths.filter((path) => path.endsWith('.csv'))).toHaveLength(8);
  expect(reads.size).toBeGreaterThan(2_000);
});
