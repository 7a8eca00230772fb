/** What opened an account ends when the account is no longer what it was. */
import words from '@charterpress/shared/strings/access.json' with { type: 'json' };
import {
  APIError,
  type CollectionAfterDeleteHook,
  type CollectionBeforeChangeHook,
  type Payload,
} from 'payload';
import { forgetFactor } from '../access/second-factor/factors.ts';

/**
 * With another role or address every session ends, the key too; with another password those of other screens, which
 * Payload sees to. What was mailed to set a new password is of no more use after either.
 */
export const endAccess: CollectionBeforeChangeHook = ({ data, operation, originalDoc }) => {
  if (operation !== 'update') return data;
  const isSomebodyElse =
    isChanged('roles', data, originalDoc) || isChanged('email', data, originalDoc);
  if (isSomebodyElse) return { ...data, ...noReset, ...noKey, sessions: [] };
  return typeof data.password === 'string' ? { ...data, ...noReset, ...keptKey(data) } : data;
};

/** A key opens an account by itself, so the account may be a program's only: no second step is passed by. */
export const refuseKeysOfPeople: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const roles: unknown = data.roles ?? originalDoc?.roles;
  const isProgram =
    Array.isArray(roles) && roles.length > 0 && roles.every((one) => one === 'press');
  if (typeof data.apiKey !== 'string' || data.apiKey === '' || isProgram) return data;
  throw new APIError(words.keyOfPerson, 400, null, true);
};

export const forgetFactorOnDelete: CollectionAfterDeleteHook = async ({ id, req }) => {
  await forgetFactor(req.payload, String(id));
};

export async function endSessions(payload: Payload, account: string): Promise<void> {
  await payload.db.updateOne({ collection: 'users', id: account, data: { sessions: [] } });
}

const noReset = { resetPasswordToken: null, resetPasswordExpiration: null };
const noKey = { enableAPIKey: false, apiKey: null, apiKeyIndex: null };

/** A key given in the same breath as the password is meant to stay. */
function keptKey(data: Readonly<Record<string, unknown>>): object {
  return typeof data.apiKey === 'string' && data.apiKey !== '' ? {} : noKey;
}

type Values = Readonly<Record<string, unknown>>;

function isChanged(name: string, data: Values, before: Values): boolean {
  return name in data && spelled(data[name]) !== spelled(before[name]);
}

function spelled(value: unknown): string {
  return JSON.stringify(Array.isArray(value) ? value.toSorted() : (value ?? null));
}
