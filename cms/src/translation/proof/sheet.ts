/** What a proof sheet is made of: the same words as a file for an agency, and what its facts are called. */
import { sheetOf } from '@charterpress/shared/domain/translation/files/proof.ts';
import type { PayloadRequest } from 'payload';
import { titlesOf } from '../../admin/titles.ts';
import { outgoing } from '../exchange/outgoing.ts';
import type { Translation } from '../records.ts';
import type { Paper } from './page.ts';
import { keepSheet } from './records.ts';

/** `null` where there is no English to translate. What is printed is noted, so that it can come back. */
export async function printed(req: PayloadRequest, of: Translation): Promise<Paper | null> {
  const sent = await outgoing(req, of);
  if (sent === null) return null;
  const { file, publishedAt } = sent;
  const about = [of.kind, of.document, of.language, file.edition];
  const sheet = await keepSheet(req, of, sheetOf(about, file.units));
  const codes = file.units.flatMap(({ segment }) => segment.codes);
  const facts = codes.flatMap((code) => (code.is === 'fact' ? [code.fact] : []));
  const title = await titlesOf(req.payload, facts);
  const names = new Map(facts.map((fact) => [fact.document, title(fact)] as const));
  return { file, sheet, publishedAt, facts: names };
}
