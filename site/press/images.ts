/** Uploads, which the CMS gives to the press by the hash of their bytes. */
import { createHash } from 'node:crypto';
import { PressError } from './press-error.ts';

const TIMEOUT_MS = 20_000;

type Source = { readonly cmsUrl: string; readonly pressKey: string | null };

/**
 * The bytes of `<sha256>.<ending>`; `null` when the CMS has no such bytes. Throws a PressError when it cannot be asked:
 * then nothing is published, since the next try may well succeed.
 */
export async function fetchImage(name: string, source: Source): Promise<Buffer | null> {
  const [sha256 = ''] = name.split('.');
  if (!/^[0-9a-f]{64}$/.test(sha256)) return null;
  const url = `${source.cmsUrl}/api/files/${sha256}`;
  const answer = await ask(url, source.pressKey);
  if (answer.status === 404 || answer.status === 410) return null;
  if (answer.status !== 200) throw fault(url, `answered ${answer.status}`);
  const isWhole = createHash('sha256').update(answer.bytes).digest('hex') === sha256;
  if (!isWhole) throw fault(url, 'gave other bytes than those of that hash');
  return answer.bytes;
}

async function ask(url: string, key: string | null) {
  try {
    const answer = await fetch(url, {
      headers: key === null ? {} : { authorization: `users API-Key ${key}` },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
  } catch (error) {
    throw fault(url, `did not give an answer (${(error as Error).message})`, error);
  }
}

function fault(url: string, what: string, cause?: unknown): PressError {
  return new PressError(
    `The CMS ${what} to ${url}. Nothing was published; the last release stays. ` +
      'Start the CMS, and set PRESS_KEY to the key of its press account.',
    { cause },
  );
}
