/** Files of translations out and in, over REST. */

import { isKind } from '@charterpress/shared/domain/kinds.ts';
import {
  type XliffVersion,
  xliffVersions,
} from '@charterpress/shared/domain/translation/files/transfer.ts';
import words from '@charterpress/shared/strings/exchange.json' with { type: 'json' };
import { strToU8, zipSync } from 'fflate';
import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { bodyOf, refuse } from '../../publishing/asked.ts';
import { attached } from '../../publishing/attached.ts';
import { notAllowed, notReadable } from '../../publishing/sentences.ts';
import { translationIn } from '../endpoints.ts';
import { isTranslated } from '../languages.ts';
import { read } from '../reading.ts';
import type { Translation } from '../records.ts';
import { formOf } from '../two-steps.ts';
import { judge } from './incoming.ts';
import { outgoing, type Sent, written } from './outgoing.ts';
import { keepHandedIn } from './records.ts';
import { refusedFile } from './sentences.ts';
import { takeIn } from './take-in.ts';
import { MOST_FILES } from './unzip.ts';
import { mayTakeIn, mayTakeOut } from './who.ts';

export const exchangeEndpoints: Endpoint[] = [
  { path: '/translation/:language/:kind/:document/xliff', method: 'get', handler: sendOne },
  { path: '/translation/:language/files.zip', method: 'get', handler: sendMany },
  { path: '/translation/import', method: 'post', handler: handIn },
  { path: '/translation/import/apply', method: 'post', handler: apply },
];

async function sendOne(req: PayloadRequest): Promise<Response> {
  const of = translationIn(req);
  const version = versionIn(req);
  if (of === null || version === null) return refuse(400, words.refused.unknownLanguage);
  if (!mayTakeOut(req, of.language)) return refuse(403, notAllowed());
  const sent = await outgoing(req, of);
  if (sent === null) return refuse(404, words.refused.unknownTranslation);
  const { file, name } = sent;
  return attached(strToU8(written(file, version)), { name, type: 'application/xliff+xml' });
}

async function sendMany(req: PayloadRequest): Promise<Response> {
  const language = String(req.routeParams?.language);
  const version = versionIn(req);
  if (!mayTakeOut(req, language)) return refuse(403, notAllowed());
  if (!isTranslated(language) || version === null)
    return refuse(400, words.refused.unknownLanguage);
  const chosen = chosenIn(req, language);
  if (chosen.length === 0) return refuse(400, words.refused.nothingChosen);
  if (chosen.length > MOST_FILES) return refuse(400, words.refused.tooMany);
  const files: Sent[] = [];
  for (const of of chosen) {
    const sent = await outgoing(req, of);
    if (sent === null) return refuse(404, words.refused.unknownTranslation);
    files.push(sent);
  }
  const entries = files.map(({ file, name }) => [name, strToU8(written(file, version))] as const);
  const bytes = zipSync(Object.fromEntries(entries));
  return attached(bytes, { name: `${language}.zip`, type: 'application/zip' });
}

/** The first step: looks, keeps what was handed in for an hour, and writes no translation. */
async function handIn(req: PayloadRequest): Promise<Response> {
  if (!mayTakeIn(req)) return refuse(403, notAllowed());
  const form = await formOf(req);
  const file = form?.get('file');
  if (!(file instanceof File)) return refuse(400, words.refused.noFile);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const looked = await read({ as: 'xliff', name: file.name, bytes, expected: expectedBy(form) });
  if (!looked.ok) return refuse(422, refusedFile(looked.refusal, looked.name));
  const reports = [];
  for (const one of looked.files) {
    const judged = await judge(req, one);
    if (!judged.ok) {
      const status = judged.refusal.why === 'not-your-language' ? 403 : 422;
      return refuse(status, refusedFile(judged.refusal, looked.files.length > 1 ? one.name : null));
    }
    reports.push(judged.report);
  }
  const token = await keepHandedIn(req.payload, String(req.user?.email), looked.files);
  return Response.json({ token, files: reports });
}

const applyBody = z.strictObject({ token: z.string().max(100) });

/** The second step. */
async function apply(req: PayloadRequest): Promise<Response> {
  if (!mayTakeIn(req)) return refuse(403, notAllowed());
  const body = applyBody.safeParse(await bodyOf(req));
  if (!body.success) return refuse(400, notReadable(z.prettifyError(body.error)));
  const taken = await takeIn(req, body.data.token);
  if (taken === null) return refuse(410, words.refused.gone);
  const files = taken.map((one) =>
    one.ok ? one : { ...one, message: refusedFile(one.refusal, one.name) },
  );
  return Response.json({ files });
}

function versionIn({ searchParams }: PayloadRequest): XliffVersion | null {
  const asked = searchParams?.get('version') ?? '2.1';
  return xliffVersions.find((version) => version === asked) ?? null;
}

/** `?documents=guides:66f0,pledges:66f1` */
export function chosenIn(
  { searchParams }: PayloadRequest,
  language: string,
): readonly Translation[] {
  const asked = [...new Set((searchParams?.get('documents') ?? '').split(','))];
  return asked.flatMap((one) => {
    const [kind = '', document = ''] = one.split(':');
    return isKind(kind) && document !== '' ? [{ kind, document, language }] : [];
  });
}

/** What the screen it was handed in at is about, as far as it is about anything. */
function expectedBy(form: FormData | null) {
  const said = (name: string) => String(form?.get(name) ?? '');
  const [language, kind, document] = [said('language'), said('kind'), said('document')];
  return {
    ...(language === '' ? {} : { language }),
    ...(isKind(kind) && document !== '' ? { document: { kind, document } } : {}),
  };
}
