/**
 * The services of a release in the Human Services Data Specification 3.0, as files. A service has a JSON file of its own,
 * and the tables are cut into portions of documents, so that a service which changes makes few files again. Why they are
 * so: `shared/decisions/open-data.md`.
 */
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Address, Content } from '../content/content.ts';
import { type Reader, reader } from '../views/reader.ts';
import { readable } from '../views/reading.ts';
import { idOf, rowsOf } from './rows.ts';
import { csvOf, files, type Row, type Table, tableNames, tables } from './tables.ts';
import { taxonomyRows, termRows } from './taxonomies.ts';

export const HSDS = '/open-data/hsds/3.0/';

export const SERVICES_OF_A_TABLE = 100;

/** Below `HSDS`: `services.json`, `services/money-advice.json`, `schedules-2.csv`. None while there is no service. */
export function hsdsFiles(content: Content): readonly string[] {
  if (!content.lists('services', SOURCE_LANGUAGE)) return [];
  const portions = portionsOf(content);
  return [
    ...['datapackage.json', 'services.json'],
    ...tableNames.flatMap((table) =>
      Array.from({ length: isCut(table) ? portions : 1 }, (_, at) => fileOf(table, at + 1)),
    ),
    ...servicesIn(content).map(({ slug }) => `services/${slug}.json`),
  ];
}

function servicesIn(content: Content): readonly Address[] {
  return content.addresses('services', SOURCE_LANGUAGE);
}

function portionsOf(content: Content): number {
  return Math.max(1, Math.ceil(servicesIn(content).length / SERVICES_OF_A_TABLE));
}

/** Tables of what a service has; the others are of places, organisations and terms, of which there are few. */
function isCut(table: Table): boolean {
  return (
    table === 'service' || table === 'attribute' || [...fieldsOf(table)].includes('service_id')
  );
}

function fieldsOf(table: Table): readonly string[] {
  return tables[table];
}

function fileOf(table: Table, portion: number): string {
  return `${files[table]}${portion === 1 ? '' : `-${portion}`}.csv`;
}

/** The text of a file. Throws for one that is not among `hsdsFiles`. */
export function hsdsFile(content: Content, file: string): string {
  const who = reader(content, SOURCE_LANGUAGE);
  if (file === 'datapackage.json') return json(datapackage(content));
  if (file === 'services.json') return json(serviceList(who));
  const slug = /^services\/(.+)\.json$/.exec(file)?.[1];
  if (slug !== undefined) return json(serviceBySlug(who, slug));
  for (const table of tableNames) {
    const portions = isCut(table) ? portionsOf(content) : 1;
    const portion = Array.from({ length: portions }, (_, at) => at + 1).find(
      (each) => fileOf(table, each) === file,
    );
    if (portion !== undefined) return csvOf(table, tableRows(who, table, portion));
  }
  throw new Error(`The export has no file "${file}". Ask for a path that siteRoutes() lists.`);
}

/** The schemas of HSDS have no null: what nobody knows is left out. */
function json(value: object): string {
  return `${JSON.stringify(value, (_, each) => each ?? undefined, 1)}\n`;
}

/** Rows of places and organisations stand in the first portion of a table. */
function tableRows(reader: Reader, table: Table, portion: number): readonly Row[] {
  if (table === 'taxonomy') return taxonomyRows(reader);
  if (table === 'taxonomy_term') return termRows(reader);
  const begins = (portion - 1) * SERVICES_OF_A_TABLE;
  const services = servicesIn(reader.content).slice(begins, begins + SERVICES_OF_A_TABLE);
  const rows = (kind: 'services' | 'places' | 'organisations', of: readonly Address[]) =>
    of.flatMap(({ document }) => rowsOf(reader, { kind, document }, table));
  const others = portion > 1 ? [] : (['organisations', 'places'] as const);
  return [
    ...(isCut(table) ? rows('services', services) : []),
    ...others.flatMap((kind) => rows(kind, reader.content.addresses(kind, SOURCE_LANGUAGE))),
  ];
}

/** What every HSDS list says of itself, and of each service enough to choose it and the address of the rest. */
function serviceList(reader: Reader): object {
  const { content } = reader;
  const contents = content
    .list('services', SOURCE_LANGUAGE)
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ document, slug, summary, title }) => ({
      ...{ id: idOf(reader, 'services', document), name: title, description: summary },
      ...{ status: 'active', uri: `${content.site}${HSDS}services/${slug}.json` },
    }));
  return {
    ...{ total_items: contents.length, total_pages: 1, page_number: 1, size: contents.length },
    ...{ first_page: true, last_page: true, empty: contents.length === 0, contents },
  };
}

/** A service with all that belongs to it, one within the other. */
function serviceBySlug(reader: Reader, slug: string): object {
  const document = reader.content.bySlug('services', slug) ?? '';
  const own = (table: Table) => rowsOf(reader, { kind: 'services', document }, table);
  const [service] = own('service');
  if (service === undefined) throw new Error(`There is no service "${slug}" to export.`);
  const asked = { kind: 'services', document, language: SOURCE_LANGUAGE } as const;
  const content = readable(reader.content, asked)?.content;
  const places = content?.places ?? [];
  const terms = new Map(termRows(reader).map((term) => [term.id, term]));
  return {
    ...without(service, 'organization_id', 'program_id'),
    organization: organizationIn(reader, content?.organisation.document ?? ''),
    service_areas: within(own('service_area')),
    service_at_locations: own('service_at_location').map((row) => ({
      ...without(row, 'service_id', 'location_id'),
      location: locationIn(reader, places, row.location_id ?? null),
    })),
    phones: within(own('phone')),
    schedules: within(own('schedule')),
    languages: within(own('language')),
    cost_options: within(own('cost_option')),
    attributes: own('attribute').map((row) => ({
      ...without(row, 'link_id', 'taxonomy_term_id'),
      taxonomy_term: terms.get(String(row.taxonomy_term_id)) ?? null,
    })),
  };
}

function organizationIn(reader: Reader, document: string): object | null {
  const own = (table: Table) => rowsOf(reader, { kind: 'organisations', document }, table);
  const [organization] = own('organization');
  return organization === undefined ? null : { ...organization, phones: within(own('phone')) };
}

function locationIn(
  reader: Reader,
  places: readonly { readonly document: string }[],
  id: string | number | null,
): object | null {
  const place = places.find(({ document }) => idOf(reader, 'places', document) === id);
  const own = (table: Table) =>
    rowsOf(reader, { kind: 'places', document: place?.document ?? '' }, table);
  const [location] = own('location');
  if (location === undefined) return null;
  return {
    ...without(location, 'organization_id'),
    addresses: within(own('address')),
    phones: within(own('phone')),
    schedules: within(own('schedule')),
    accessibility: within(own('accessibility')),
  };
}

/** What a row within another need not say again. */
function within(rows: readonly Row[]): readonly object[] {
  const owners = ['service_id', 'location_id', 'organization_id', 'service_at_location_id'];
  return rows.map((row) => without(row, ...owners, 'contact_id', 'phone_id'));
}

function without(row: Row, ...names: readonly string[]): object {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));
}

function datapackage(content: Content): object {
  const { licence, name } = content.trust;
  return {
    ...{ name: 'human_services_data', title: `Services: ${name}`, profile: 'tabular-data-package' },
    ...{ version: '3.0.0', homepage: `${content.site}${HSDS}` },
    licenses: [{ title: licence.name, path: licence.url }],
    resources: tableNames.flatMap((table) =>
      Array.from({ length: isCut(table) ? portionsOf(content) : 1 }, (_, at) => ({
        ...{ name: at === 0 ? table : `${table}-${at + 1}`, path: fileOf(table, at + 1) },
        ...{ format: 'csv', mediatype: 'text/csv', encoding: 'utf-8' },
        ...{ profile: 'tabular-data-resource' },
        schema: {
          primaryKey: 'id',
          fields: tables[table].map((field) => ({ name: field, type: typeOf(field) })),
          missingValues: [''],
        },
      })),
    ),
  };
}

function typeOf(field: string): string {
  const numbers = ['minimum_age', 'maximum_age', 'amount', 'latitude', 'longitude'];
  return numbers.includes(field) ? 'number' : 'string';
}
