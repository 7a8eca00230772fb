/** The tables of HSDS 3.0 that we fill, with its own names of their fields in its own order; and its names of the files. */
export const tables = {
  organization: [
    ...['id', 'name', 'alternate_name', 'description', 'email', 'website', 'tax_status', 'tax_id'],
    ...['year_incorporated', 'legal_status', 'logo', 'uri', 'parent_organization_id'],
  ],
  service: [
    ...['id', 'organization_id', 'program_id', 'name', 'alternate_name', 'description', 'url'],
    ...['email', 'status', 'interpretation_services', 'application_process', 'fees_description'],
    ...['wait_time', 'fees', 'accreditations', 'eligibility_description', 'minimum_age'],
    ...['maximum_age', 'assured_date', 'assurer_email', 'licenses', 'alert', 'last_modified'],
  ],
  service_area: ['id', 'service_id', 'name', 'description', 'extent', 'extent_type', 'uri'],
  service_at_location: ['id', 'service_id', 'location_id', 'description'],
  location: [
    ...['id', 'location_type', 'url', 'organization_id', 'name', 'alternate_name', 'description'],
    ...['transportation', 'latitude', 'longitude', 'external_identifier'],
    'external_identifier_type',
  ],
  address: [
    ...['id', 'location_id', 'attention', 'address_1', 'address_2', 'city', 'region'],
    ...['state_province', 'postal_code', 'country', 'address_type'],
  ],
  phone: [
    ...['id', 'location_id', 'service_id', 'organization_id', 'contact_id'],
    ...['service_at_location_id', 'number', 'extension', 'type', 'description'],
  ],
  schedule: [
    ...['id', 'service_id', 'location_id', 'service_at_location_id', 'valid_from', 'valid_to'],
    ...['dtstart', 'timezone', 'until', 'count', 'wkst', 'freq', 'interval', 'byday', 'byweekno'],
    ...['bymonthday', 'byyearday', 'description', 'opens_at', 'closes_at', 'schedule_link'],
    ...['attending_type', 'notes'],
  ],
  language: ['id', 'service_id', 'location_id', 'phone_id', 'name', 'code', 'note'],
  accessibility: ['id', 'location_id', 'description', 'details', 'url'],
  cost_option: [
    ...['id', 'service_id', 'valid_from', 'valid_to', 'option', 'currency', 'amount'],
    'amount_description',
  ],
  taxonomy: ['id', 'name', 'description', 'uri', 'version'],
  taxonomy_term: [
    ...['id', 'code', 'name', 'description', 'parent_id', 'taxonomy', 'language', 'taxonomy_id'],
    'term_uri',
  ],
  attribute: ['id', 'link_id', 'taxonomy_term_id', 'link_type', 'link_entity', 'value'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Table = keyof typeof tables;

export const tableNames = Object.keys(tables) as readonly Table[];

/** As the specification calls the file of each table. */
export const files: Readonly<Record<Table, string>> = {
  organization: 'organizations',
  service: 'services',
  service_area: 'service_areas',
  service_at_location: 'service_at_location',
  location: 'locations',
  address: 'addresses',
  phone: 'phones',
  schedule: 'schedules',
  language: 'languages',
  accessibility: 'accessibility',
  cost_option: 'cost_options',
  taxonomy: 'taxonomies',
  taxonomy_term: 'taxonomy_terms',
  attribute: 'attributes',
};

/** What is not known is `null`, never an empty text and never a guess. */
export type Row = Readonly<Record<string, string | number | null>> & { readonly id: string };

/** A row with every field of its table, in the order of the table. */
export function rowOf(table: Table, known: Row): Row {
  const fields: readonly string[] = tables[table];
  const odd = Object.keys(known).find((name) => !fields.includes(name));
  if (odd !== undefined) throw new Error(`HSDS 3.0 has no field "${odd}" in its table "${table}".`);
  return Object.fromEntries(fields.map((name) => [name, known[name] ?? null])) as Row;
}

/** Comma-separated values as RFC 4180 has them. `null` is nothing between two commas. */
export function csvOf(table: Table, rows: readonly Row[]): string {
  const fields = tables[table];
  const lines = rows.map((row) => fields.map((name) => cellOf(row[name] ?? null)).join(','));
  return `${[fields.join(','), ...lines].join('\r\n')}\r\n`;
}

function cellOf(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
