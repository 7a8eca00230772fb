/** The translation memory of a language as TMX: out for whoever reads the language, in for its translators. */

import { Readable } from 'node:stream';
import { digestOf } from '@charterpress/shared/domain/digest.ts';
import { type Remembered, textHashOf } from '@charterpress/shared/domain/translation/memory.ts';
import { type TmxPair, type TmxRead, tmxOf } from '@charterpress/shared/domain/translation/tmx.ts';
import { language as languageOf } from '@charterpress/shared/languages.ts';
import words from '@charterpress/shared/strings/memory.json' with { type: 'json' };
import type { Endpoint, PayloadRequest } from 'payload';
import { refuse } from '../../publishing/asked.ts';
import { attached } from '../../publishing/attached.ts';
import { inLedger } from '../../publishing/ledger.ts';
import { notAllowed } from '../../publishing/sentences.ts';
import { filled } from '../../words/filled.ts';
import { isTranslated } from '../languages.ts';
import { read } from '../reading.ts';
import { twoSteps } from '../two-steps.ts';
import { mayHere, whoOf } from '../who.ts';
import { MEMORY } from './collection.ts';
import { rememberRows } from './remember.ts';

export const memoryFileEndpoints: readonly Endpoint[] = [
  { path: '/translation/:language/memory.tmx', method: 'get', handler: takeOut },
  ...twoSteps<Tmx, Report>({
    path: 'memory',
    may: (req, language) => mayHere(req, 'translate', language),
    read: readMemory,
    reportOn,
    apply: takeIn,
  }),
];

/** What was reviewed here; what a file brought is somebody else's. */
async function takeOut(req: PayloadRequest): Promise<Response> {
  const language = String(req.routeParams?.language);
  if (!isTranslated(language) || !mayHere(req, 'read', language)) return refuse(403, notAllowed());
  const rows = req.payload.db.connection
    .collection<Remembered>(MEMORY)
    .find({ language, file: null }, { projection: { source: 1, target: 1, by: 1, at: 1 } })
    .sort({ document: 1, _id: 1 });
  const pairs = await rows.toArray();
  const pieces = tmxOf({ language, madeAt: new Date().toISOString(), pairs });
  return attached(Readable.toWeb(Readable.from(encoded(pieces))) as ReadableStream, {
    name: `memory.${language}.tmx`,
    type: 'application/x-tmx+xml; charset=utf-8',
  });
}

function* encoded(pieces: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  for (const piece of pieces) yield encoder.encode(piece);
}

type Tmx = Extract<TmxRead, { ok: true }>;

async function readMemory(bytes: Uint8Array, language: string): Promise<Tmx | { refused: string }> {
  const tmx = await read({ as: 'tmx', bytes, language });
  if (tmx.ok) return tmx;
  const name = languageOf(language)?.englishName ?? language;
  return { refused: filled(words.refused[tmx.refused], { language: name }) };
}

type File = { readonly name: string; readonly language: string; readonly read: Tmx };

async function takeIn(req: PayloadRequest, { language, name, read: { pairs } }: File) {
  await inLedger(req.payload, async ({ at, note, req: within }) => {
    const by = whoOf(req).email;
    const rows = pairs.map((pair) => rowFrom(pair, { at, by, file: name }));
    await rememberRows(within, language, rows);
    const nothing = { kind: '', document: '', sequence: null, reason: String(rows.length) };
    const digest = digestOf(rows.map(({ place }) => place));
    await note({ ...nothing, by, language, digest, did: 'took in a translation memory' });
  });
  return { remembered: pairs.length };
}

type Report = {
  readonly accepted: number;
  /** Those of them that are remembered already. */
  readonly known: number;
  readonly left: number;
  readonly reasons: readonly { readonly at: number; readonly why: string }[];
};

/** What taking the file in would do. */
async function reportOn(
  req: PayloadRequest,
  { pairs, refused }: Tmx,
  language: string,
): Promise<Report> {
  const places = pairs.map(placeOf);
  const known = await req.payload.db.connection
    .collection(MEMORY)
    .countDocuments({ language, place: { $in: [...new Set(places)] } });
  const shown = refused.slice(0, MOST_SHOWN);
  const reasons = shown.map(({ at, why }) => ({ at, why: words.pairs[why] }));
  return { accepted: pairs.length, known, left: refused.length, reasons };
}

const MOST_SHOWN = 200;

function placeOf({ source, target }: TmxPair): string {
  return `file ${textHashOf(source)} ${textHashOf(target)}`;
}

/** A suggestion and nothing more: whose file it came from is said, and no review follows from it. */
function rowFrom(
  pair: TmxPair,
  { at, by, file }: { readonly at: string; readonly by: string; readonly file: string },
): Remembered & { readonly place: string } {
  const nowhere = { kind: null, document: null, key: null, previousHash: null, nextHash: null };
  const { source, target } = pair;
  const place = placeOf(pair);
  return { ...nowhere, source, target, place, file, by: pair.by ?? by, at: pair.at ?? at };
}
