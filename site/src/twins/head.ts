/** What every twin says before all else: where its schema is, whose it is, and what may be done with it. */
import type { Content } from '../content/content.ts';
import { SCHEMA_PATH } from './schema.ts';

type Asked = { readonly language: string; readonly path: string };

export function headOf({ site, trust }: Content, { language, path }: Asked): object {
  return {
    $schema: site + SCHEMA_PATH,
    address: site + path,
    language,
    publisher: trust.name,
    licence: { name: trust.licence.name, address: trust.licence.url },
  };
}
