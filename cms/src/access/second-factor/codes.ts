/** The codes of the second factor, and how their secrets are kept: nothing in the database opens an account by itself. */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  randomInt,
  timingSafeEqual,
} from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { env } from '../../env.ts';
import { trust } from '../../words/trust.ts';

/** How long one code of the app stands, in seconds. */
const PERIOD = 30;
const RECOVERY_CODES = 10;
/** No letter or digit that is easily taken for another. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** For an app that makes codes: the secret to type, and the address behind the picture to scan. */
export type Offer = { readonly secret: string; readonly uri: string };

export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

export function offerOf(secret: string, email: string): Offer {
  return { secret, uri: totp(secret, email).toString() };
}

/** The step at which a code is right, one before and one after included; `null` when it is not. `now` in milliseconds. */
export function stepOf(secret: string, code: string, now: number): number | null {
  const delta = totp(secret, '').validate({ token: bare(code), timestamp: now, window: 1 });
  return delta === null ? null : Math.floor(now / 1000 / PERIOD) + delta;
}

function totp(secret: string, label: string): TOTP {
  const issuer = trust.name.replaceAll(':', ' ');
  return new TOTP({ issuer, label, secret: Secret.fromBase32(secret), period: PERIOD });
}

/** A code to type once, of nearly 50 bits: "k7xq2-m9fpa". */
export function newCode(): string {
  const letters = Array.from({ length: 10 }, () => ALPHABET.charAt(randomInt(ALPHABET.length)));
  return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`;
}

export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: RECOVERY_CODES }, newCode);
}

/** As it is kept and looked up: without the key nobody tries codes against it. */
export function codeHash(code: string): string {
  return createHmac('sha256', keyFor('codes')).update(bare(code)).digest('hex');
}

export function isSameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Spaces, hyphens and capitals are for the eye. */
function bare(code: string): string {
  return code.toLowerCase().replace(/[\s-]/g, '');
}

/** Bound to its account: moved to another one, it does not open. */
export function sealed(secret: string, account: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyFor('secrets'), iv).setAAD(Buffer.from(account));
  const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return [iv, cipher.getAuthTag(), text].map((part) => part.toString('base64url')).join('.');
}

export function unsealed(kept: string, account: string): string {
  const [iv, tag, text] = kept.split('.').map((part) => Buffer.from(part, 'base64url'));
  if (iv === undefined || tag === undefined || text === undefined) throw cannotOpen();
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyFor('secrets'), iv, { authTagLength: 16 });
    decipher.setAAD(Buffer.from(account)).setAuthTag(tag);
    return decipher.update(text, undefined, 'utf8') + decipher.final('utf8');
  } catch (cause) {
    throw cannotOpen(cause);
  }
}

function cannotOpen(cause?: unknown): Error {
  return new Error(
    'A second factor cannot be opened with PAYLOAD_SECRET. Set PAYLOAD_SECRET to what it was, or type node cms/scripts/second-factor.ts <e-mail> for each account.',
    { cause },
  );
}

function keyFor(what: 'codes' | 'secrets'): Buffer {
  return Buffer.from(hkdfSync('sha256', env.secret, '', `charterpress second factor ${what}`, 32));
}
