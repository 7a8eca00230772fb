/** The export of services: what a program that reads HSDS 3.0 finds in it. */
import type { Edition } from '@charterpress/shared/domain/edition.ts';
import type { Content } from '@charterpress/site/src/content/content.ts';
import { openStore } from '@charterpress/site/src/content/store.ts';
import { hsdsFile, hsdsFiles } from '@charterpress/site/src/open-data/hsds.ts';
import { csvOf, files, rowOf, tableNames } from '@charterpress/site/src/open-data/tables.ts';
import { uuidOf } from '@charterpress/site/src/open-data/uuid.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyPlace, anyService } from '../support/any-service.ts';
import { faultsInRow, faultsInService, hsdsPaths, rowsIn } from '../support/hsds.ts';
import { feed } from '../support/parent-site.ts';
import { logo, SITE } from '../support/press-at-work.ts';
import { sampleEditions, sampleTrust } from '../support/sample-editions.ts';
import { line, organisation, place, service } from '../support/services.ts';
import { contentOf as contentOfSample } from '../support/site.ts';

type Told = ReturnType<typeof feed>;

function contentOf(tell: (told: Told) => void): Content {
  const told = feed();
  told.publish('facts', 'line', line);
  told.publish('organisations', 'trust', organisation);
  told.publish('places', 'hall', place());
  tell(told);
  const store = openStore({ file: ':memory:', trust: sampleTrust('kent'), logo, site: SITE });
  store.settle(new Date('2026-06-01T09:00:00.000Z'));
  store.add(told.editions as readonly Edition[], told.editions.length);
  return store.content();
}

const known = contentOf((told) => told.publish('services', 'play', service()));
const unknown = contentOf((told) =>
  told.publish('services', 'play', {
    ...service({ contacts: [], places: [], carers: [], topics: [], tiers: [], hours: [] }),
    ...{ web: null, ages: null, cost: null, costNote: null, referral: null, referralNote: null },
    ...{ wait: null, languages: [], interpreters: null, checkedOn: null, forWhom: null },
  }),
);

const jsonOf = (content: Content, file: string) => JSON.parse(hsdsFile(content, file));
const play = (content: Content) => jsonOf(content, 'services/play.json');
const rows = (content: Content, table: (typeof tableNames)[number]) =>
  rowsIn(hsdsFile(content, `${files[table]}.csv`));

const version5 = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('the identifier of a service', () => {
  test('is a UUID of version 5, the same at another address and of another text', () => {
    const renamed = contentOf((told) =>
      told.publish('services', 'play', service({ name: 'Songs' }), { slug: 'songs' }),
    );
    expect(play(known).id).toMatch(version5);
    expect(jsonOf(renamed, 'services/songs.json').id).toBe(play(known).id);
    expect(uuidOf('one')).not.toBe(uuidOf('other'));
  });
});

describe('what nobody knows', () => {
  test('has no value, and of nothing is there a row that says otherwise', () => {
    const exported = play(unknown);
    const { fees_description, minimum_age, maximum_age, wait_time, assured_date } = exported;
    expect([fees_description, minimum_age, maximum_age, wait_time, assured_date]).toEqual([
      ...[undefined, undefined, undefined, undefined, undefined],
    ]);
    expect(exported.cost_options).toEqual([]);
    expect(exported.schedules).toEqual([]);
    expect(JSON.stringify(exported)).not.toMatch(/\bfree\b|every age/i);
  });

  test('is nothing between two commas', () => {
    expect(rows(unknown, 'service')[0]).toMatchObject({ url: '', fees_description: '' });
  });
});

describe('a service in JSON', () => {
  test('has everything that belongs to it within it', () => {
    const { service_at_locations: there, ...exported } = play(known);
    expect(exported).toMatchObject({
      ...{ name: 'Stay and play', status: 'active', url: 'https://play.example.org/' },
      ...{ minimum_age: 0, assured_date: '2026-03-01' },
      organization: { name: 'Oast trust', legal_status: 'Charity' },
      service_areas: [{ name: 'Swale' }],
      phones: [{ number: '01632 960100', type: 'voice' }],
      languages: [
        { code: 'en', name: 'English' },
        { code: 'pl', name: 'Polish' },
      ],
      cost_options: [{ amount: 0, currency: 'GBP' }],
    });
    expect(there[0].location).toMatchObject({
      name: 'Mill hall',
      addresses: [{ address_1: '1 Mill Street', postal_code: 'ME13 1AA', country: 'GB' }],
    });
    expect(exported.attributes[0].taxonomy_term).toMatchObject({ taxonomy: 'Tiers of need' });
  });

  test('has no weekly rule for hours of term time, which would say them of the holidays', () => {
    const [schedule] = play(known).schedules;
    expect(schedule).toMatchObject({ byday: 'MO', opens_at: '09:30', description: 'In term time' });
    expect(schedule).not.toHaveProperty('freq');
  });

  test('is led to by the list of services', () => {
    const [one] = jsonOf(known, 'services.json').contents;
    expect(one.id).toBe(play(known).id);
    expect(one.uri).toBe(`${SITE}/open-data/hsds/3.0/services/play.json`);
  });
});

describe('the tables', () => {
  const resources = jsonOf(known, 'datapackage.json').resources as readonly {
    path: string;
    schema: { fields: readonly { name: string }[] };
  }[];

  test('are all in the package, each with the head that its file has', () => {
    const heads = resources.map(({ schema }) => schema.fields.map(({ name }) => name).join(','));
    expect(resources.map(({ path }) => hsdsFile(known, path).split('\r\n')[0])).toEqual(heads);
    expect(
      resources.map(({ path }) => path).filter((path) => !hsdsFiles(known).includes(path)),
    ).toEqual([]);
  });

  test('lead to rows that are there', () => {
    const ids = new Set(tableNames.flatMap((table) => rows(known, table).map(({ id }) => id)));
    const references = tableNames
      .flatMap((table) => rows(known, table))
      .flatMap((row) => Object.entries(row))
      .filter(([name, value]) => name.endsWith('_id') && value !== '')
      .map(([, value]) => value);
    expect(references.length).toBeGreaterThan(10);
    expect(references.filter((id) => !ids.has(id))).toEqual([]);
  });

  test('refuse a field that HSDS 3.0 does not have', () => {
    expect(() => rowOf('service', { id: '1', price: 4 })).toThrow('no field "price"');
  });

  test('quote what would end a cell', () => {
    const row = rowOf('taxonomy', { id: '1', name: 'Say "hello",\nthen go' });
    expect(csvOf('taxonomy', [row]).split('\r\n')[1]).toBe('1,"Say ""hello"",\nthen go",,,');
  });

  test('of more services than one file holds go on in another', () => {
    const many = contentOf((told) => {
      for (let at = 100; at < 201; at += 1) told.publish('services', `s${at}`, service());
    });
    expect(hsdsFiles(many)).toContain('services-2.csv');
    expect(hsdsFile(many, 'services-2.csv').trimEnd().split('\r\n')).toHaveLength(2);
  });
});

/** Everything that is wrong with an export, by the schemas of the specification. */
function faultsIn(content: Content): readonly string[] {
  const services = hsdsFiles(content).filter((file) => file.startsWith('services/'));
  const tables = tableNames.flatMap((table) =>
    hsdsFiles(content)
      .filter((file) => new RegExp(`^${files[table]}(-\\d+)?\\.csv$`).test(file))
      .map((file) => ({ table, file })),
  );
  return [
    ...services.flatMap((file) => faultsInService(jsonOf(content, file))),
    ...tables.flatMap(({ file, table }) =>
      rowsIn(hsdsFile(content, file)).flatMap((row) => faultsInRow(table, row)),
    ),
  ];
}

describe('by the schemas of HSDS 3.0', () => {
  test('the whole export of the sample has no fault', async () => {
    const sample = contentOfSample(await sampleEditions('kent'));
    expect(hsdsFiles(sample).length).toBeGreaterThan(50);
    expect(faultsIn(sample)).toEqual([]);
  });

  test('a service of which all or nothing is known has none', () => {
    expect(faultsIn(known)).toEqual([]);
    expect(faultsIn(unknown)).toEqual([]);
  });

  test('any service at any place has none', () => {
    fc.assert(
      fc.property(anyService, anyPlace, (aService, aPlace) => {
        const content = contentOf((told) => {
          told.publish('places', 'hall', place(aPlace), { number: 2 });
          told.publish('services', 'play', service(aService));
        });
        expect(faultsIn(content)).toEqual([]);
      }),
      { seed: 20260301, numRuns: 60 },
    );
  });

  test('the files of tables are called as the specification calls them', () => {
    expect(tableNames.map((table) => `${files[table]}.csv`)).toEqual(
      tableNames.map((table) => hsdsPaths[table]),
    );
  });

  test('a fault is found', () => {
    expect(faultsInService({ ...play(known), status: 'open' })).toHaveLength(1);
    expect(faultsInRow('address', { id: play(known).id, city: 'Dover' })).not.toEqual([]);
  });
});

test('a service that was withdrawn is exported no more', () => {
  const withdrawn = contentOf((told) => {
    told.publish('services', 'club', service());
    told.publish('services', 'play', service());
    told.publish('services', 'play', service(), { number: 2, action: 'withdrawn' });
  });
  expect(hsdsFiles(withdrawn)).not.toContain('services/play.json');
  expect(rows(withdrawn, 'service')).toHaveLength(1);
});
