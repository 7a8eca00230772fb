/** The languages of a document, by its editions. */
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { editionsOf } from '../fields/edition.ts';
import type { EditionAddress, Ledger, StoredEdition } from './ledger.ts';
import { editionsWhere } from './stored.ts';

type Of = Pick<EditionAddress, 'kind' | 'document'>;

/** The languages in which a document was ever published. */
export async function languagesOf(ledger: Pick<Ledger, 'req'>, of: Of): Promise<readonly string[]> {
  const { values } = await ledger.req.payload.db.findDistinct({
    collection: editionsOf(of.kind),
    field: 'language',
    where: { document: { equals: of.document } },
    sort: 'language',
    req: ledger.req,
  });
  return values.map((each) => String(each.language));
}

/** The newest edition of each translation, whatever its action. */
export async function translationsOf(ledger: Ledger, of: Of): Promise<readonly StoredEdition[]> {
  const others = (await languagesOf(ledger, of)).filter((tag) => tag !== SOURCE_LANGUAGE);
  const newest: StoredEdition[] = [];
  for (const language of others) {
    const edition = await ledger.newest({ ...of, language });
    if (edition !== null) newest.push(edition);
  }
  return newest;
}

export async function readableTranslations(
  ledger: Ledger,
  of: Of,
): Promise<readonly StoredEdition[]> {
  return (await translationsOf(ledger, of)).filter(({ action }) => action === 'published');
}

/** Every English edition of a document, oldest first. */
export async function englishEditions(
  ledger: Pick<Ledger, 'req'>,
  of: Of,
): Promise<readonly StoredEdition[]> {
  const { document, kind } = of;
  const which = { kind, document, language: SOURCE_LANGUAGE };
  return editionsWhere(ledger.req, which, { sort: { number: 1 } });
}
