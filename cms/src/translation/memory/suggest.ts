/**
 * Looking up the translation memory: what was reviewed of the same English, and of English much like it. Why in MongoDB
 * and how quick: shared/decisions/memory.md.
 */
import {
  gramsOf,
  type Remembered,
  rarest,
  type Sought,
  type Suggestion,
  suggestionsFrom,
  textHashOf,
} from '@charterpress/shared/domain/translation/memory.ts';
import type { Payload, PayloadRequest } from 'payload';
import { MEMORY } from './collection.ts';
import { howCommon } from './how-common.ts';

/** Enough rows to hold whatever is much alike, few enough to compare while somebody waits. */
const MOST_CANDIDATES = 1_000;
/** Of what is found by words, how many are compared word by word. */
const MOST_COMPARED = 40;
/** Of the same text, the newest. */
const MOST_EXACT = 20;

export async function suggest(
  req: Pick<PayloadRequest, 'payload'>,
  sought: Sought & { readonly language: string },
): Promise<readonly Suggestion[]> {
  const [same, alike] = await Promise.all([
    sameText(req.payload, sought),
    alikeTexts(req.payload, sought),
  ]);
  return suggestionsFrom(sought, [...same, ...alike]);
}

function sameText(
  payload: Payload,
  { language, text }: { readonly language: string; readonly text: string },
): Promise<Remembered[]> {
  return rowsIn(payload)
    .find({ language, textHash: textHashOf(text) }, { projection: withoutGrams })
    .sort({ at: -1 })
    .limit(MOST_EXACT)
    .toArray();
}

/** Those that share the rarest words and pairs of words, and of these the ones that share most. */
async function alikeTexts(
  payload: Payload,
  { language, text }: { readonly language: string; readonly text: string },
): Promise<Remembered[]> {
  const grams = gramsOf(text);
  const rowsWith = await howCommon(payload, language);
  const rare = rarest(grams, rowsWith, MOST_CANDIDATES);
  return rowsIn(payload)
    .aggregate<Remembered>([
      { $match: { language, grams: { $in: rare } } },
      { $limit: MOST_CANDIDATES },
      { $project: { at: 1, grams: 1 } },
      { $set: { shared: { $size: { $setIntersection: ['$grams', grams] } } } },
      { $set: { share: { $divide: ['$shared', { $add: [{ $size: '$grams' }, grams.length] }] } } },
      { $sort: { share: -1, at: -1 } },
      { $limit: MOST_COMPARED },
      { $lookup: { from: MEMORY, localField: '_id', foreignField: '_id', as: 'row' } },
      { $replaceWith: { $first: '$row' } },
      { $project: withoutGrams },
    ])
    .toArray();
}

function rowsIn(payload: Payload) {
  return payload.db.connection.collection<Remembered>(MEMORY);
}

const withoutGrams = { _id: 0, grams: 0, place: 0, textHash: 0, language: 0 } as const;
