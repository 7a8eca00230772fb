/** Whether a request carries the key of the press. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Takes as long for a wrong key as for a right one. Nobody is let in when no key is set. */
export function hasKey(request: IncomingMessage, key: string | null): boolean {
  if (key === null) return false;
  const given = request.headers.authorization ?? '';
  return timingSafeEqual(hashed(given), hashed(`Bearer ${key}`));
}

function hashed(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
