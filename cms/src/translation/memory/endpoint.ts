/** What the memory offers for one segment, to whoever may read that language. */
import type { Suggestion } from '@charterpress/shared/domain/translation/memory.ts';
import type { Segment } from '@charterpress/shared/domain/translation/segment.ts';
import words from '@charterpress/shared/strings/translating.json' with { type: 'json' };
import type { Endpoint, PayloadRequest } from 'payload';
import { titlesOf } from '../../admin/titles.ts';
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
  return Response.json({ suggestions: await withNames(req, await suggest(req, sought)) });
}

/** Where each came from as people call it: the title of a document, or the name of a file. */
async function withNames(req: PayloadRequest, found: readonly Suggestion[]) {
  const title = await titlesOf(
    req.payload,
    found.flatMap(({ where }) => documentIn(where)),
  );
  return found.map(({ where, ...rest }) => {
    const [origin] = documentIn(where);
    return { ...rest, where: origin === undefined ? (where.file ?? '') : title(origin) };
  });
}

function documentIn({ document, kind }: Suggestion['where']) {
  return document === null || kind === null ? [] : [{ document, kind }];
}
