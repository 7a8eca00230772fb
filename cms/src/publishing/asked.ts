/** What an endpoint reads of a request: who asks, about what, and what they wrote. */
import { hiddenCharacterIn } from '@charterpress/shared/domain/hidden.ts';
import type { PayloadRequest } from 'payload';
import { z } from 'zod';

/** What a person wrote. Half a character would be kept as another one, and break the chain of the audit. */
export const written = z.string().refine((text) => hiddenCharacterIn(text) === null, {
  error: 'It holds a character that nobody sees: type it again.',
});

/** A sentence or some of them: not nothing, and no longer than this many characters. */
export function sentences(longest: number) {
  return written.trim().min(1).max(longest);
}

export function documentOf(req: PayloadRequest): string {
  return String(req.routeParams?.id);
}

/** `null` for what is no JSON. */
export async function bodyOf(req: PayloadRequest): Promise<unknown> {
  try {
    return await req.json?.();
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

export function refuse(status: number, message: string): Response {
  return Response.json({ message }, { status });
}
