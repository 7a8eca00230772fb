/** About how many rows of the memory hold a word: asked once in a while, so that a look-up asks the database but twice. */
import type { Payload } from 'payload';
import { MEMORY } from './collection.ts';

type HowCommon = (gram: string) => number;
type Known = { readonly until: number; readonly howCommon: Promise<HowCommon> };

/** Rows that are read for it: a word in none of them is in few rows altogether. */
const SAMPLE = 3_000;
/** In milliseconds. It only decides what is looked at first, so it may be old. */
const LASTS = 10 * 60_000;

const known = new Map<string, Known>();

export function howCommon(payload: Payload, language: string): Promise<HowCommon> {
  const kept = known.get(language);
  if (kept !== undefined && kept.until > Date.now()) return kept.howCommon;
  const asked = ask(payload, language);
  known.set(language, { until: Date.now() + LASTS, howCommon: asked });
  // Whoever asks next asks anew.
  asked.catch(() => known.delete(language));
  return asked;
}

/** In the order of the hashes of their texts, rows come as by lot. */
async function ask(payload: Payload, language: string): Promise<HowCommon> {
  const rows = payload.db.connection.collection<{ grams: string[] }>(MEMORY);
  const [all, sample] = await Promise.all([
    rows.countDocuments({ language }),
    rows
      .find({ language }, { projection: { grams: 1, _id: 0 } })
      .sort({ language: 1, textHash: 1 })
      .limit(SAMPLE)
      .toArray(),
  ]);
  const counts = new Map<string, number>();
  for (const { grams } of sample) {
    for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  const each = all / Math.max(sample.length, 1);
  return (gram) => Math.ceil((counts.get(gram) ?? 0.5) * each);
}
