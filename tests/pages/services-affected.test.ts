/** Five hundred services in twelve languages: which pages a change of one of them makes again. */
import type { Edition } from '@charterpress/shared/domain/edition.ts';
import type { Content } from '@charterpress/site/src/content/content.ts';
import { type Key, keys } from '@charterpress/site/src/content/keys.ts';
import {
  openDataRoutes,
  routesOfServices,
} from '@charterpress/site/src/content/routes-of-services.ts';
import { openStore, type Store } from '@charterpress/site/src/content/store.ts';
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
      const read = new Set<Key>();
      make(store.content((key) => read.add(key)));
      return [path, read] as const;
    }),
  );
  told.publish('services', 's7', said(7, 'Another name'), { number: 2 });
  const newest = told.editions.at(-1) as Edition;
  const changed = store.add([newest], newest.sequence);
  const again = [...reads].filter(([, read]) => [...changed].some((key) => read.has(key)));
  const paths = again.map(([path]) => path);

  // In English its own page and one portion of each of four lists: its district, its worry, its age, A to Z.
  const pages = paths.filter((path) => !path.startsWith('/open-data/'));
  expect(pages.filter((path) => path.startsWith('/en/'))).toHaveLength(5);
  // Other languages say that their own page is behind, and their lists still say what was translated.
  const others = pages.filter((path) => !path.startsWith('/en/'));
  expect(others.map((path) => path.slice(3))).toEqual(TWELVE.slice(1).map(() => '/services/s7/'));
  expect(pages.filter((path) => path.includes('/s8/'))).toEqual([]);
  // Its own file, the list of services, and one portion of each table that has rows of services.
  expect(paths.filter((path) => path.endsWith('.json'))).toHaveLength(2);
  expect(paths.filter((path) => path.endsWith('.csv'))).toHaveLength(8);
  expect(reads.size).toBeGreaterThan(2_000);

  const renamed = said(7, 'Another name');
  expect(listsAfter(store, { ...renamed, costNote: 'Bring a drink.' })).toEqual([]);
  expect(
    listsAfter(store, { ...renamed, costNote: 'Bring a drink.', checkedOn: '2026-05-30' }),
  ).toHaveLength(4 * TWELVE.length);

  /** The lists that are made again when the service says this. */
  function listsAfter(of: Store, content: ReturnType<typeof said>): readonly string[] {
    told.publish('services', 's7', content, { number: told.editions.length });
    const edition = told.editions.at(-1) as Edition;
    const differs = of.add([edition], edition.sequence);
    const touched = [...reads].filter(([, read]) => [...differs].some((key) => read.has(key)));
    return touched.map(([path]) => path).filter((path) => !/open-data|\/s7\//.test(path));
  }
});

test('a service that is removed after it was withdrawn is looked for in every list that may once have shown it', () => {
  const told = feed();
  told.publish('organisations', 'trust', organisation);
  told.publish('services', 's1', said(1));
  told.publish('services', 's1', said(1), { action: 'withdrawn', number: 2 });
  told.publish('services', 's1', null as never, { action: 'removed', number: 3 });
  const [removed] = told.editions.slice(-1) as [Edition];
  const store = openStore({ file: ':memory:', trust, logo, site: SITE });
  store.add(told.editions.slice(0, -1) as readonly Edition[], removed.sequence - 1);
  const changed = store.add([removed], removed.sequence);
  expect(TWELVE.filter((tag) => changed.has(keys.listedService('s1', tag)))).toEqual(TWELVE);
});
