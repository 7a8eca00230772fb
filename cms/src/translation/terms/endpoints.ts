/** The wordings of the terms in one language as a table: out for whoever reads the language, in for who writes terms. */

import {
  changedWordings,
  judgeTable,
  rowOf,
  type TermCopy,
  type TermsReport,
  termColumns,
} from '@charterpress/shared/domain/translation/terms-table.ts';
import { may } from '@charterpress/shared/roles.ts';
import words from '@charterpress/shared/strings/memory.json' with { type: 'json' };
import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import {
  commitTransaction,
  type Endpoint,
  initTransaction,
  killTransaction,
  type PayloadRequest,
} from 'payload';
import { rolesOf } from '../../access/collections.ts';
import { refuse } from '../../publishing/asked.ts';
import { attached, CSV } from '../../publishing/attached.ts';
import { notAllowed } from '../../publishing/sentences.ts';
import { isTranslated } from '../languages.ts';
import { twoSteps } from '../two-steps.ts';
import { mayHere } from '../who.ts';

/** Changes working copies alone: what translations are checked by changes when the terms are published. */
export const termsTableEndpoints: readonly Endpoint[] = [
  { path: '/translation/:language/terms.csv', method: 'get', handler: takeOut },
  ...twoSteps<Rows, Report>({
    path: 'terms',
    may: (req) => may(rolesOf(req), 'write', 'terms'),
    read: async (bytes) => rowsIn(bytes) ?? { refused: words.refused['not-csv'] },
    reportOn,
    apply,
  }),
];

type Rows = Parameters<typeof judgeTable>[0];

async function takeOut(req: PayloadRequest): Promise<Response> {
  const language = String(req.routeParams?.language);
  if (!isTranslated(language) || !mayHere(req, 'read', language)) return refuse(403, notAllowed());
  const rows = (await copies(req)).map((copy) => rowOf(copy, language));
  const table = stringify(rows, {
    bom: true,
    columns: [...termColumns],
    escape_formulas: true,
    header: true,
  });
  return attached(table, { name: `terms.${language}.csv`, type: CSV });
}

type Report = Pick<TermsReport, 'changes' | 'unchanged'> & {
  readonly accepted: number;
  readonly left: number;
  readonly reasons: readonly { readonly row: number; readonly why: string }[];
};

async function reportOn(req: PayloadRequest, rows: Rows, language: string): Promise<Report> {
  const { changes, refused, unchanged } = judgeTable(rows, await copies(req), language);
  const reasons = refused.map(({ row, why }) => ({ row, why: words.rows[why] }));
  return { changes, unchanged, accepted: changes.length, left: refused.length, reasons };
}

/** As the person who asks, all of it or nothing: a working copy that somebody saved since is refused by its revision. */
async function apply(
  req: PayloadRequest,
  { language }: { readonly language: string },
  { changes }: Report,
) {
  if (changes.length === 0) return { refused: words.refused.nothing };
  const current = await copies(req);
  const isOurs = await initTransaction(req);
  try {
    for (const { becomes, document, revision } of changes) {
      const wordings = current.find((copy) => copy.document === document)?.wordings ?? [];
      await req.payload.update({
        ...{ collection: 'terms', id: document, req, overrideAccess: false },
        data: { wordings: changedWordings(wordings, language, becomes), revision } as never,
      });
    }
    if (isOurs) await commitTransaction(req);
  } catch (error) {
    if (isOurs) await killTransaction(req);
    throw error;
  }
  return { changed: changes.length };
}

/** The working copies, with the rows as they are kept: those of other languages stay what they are. */
async function copies(req: PayloadRequest): Promise<readonly TermCopy[]> {
  const { docs } = await req.payload.find({
    ...{ collection: 'terms', sort: 'term', depth: 0, limit: 0, pagination: false, req },
    overrideAccess: false,
  });
  return docs.map((doc) => ({
    document: String(doc.id),
    revision: Number(doc.revision ?? 0),
    term: doc.term ?? '',
    plainMeaning: doc.plainMeaning ?? '',
    staysLatin: doc.staysLatin ?? false,
    wordings: (doc.wordings ?? []) as unknown as TermCopy['wordings'],
  }));
}

/** `null` for what is not the table. A quotation mark before a formula is the one that we wrote. */
function rowsIn(bytes: Uint8Array): Rows | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const rows = parse(text, { bom: true, columns: true, skip_empty_lines: true }) as TableRow[];
    const isWhole = rows.every((row) => needed.every((name) => typeof row[name] === 'string'));
    return isWhole && rows.length > 0 ? rows.map(plainRow) : null;
  } catch (error) {
    if (error instanceof CsvError || error instanceof TypeError) return null;
    throw error;
  }
}

type TableRow = Readonly<Record<string, string>>;
const needed = ['document', 'approved', 'forbidden'] as const;

function plainRow(row: TableRow) {
  const cell = (name: (typeof needed)[number]) =>
    (row[name] ?? '').replace(/^'(?=[=+\-@\t\r])/, '');
  return { document: cell('document'), approved: cell('approved'), forbidden: cell('forbidden') };
}
