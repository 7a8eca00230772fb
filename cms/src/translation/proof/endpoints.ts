/** Proof sheets over REST: to print, and what comes back from a reader who never signs in. */
import words from '@charterpress/shared/strings/exchange.json' with { type: 'json' };
import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { bodyOf, refuse, sentences, written } from '../../publishing/asked.ts';
import { notAllowed, notReadable } from '../../publishing/sentences.ts';
import { filled } from '../../words/filled.ts';
import { translationIn } from '../endpoints.ts';
import { mayTakeOut } from '../exchange/who.ts';
import { keyIn, type LineDone, type NotKeyedIn } from './key-in.ts';
import { proofPage } from './page.ts';
import { sheetBy } from './records.ts';
import { printed } from './sheet.ts';

const proof = '/translation/:language/:kind/:document/proof';

export const proofEndpoints: Endpoint[] = [
  { path: proof, method: 'get', handler: print },
  { path: proof, method: 'post', handler: receive },
  { path: `${proof}/:sheet`, method: 'get', handler: lines },
];

async function print(req: PayloadRequest): Promise<Response> {
  const of = translationIn(req);
  if (of === null || !mayTakeOut(req, of.language)) return refuse(403, notAllowed());
  const paper = await printed(req, of);
  return paper === null ? refuse(404, words.refused.unknownTranslation) : proofPage(paper);
}

/** Which segment stands at which line of a sheet, for the form that the paper is keyed into. */
async function lines(req: PayloadRequest): Promise<Response> {
  const of = translationIn(req);
  if (of === null || !mayTakeOut(req, of.language)) return refuse(403, notAllowed());
  const sheet = await sheetBy(req, of, String(req.routeParams?.sheet));
  if (sheet === null) return refuse(404, words.refusedProof.unknownSheet);
  const numbered = sheet.lines.map(({ key, number }) => ({ key, number }));
  return Response.json({ sheet: sheet.code, printedAt: sheet.at, lines: numbered });
}

const LONGEST_TARGET = 20_000;
const paperBody = z.strictObject({
  sheet: z.string().max(40),
  approvedBy: sentences(200),
  when: z.string().max(10),
  corrections: z
    .array(z.strictObject({ key: z.string().max(500), target: written.max(LONGEST_TARGET) }))
    .max(5000),
});

async function receive(req: PayloadRequest): Promise<Response> {
  const of = translationIn(req);
  if (of === null || !mayTakeOut(req, of.language)) return refuse(403, notAllowed());
  const body = paperBody.safeParse(await bodyOf(req));
  if (!body.success) return refuse(400, notReadable(z.prettifyError(body.error)));
  const { approvedBy, corrections, sheet, when } = body.data;
  const byKey = new Map(corrections.map(({ key, target }) => [key, target]));
  const keyed = await keyIn(req, of, { sheet, readBy: approvedBy, when, corrections: byKey });
  return keyed.ok ? Response.json(counted(keyed.lines)) : refusalOf(keyed);
}

function counted(all: readonly LineDone[]) {
  const these = (is: LineDone['is']) => all.filter((line) => line.is === is);
  return {
    approved: these('approved').length,
    corrected: these('corrected').length,
    left: these('left').map(({ key, number, why }) => ({
      ...{ key, number, why },
      sentence: why === null ? null : words.lineLeft[why],
    })),
  };
}

/** 404 for what there is not, 403 to the wrong person, 422 for what can be put right. */
function refusalOf(not: NotKeyedIn): Response {
  if (not.refused === 'unknown') return refuse(404, words.refused.unknownTranslation);
  const sentence = filled(words.refusedProof[not.refused], {
    who: 'who' in not ? not.who : '',
    found: 'found' in not ? not.found : '',
  });
  if (not.refused === 'unknownSheet') return refuse(404, sentence);
  const isPerson = not.refused === 'ownWork' || not.refused === 'readerIsTranslator';
  return refuse(isPerson ? 403 : 422, sentence);
}
