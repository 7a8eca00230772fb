/** The translation memory of a language as TMX: out for whoever reads the language, in for its translators. */

import { Readable } from 'node:stream';
import { digestOf } from '@charterpress/shared/domain/digest.ts';
import { type Remembered, textHashOf } from '@charterpress/shared/domain/translation/memory.ts';
import {
  readTmx,
  type TmxPair,
  type TmxRead,
  tmxOf,
} from '@charterpress/shared/domain/translation/tmx.ts';
import { language as languageOf } from '@charterpress/shared/languages.ts';
import words from '@charterpress/shared/strings/memory.json' with { type: 'json' };
import type { Endpoint, PayloadRequest } from 'payload';
import { refuse } from '../../publishing/asked.ts';
import { attached } from '../../publishing/attached.ts';
import { inLedger } from '../../publishing/ledger.ts';
import { notAllowed } from '../../publishing/sentences.ts';
import { filled } from '../../words/filled.ts';
import { isTranslated } from '../languages.ts';
import { handedIn, isTokenOf, tokenFor } from '../two-steps.ts';
import { mayHere, whoOf } from '../who.ts';
import { MEMORY } from './collection.ts';
import { rememberRows } from './remember.ts';

export const memoryFileEndpoints: readonly Endpoint[] = [
  { path: '/translation/:language/memory.tmx', method: 'get', handler: takeOut },
  {
    path: '/translation/:language/memory/import',
    method: 'post',
    handler: (req) => takeIn(req, 'look'),
  },
  {
    path: '/translation/:language/memory/import/apply',
    method: 'post',
    handler: (req) => takeIn(req, 'apply'),
  },
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

async function takeIn(req: PayloadRequest, step: 'look' | 'apply'): Promise<Response> {
  const language = String(req.routeParams?.language);
  if (!isTranslated(language) || !mayHere(req, 'translate', language))
    return refuse(403, notAllowed());
  const file = await handedIn(req);
  if (file === null) return refuse(400, words.refused['no-file']);
  const read = file === 'too-large' ? tooLarge : readTmx(file.bytes, language);
  if (!read.ok || file === 'too-large') return refuse(422, refusedWords(read, language));
  const report = await reportOn(req, read, language);
  const token = tokenFor(req, { bytes: file.bytes, report, to: `memory ${language}` });
  if (step === 'look') return Response.json({ ...report, token });
  if (!isTokenOf(file.token, token)) return refuse(409, words.refused.changed);
  await inLedger(req.payload, async ({ at, note, req: within }) => {
    const by = whoOf(req).email;
    const rows = read.pairs.map((pair) => rowFrom(pair, { at, by, file: file.name }));
    await rememberRows(within, language, rows);
    const nothing = { kind: '', document: '', sequence: null, reason: String(rows.length) };
    const digest = digestOf(rows.map(({ place }) => place));
    await note({ ...nothing, by, language, digest, did: 'took in a translation memory' });
  });
  return Response.json({ remembered: read.pairs.length });
}

const tooLarge = { ok: false, refused: 'too-large' } as const;

function refusedWords(read: TmxRead, language: string): string {
  const why = read.ok ? 'too-large' : read.refused;
  return filled(words.refused[why], { language: languageOf(language)?.englishName ?? language });
}

/** What taking the file in would do. */
async function reportOn(
  req: PayloadRequest,
  { pairs, refused }: Extract<TmxRead, { ok: true }>,
  language: string,
) {
  const places = pairs.map(placeOf);
  const known = await req.payload.db.connection
    .collection(MEMORY)
    .countDocuments({ language, place: { $in: [...new Set(places)] } });
  const shown = refused.slice(0, MOST_SHOWN).map(({ at, why }) => ({ at, why: words.pairs[why] }));
  return { accepted: pairs.length, known, refused: refused.length, shown };
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
