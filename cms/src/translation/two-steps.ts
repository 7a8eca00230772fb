/**
 * Files of a whole language that change something in two steps: first a report, then the same file again with the token of the report. The
 * token is of this person, this file and this report, so nothing has to be kept between the steps, and nothing is applied
 * that nobody has seen.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { digestOf } from '@charterpress/shared/domain/digest.ts';
import { LARGEST_FILE } from '@charterpress/shared/domain/translation/files/xml.ts';
import words from '@charterpress/shared/strings/memory.json' with { type: 'json' };
import type { Endpoint, PayloadRequest } from 'payload';
import { refuse } from '../publishing/asked.ts';
import { notAllowed } from '../publishing/sentences.ts';
import { isTranslated } from './languages.ts';

/** What a file is, and what would come of it; `Report` is what a person is shown before anything is changed. */
export type TwoSteps<Read, Report extends object> = {
  /** After `/translation/:language/`. */
  readonly path: string;
  readonly may: (req: PayloadRequest, language: string) => boolean;
  /** `refused`: in a sentence. */
  readonly read: (bytes: Uint8Array, language: string) => Promise<Read | { refused: string }>;
  readonly reportOn: (req: PayloadRequest, read: Read, language: string) => Promise<Report>;
  /** Answers what was done. */
  readonly apply: (
    req: PayloadRequest,
    file: { readonly name: string; readonly language: string; readonly read: Read },
    report: Report,
  ) => Promise<object | { refused: string }>;
};

export function twoSteps<Read, Report extends object>(
  of: TwoSteps<Read, Report>,
): readonly Endpoint[] {
  const at = `/translation/:language/${of.path}/import`;
  return [
    { path: at, method: 'post', handler: (req) => takeIn(req, of, 'look') },
    { path: `${at}/apply`, method: 'post', handler: (req) => takeIn(req, of, 'apply') },
  ];
}

async function takeIn<Read, Report extends object>(
  req: PayloadRequest,
  of: TwoSteps<Read, Report>,
  step: 'look' | 'apply',
): Promise<Response> {
  const language = String(req.routeParams?.language);
  if (!isTranslated(language) || !of.may(req, language)) return refuse(403, notAllowed());
  const file = await handedIn(req);
  if (file === null) return refuse(400, words.refused['no-file']);
  if (file === 'too-large') return refuse(422, words.refused['too-large']);
  const read = await of.read(file.bytes, language);
  if (isRefused(read)) return refuse(422, read.refused);
  const report = await of.reportOn(req, read, language);
  const token = tokenFor(req, { bytes: file.bytes, report, to: `${of.path} ${language}` });
  if (step === 'look') return Response.json({ ...report, token });
  if (!isTokenOf(file.token, token)) return refuse(409, words.refused.changed);
  const done = await of.apply(req, { name: file.name, language, read }, report);
  return isRefused(done) ? refuse(422, done.refused) : Response.json(done);
}

function isRefused(done: unknown): done is { readonly refused: string } {
  return typeof (done as { refused?: unknown }).refused === 'string';
}

type HandedIn = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Of the report that was seen; `null` in the first step. */
  readonly token: string | null;
};

/** `null` when there is no file in what was sent; one that is too large comes without its bytes being looked at. */
async function handedIn(req: PayloadRequest): Promise<HandedIn | 'too-large' | null> {
  const form = await formOf(req);
  const file = form?.get('file');
  if (!(file instanceof File)) return null;
  if (file.size > LARGEST_FILE) return 'too-large';
  const token = form?.get('token');
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { name: file.name.slice(0, 200), bytes, token: typeof token === 'string' ? token : null };
}

function tokenFor(
  req: PayloadRequest,
  {
    bytes,
    report,
    to,
  }: { readonly bytes: Uint8Array; readonly report: unknown; readonly to: string },
): string {
  const file = createHmac('sha256', req.payload.secret).update(bytes).digest('hex');
  const seen = digestOf({ file, report, to, by: String(req.user?.email) });
  return createHmac('sha256', req.payload.secret).update(seen).digest('hex');
}

function isTokenOf(token: string | null, expected: string): boolean {
  const [given, right] = [Buffer.from(token ?? ''), Buffer.from(expected)];
  return given.length === right.length && timingSafeEqual(given, right);
}

/** `null` for what is no form. */
export async function formOf(req: PayloadRequest): Promise<FormData | null> {
  try {
    return (await req.formData?.()) ?? null;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
