/** What an agency is asked and until when, over REST. */
import { isDay } from '@charterpress/shared/domain/london-time.ts';
import words from '@charterpress/shared/strings/exchange.json' with { type: 'json' };
import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { bodyOf, refuse, written } from '../../publishing/asked.ts';
import { notAllowed, notReadable } from '../../publishing/sentences.ts';
import { translationIn } from '../endpoints.ts';
import { chosenIn } from '../exchange/endpoints.ts';
import { MOST_FILES } from '../exchange/unzip.ts';
import { mayTakeOut } from '../exchange/who.ts';
import { isTranslated } from '../languages.ts';
import { countWords } from './counts.ts';
import { setDeadline } from './deadlines.ts';

export const agencyEndpoints: Endpoint[] = [
  { path: '/translation/:language/counts', method: 'get', handler: counts },
  { path: '/translation/:language/:kind/:document/due', method: 'put', handler: due },
];

async function counts(req: PayloadRequest): Promise<Response> {
  const language = String(req.routeParams?.language);
  if (!mayTakeOut(req, language)) return refuse(403, notAllowed());
  if (!isTranslated(language)) return refuse(400, words.refused.unknownLanguage);
  const chosen = chosenIn(req, language);
  if (chosen.length === 0) return refuse(400, words.refused.nothingChosen);
  if (chosen.length > MOST_FILES) return refuse(400, words.refused.tooMany);
  return Response.json(await countWords(req, language, chosen));
}

const dueBody = z.strictObject({
  due: z.string().refine(isDay, { error: words.due.day }).nullable(),
  agency: written.trim().max(200).nullish(),
});

async function due(req: PayloadRequest): Promise<Response> {
  const of = translationIn(req);
  if (of === null || !mayTakeOut(req, of.language)) return refuse(403, notAllowed());
  const body = dueBody.safeParse(await bodyOf(req));
  if (!body.success) return refuse(400, notReadable(z.prettifyError(body.error)));
  const { agency, due: day } = body.data;
  const said = day === null ? null : { due: day, agency: agency || null };
  return Response.json({ due: await setDeadline(req, of, said) });
}
