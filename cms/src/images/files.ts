/** The bytes of a file by their hash: how the press fetches what it serves. */
import { readFile } from 'node:fs/promises';
import { may } from '@charterpress/shared/roles.ts';
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import type { Endpoint, PayloadRequest } from 'payload';
import { rolesOf } from '../access/collections.ts';
import { typeOf } from '../uploads/files.ts';
import { harmless } from '../uploads/headers.ts';
import { renditionPath } from './kept.ts';

export const files: Endpoint = { path: '/files/:sha256', method: 'get', handler: bytesOf };

async function bytesOf(req: PayloadRequest): Promise<Response> {
  const sha256 = String(req.routeParams?.sha256);
  if (!mayFetch(req)) return refusal(403, desk.gate.notForYou);
  const bytes = /^[0-9a-f]{64}$/.test(sha256) ? await bytesAt(renditionPath(sha256)) : null;
  if (bytes === null) return refusal(404, desk.gate.closed);
  const headers = new Headers({
    'content-type': (await typeOf(Buffer.from(bytes))) ?? 'application/octet-stream',
    'cache-control': 'private, immutable, max-age=31536000',
  });
  return new Response(bytes, { headers: harmless(headers) });
}

/** The press gets bytes whose hash it read in an edition, and no working copy that says what else there is. */
function mayFetch(req: PayloadRequest): boolean {
  const held = rolesOf(req);
  return held.includes('press') || may(held, 'read', 'media');
}

async function bytesAt(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function refusal(status: number, message: string): Response {
  return Response.json({ errors: [{ message }] }, { status });
}
