/** What the ledger keeps of a page's bytes: whoever compares bytes with what stands there has to ask the same. */
import { createHash } from 'node:crypto';

/** SHA-256 of the bytes before they are compressed, in hexadecimal digits. */
export function digestOfPage(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
