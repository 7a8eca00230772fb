/** The export of services: what a program that reads HSDS 3.0 finds in it. */
import type { Edition } from '@charterpress/shared/domain/edition.ts';
import type { Content } from '@charterpress/site/src/content/content.ts';
import { openStore } from '@charterpress/site/src/content/store.ts';
import { hsdsFile, hsdsFiles } from '@charterpress/site/src/open-data/hsds.ts';
import { csvOf, files, rowOf, tableNames } from '@charterpress/site/src/open-data/tables.ts';
import { uuidOf } from '@charterpress/site/src/open-data/uuid.ts';
import { describe, expect, test } from 'vitest';
import { feed } from '../support/parent-site.ts';
import { logo, SITE } from '../support/press-at-work.ts';
import { sampleTrust } from '../support/sample-editions.ts';
import { line, organisation, place, service } from '../support/services.ts';

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
const rows = (content: Content, table: (typeof tableNames)[number]) => {
  const [head = '', ...lines] = hsdsFile(content, `${files[table]}.csv`).trimEnd().split('\r\n');
  const names = head.split(',');
  return lines.map((each) =>
    Object.fromEntries(each.split(',').map((value, at) => [names[at], value])),
  );
};

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
  test('is null, and of nothing is there a row that says otherwise', () => {
    const exported = play(unknown);
    const { fees_description, minimum_age, maximum_age, wait_time, assured_date } = exported;
    expect([fees_description, minimum_age, maximum_age, wait_time, assured_date]).toEqual([
      ...[null, null, null, null, null],
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
      ...{ minimum_age: 0, maximum_age: null, assured_date: '2026-03-01' },
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
    expect(play(known).schedules[0]).toMatchObject({
      ...{ freq: null, byday: 'MO', opens_at: '09:30', description: 'In term time' },
    });
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

test('a service that was withdrawn is exported no more', () => {
  const withdrawn = contentOf((told) => {
    told.publish('services', 'club', service());
    told.publish('services', 'play', service());
    told.publish('services', 'play', service(), { number: 2, action: 'withdrawn' });
  });
  expect(hsdsFiles(withdrawn)).not.toContain('services/play.json');
  expect(rows(withdrawn, 'service')).toHaveLength(1);
});
