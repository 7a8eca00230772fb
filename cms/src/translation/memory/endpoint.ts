/** What the memory offers for one segment, to whoever may read that language. */
import type { Segment } from '@charterpress/shared/domain/translation/segment.ts';
import words from '@charterpress/shared/strings/translating.json' with { type: 'json' };
import type { Endpoint, PayloadRequest } from 'payload';
import { refuse } from '../../publishing/asked.ts';
import { notAllowed } from '../../publishing/sentences.ts';
import { englishToTranslate } from '../coming.ts';
import { translationIn } from '../endpoints.ts';
import { mayHere } from '../who.ts';
import { neighbours } from './reviewed.ts';
import { suggest } from './suggest.ts';

export const suggestionsEndpoint: Endpoint = {
  path: '/translation/:language/:kind/:document/segments/:key/suggestions',
  method: 'get',
  handler: suggestions,
};

async function suggestions(req: PayloadRequest): Promise<Response> {
  const of = translationIn(req);
  if (of === null || !mayHere(req, 'read', of.language)) return refuse(403, notAllowed());
  const key = decodeURIComponent(String(req.routeParams?.key));
  const segments: readonly Segment[] = (await englishToTranslate(req, of))?.segments ?? [];
  const segment = segments.find((each) => each.key === key);
  if (segment === undefined) return refuse(404, words.refused.unknown);
  const { document, language } = of;
  const sought = { document, language, key, text: segment.text, ...neighbours(segments, key) };
  return Response.json({ suggestions: await suggest(req, sought) });
}
