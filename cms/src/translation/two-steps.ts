/**
 * Files that change something in two steps: first a report, then the same file again with the token of the report. The
 * token is of this person, this file and this report, so nothing has to be kept between the steps, and nothing is applied
 * that nobody has seen.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { digestOf } from '@charterpress/shared/domain/digest.ts';
import { LARGEST_FILE } from '@charterpress/shared/domain/translation/files/xml.ts';
import type { PayloadRequest } from 'payload';

export type HandedIn = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Of the report that was seen; `null` in the first step. */
  readonly token: string | null;
};

/** `null` when there is no file in what was sent; one that is too large comes without its bytes being looked at. */
export async function handedIn(req: PayloadRequest): Promise<HandedIn | 'too-large' | null> {
  const form = await formOf(req);
  const file = form?.get('file');
  if (!(file instanceof File)) return null;
  if (file.size > LARGEST_FILE) return 'too-large';
  const token = form?.get('token');
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { name: file.name.slice(0, 200), bytes, token: typeof token === 'string' ? token : null };
}

export function tokenFor(
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

export function isTokenOf(token: string | null, expected: string): boolean {
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
