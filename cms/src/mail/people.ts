/** The people who can be told something, as the accounts say. */
import type { Person, Rhythm } from '@charterpress/shared/domain/messages.ts';
import type { Payload, PayloadRequest } from 'payload';
import { rolesOf } from '../access/collections.ts';

type Account = {
  readonly id: string;
  readonly email: string;
  readonly name?: string | null;
  readonly languages?: readonly string[] | null;
  readonly rhythm?: Rhythm | null;
  readonly closedAt?: string | null;
  readonly handedTo?: string | null;
};

export async function peopleOf(payload: Payload, req?: PayloadRequest): Promise<readonly Person[]> {
  const { docs } = await payload.db.find<Account>({
    collection: 'users',
    limit: 0,
    pagination: false,
    ...(req === undefined ? {} : { req }),
  });
  return docs.map((account) => ({
    email: account.email,
    name: account.name?.trim() || account.email,
    roles: rolesOf({ user: account as never }),
    languages: account.languages ?? [],
    rhythm: account.rhythm ?? 'instant',
    hasLeft: Boolean(account.closedAt),
    handedTo: account.handedTo ?? null,
  }));
}
