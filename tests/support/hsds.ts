/** Whether an export is as HSDS 3.0 says. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import schema from './hsds-schemas/hsds-3.0.json' with { type: 'json' };

const formats = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  'date-time': (value: string) => !Number.isNaN(Date.parse(value)),
  email: /^[^@\s]+@[^@\s]+\.[^@\s]+$/,
  time: /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/,
  uri: (value: string) => URL.canParse(value),
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
};

const ajv = new Ajv2020({ allErrors: true, formats, keywords: ['files'] });
ajv.addSchema(schema);

export type HsdsTable = keyof typeof schema.files;

/** What the specification calls the file of each table. */
export const hsdsPaths: Readonly<Record<HsdsTable, string>> = schema.files;

/** What is wrong with a service and all that is within it. */
export function faultsInService(service: unknown): readonly string[] {
  return faultsBy('service', service);
}

/** What is wrong with a row of a table, whose empty cells have no value. */
export function faultsInRow(table: string, row: Readonly<Record<string, string>>) {
  const types: Readonly<Record<string, { readonly type?: string }>> =
    schema.$defs[`${table as HsdsTable}_row`].properties;
  const cells = Object.entries(row).filter(([, cell]) => cell !== '');
  const values = cells.map(([name, cell]) => [
    name,
    types[name]?.type === 'number' ? Number(cell) : cell,
  ]);
  return faultsBy(`${table}_row`, Object.fromEntries(values));
}

/** The rows of a table by the names in its head, as RFC 4180 has them. */
export function rowsIn(csv: string): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...rows] = csv
    .replace(/\r\n$/, '')
    .split(/\r\n(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map(cellsIn);
  return rows.map((cells) => Object.fromEntries(head.map((name, at) => [name, cells[at] ?? ''])));
}

function cellsIn(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
    ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain,
  );
}

function faultsBy(name: string, value: unknown): readonly string[] {
  const isValid = ajv.getSchema(`hsds-3.0#/$defs/${name}`);
  if (isValid === undefined) return [`HSDS 3.0 has no "${name}".`];
  if (isValid(value)) return [];
  return (isValid.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${name}${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}
