/** The second factor at the moment of signing in: after the password, before anybody is let in, at every door. */
import { needsSecondFactor } from '@charterpress/shared/domain/second-factor.ts';
import words from '@charterpress/shared/strings/access.json' with { type: 'json' };
import {
  APIError,
  type CollectionBeforeLoginHook,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
} from 'payload';
import { whereabouts } from '../caller.ts';
import { rolesOf } from '../collections.ts';
import { countCode, forgiveCodes, retryAfter } from '../limits.ts';
import { codesLeft, mayEnrol, type Owner, spendCode } from './factors.ts';

/** What is asked for next, for the sign-in screen. */
export type Asked = 'code' | 'enrolment';

/** By names and not by symbols: Payload takes a context that holds nothing else for an empty one, and drops it. */
type Said = {
  code?: string;
  /** Another password is set by the address in a mail. */
  isReset?: boolean;
  /** Somebody wants no more than to know whose password it is, in order to set up a second factor. */
  proving?: Proving;
};
type Proving = { readonly enrolment: string | null; owner?: Owner };

/** The code comes with the password, whichever way that comes: the hook before the login does not see it. */
export const noteCode: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation !== 'login' && operation !== 'resetPassword') return args;
  const { code } = { ...req.data, ...(args as { data?: { code?: unknown } }).data };
  const said: Said = {
    code: typeof code === 'string' ? code.slice(0, 100) : '',
    isReset: operation === 'resetPassword',
  };
  Object.assign(req.context, said);
  return args;
};

export const askSecondFactor: CollectionBeforeLoginHook = async ({ req, user }) => {
  const owner: Owner = { account: String(user.id), email: user.email };
  const { code = '', isReset, proving } = req.context as Said;
  const isSetUp = (await codesLeft(req.payload, owner.account)) !== null;
  if (proving === undefined) {
    const isNeeded = needsSecondFactor({ roles: rolesOf({ user }), ...whereabouts() });
    if (!isSetUp && isNeeded && isReset) throw refusal(null, words.secondFactor.enrolFirstToReset);
    if (!isSetUp && isNeeded) throw refusal('enrolment', words.secondFactor.enrolFirst);
    if (isSetUp) await askCode(req, owner, code);
    return user;
  }
  if (isSetUp) await askCode(req, owner, code);
  else if (proving.enrolment !== null) await askEnrolmentCode(req, owner, proving.enrolment);
  proving.owner = owner;
  throw new Proven();
};

/**
 * Whose password this is, with the code that goes with it: a signing in that stops before it lets anybody in. Without an
 * `enrolment` code for somebody who is signed in already.
 */
export async function ownerOf(
  req: PayloadRequest,
  said: { email: string; password: string; code: string; enrolment: string | null },
): Promise<Owner> {
  const { enrolment, ...data } = said;
  const proving: Proving = { enrolment };
  const asked = { collection: 'users', data, context: { proving }, overrideAccess: false } as const;
  try {
    await req.payload.login(asked);
  } catch (error) {
    if (!(error instanceof Proven)) throw refused(error, req);
  }
  if (proving.owner === undefined) throw new Error('Signing in did not stop at the second factor.');
  return proving.owner;
}

class Proven extends Error {}

/** The answer says how long to wait, as it does to whoever signs in. */
function refused(error: unknown, req: PayloadRequest): unknown {
  const seconds = (error as { data?: { retryAfter?: number } | null }).data?.retryAfter;
  if (seconds !== undefined) req.responseHeaders = retryAfter(seconds);
  return error;
}

async function askCode(req: PayloadRequest, owner: Owner, code: string): Promise<void> {
  if (code.trim() === '') throw refusal('code', words.secondFactor.codeFirst);
  await countCode(req, owner.account);
  if (!(await spendCode(req.payload, owner, code)))
    throw refusal('code', words.secondFactor.wrongCode);
  await forgiveCodes(req.payload, owner.account);
}

async function askEnrolmentCode(req: PayloadRequest, owner: Owner, code: string): Promise<void> {
  await countCode(req, owner.account);
  if (!(await mayEnrol(req.payload, owner.account, code)))
    throw refusal('enrolment', words.secondFactor.wrongEnrolment);
  await forgiveCodes(req.payload, owner.account);
}

function refusal(asked: Asked | null, sentence: string): APIError {
  return new APIError(sentence, 401, { secondFactor: asked }, true);
}
