/**
 * How often somebody may try to sign in. Counted in the database, so that it holds across several programs and a restart
 * forgives nothing; by the address that was typed, whether or not there is such an account, so that it says nothing.
 */
import { createHmac, pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import words from '@charterpress/shared/strings/access.json' with { type: 'json' };
import {
  APIError,
  type CollectionAfterLoginHook,
  type CollectionBeforeOperationHook,
  type Payload,
  type PayloadRequest,
} from 'payload';
import { RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible';
import { env } from '../env.ts';
import { filled } from '../words/filled.ts';
import { callerAddress } from './caller.ts';

const MINUTE = 60;
/** Tries without success, and in how many seconds they are forgiven. */
const limits = {
  /** One person's account, from wherever. */
  account: { points: 5, duration: 10 * MINUTE },
  /** One network address: an office may stand behind it. */
  address: { points: 30, duration: 10 * MINUTE },
  /** Codes of the second factor, by somebody who has the password. */
  code: { points: 10, duration: 24 * 60 * MINUTE },
} as const;
type Limit = keyof typeof limits;
type Limiters = Readonly<Record<Limit, RateLimiterMongo>>;

/** Before any door looks at a password: signing in, asking for another password, setting one. */
export const limitTries: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (!isGuarded(operation) || req.context.isCounted === true) return args;
  const { email } = (args as { data?: { email?: unknown } }).data ?? {};
  await countTry(req, email);
  if (operation === 'login' && typeof email === 'string') {
    await takeAsLong(req.payload, emailKey(email));
  }
  return args;
};

/** For a door that answers before the operation behind it: that one goes on with `isCounted` in its context. */
export async function countTry(req: PayloadRequest, email: unknown): Promise<void> {
  const address = callerAddress();
  if (address !== null) await count('address', address, req);
  if (typeof email === 'string') await count('account', emailKey(email), req);
}

/** Whoever gets in was no guesser. */
export const forgiveTries: CollectionAfterLoginHook = async ({ req, user }) => {
  const { account, address } = limitersOf(req.payload);
  const from = callerAddress();
  await account.delete(keyOf(emailKey(user.email)));
  if (from !== null) await address.reward(keyOf(from));
};

/** A wrong code of the second factor. Refused before it is looked at, once there were too many. */
export async function countCode(req: PayloadRequest, account: string): Promise<void> {
  await count('code', account, req);
}

export async function forgiveCodes(payload: Payload, account: string): Promise<void> {
  await limitersOf(payload).code.delete(keyOf(account));
}

function isGuarded(operation: string): boolean {
  return ['login', 'forgotPassword', 'resetPassword'].includes(operation);
}

async function count(limit: Limit, who: string, req: PayloadRequest): Promise<void> {
  try {
    await limitersOf(req.payload)[limit].consume(keyOf(who));
  } catch (refused) {
    if (refused instanceof RateLimiterRes) throw tooMany(refused, req);
    throw refused;
  }
}

function tooMany({ msBeforeNext }: RateLimiterRes, req: PayloadRequest): APIError {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  req.responseHeaders = retryAfter(seconds);
  const minutes = String(Math.ceil(seconds / MINUTE));
  return new APIError(filled(words.tooMany, { minutes }), 429, { retryAfter: seconds }, true);
}

export function retryAfter(seconds: number): Headers {
  return new Headers({ 'Retry-After': String(seconds) });
}

const made = new WeakMap<Payload, Limiters>();

function limitersOf(payload: Payload): Limiters {
  const known = made.get(payload);
  if (known !== undefined) return known;
  const storeClient = payload.db.connection.db;
  const limiter = (keyPrefix: Limit) =>
    new RateLimiterMongo({
      ...limits[keyPrefix],
      storeClient,
      tableName: 'sign-in-tries',
      keyPrefix,
    });
  const limiters = {
    account: limiter('account'),
    address: limiter('address'),
    code: limiter('code'),
  };
  made.set(payload, limiters);
  return limiters;
}

function emailKey(email: string): string {
  return email.toLowerCase().trim();
}

/** Nobody reads in the database who tried from where. */
function keyOf(who: string): string {
  return createHmac('sha256', env.secret).update(who).digest('base64url');
}

/** Payload compares a password only where there is an account: without one, this takes the same time. */
async function takeAsLong(payload: Payload, email: string): Promise<void> {
  const where = { email: { equals: email } };
  const known = await payload.db.findOne({ collection: 'users', where, select: { id: true } });
  if (known === null) await hashed(email, randomBytes(32), 600_000, 32, 'sha256');
}

const hashed = promisify(pbkdf2);
