/** UUIDs of version 5 (RFC 9562): the same name has the same one in every release, and nobody keeps a list. */
import { createHash } from 'node:crypto';

/** Of all that Charterpress names. */
const NAMESPACE = '5f1c3c9e-7d0b-4f0a-9b52-0c2f7c1b6a30';

export function uuidOf(name: string): string {
  const hash = createHash('sha1').update(Buffer.from(NAMESPACE.replaceAll('-', ''), 'hex'));
  const bytes = hash.update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
