/**
 * The published rules of XLIFF: the schemas of OASIS, read by libxml2, and the constraints of 2.1 that a schema has no
 * words for.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';

const folder = join(import.meta.dirname, 'xliff-schemas');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

/** Where each schema looks for that of `xml:lang` and `xml:space`: nothing is fetched in a test. */
const elsewhere = /schemaLocation="[^"]*xml\.xsd"/;
const schemas = {
  '1.2': read('xliff-core-1.2-strict.xsd').replace(elsewhere, 'schemaLocation="xml.xsd"'),
  '2.1': read('xliff-core-2.0.xsd').replace(elsewhere, 'schemaLocation="xml.xsd"'),
};
const preload = [{ fileName: 'xml.xsd', contents: read('xml.xsd') }];

/** What is wrong with files of this version; none when they keep its rules. Several at once, for each call costs a start. */
export async function xliffFaults(
  version: '1.2' | '2.1',
  files: readonly string[],
): Promise<readonly string[]> {
  const xml = files.map((contents, at) => ({ fileName: `${at}.xlf`, contents }));
  const { errors } = await validateXML({ xml, schema: [schemas[version]], preload });
  return errors.map(({ rawMessage }) => rawMessage);
}
