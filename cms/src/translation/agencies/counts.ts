/** How many words there are to translate, as agencies count them: by how much of it the memory knows. */
import type { UnitState } from '@charterpress/shared/domain/translation/files/transfer.ts';
import {
  type BandCounts,
  type BestMatch,
  countByBand,
} from '@charterpress/shared/domain/translation/word-count.ts';
import type { PayloadRequest } from 'payload';
import { outgoing } from '../exchange/outgoing.ts';
import { suggest } from '../memory/suggest.ts';
import type { Translation } from '../records.ts';
import { type Deadline, deadlinesIn } from './deadlines.ts';

export type DocumentCount = Translation & {
  readonly title: string;
  readonly bands: BandCounts;
  readonly due: Deadline | null;
};

export type Counted = {
  readonly documents: readonly DocumentCount[];
  /** Of all together: what stands in several documents is `repeated` in all but the first. */
  readonly total: BandCounts;
};

type Countable = { readonly hash: string; readonly text: string; readonly best: BestMatch | null };

/** In this order. What readers do not have in English is left out. */
export async function countWords(
  req: PayloadRequest,
  language: string,
  chosen: readonly Translation[],
): Promise<Counted> {
  const deadlines = await deadlinesIn(req, [language]);
  const documents: DocumentCount[] = [];
  const all: Countable[] = [];
  for (const of of chosen) {
    const sent = await outgoing(req, of);
    if (sent === null) continue;
    const segments = await countable(req, of, sent.file.units);
    all.push(...segments);
    const { title } = sent.file;
    const due = deadlines.get(`${of.document}/${language}`) ?? null;
    documents.push({ ...of, title, bands: countByBand(segments), due });
  }
  return { documents, total: countByBand(all) };
}

type Units = NonNullable<Awaited<ReturnType<typeof outgoing>>>['file']['units'];

/** What is translated already, or waits for its second person, costs no agency anything. */
const toTranslate: readonly UnitState[] = ['untranslated', 'draft', 'behind'];

async function countable(
  req: PayloadRequest,
  { document, language }: Translation,
  units: Units,
): Promise<readonly Countable[]> {
  const found: Countable[] = [];
  for (const [at, { segment, state }] of units.entries()) {
    if (!toTranslate.includes(state)) continue;
    const { hash, key, text } = segment;
    const previousHash = units[at - 1]?.segment.hash ?? null;
    const nextHash = units[at + 1]?.segment.hash ?? null;
    const sought = { text, document, key, previousHash, nextHash, language };
    const [best = null] = await suggest(req, sought);
    found.push({ hash, text, best });
  }
  return found;
}
