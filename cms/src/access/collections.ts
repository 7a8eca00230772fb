/** Who may do what at Payload's doors, read from the one table in `shared/src/roles.ts`. What is not there is refused. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { type KindAction, may, type Role, roles } from '@charterpress/shared/roles.ts';
import type { Access, CollectionConfig, PayloadRequest } from 'payload';

export function authoringAccess(kind: Kind): NonNullable<CollectionConfig['access']> {
  return {
    read: whoMay('read', kind),
    readVersions: whoMay('read', kind),
    create: whoMay('write', kind),
    update: whoMay('write', kind),
    delete: whoMay('discard', kind),
    unlock: nobody,
  };
}

/** Editions are public, by GraphQL alone; they come from the publishing code and from nowhere else. */
export const editionAccess: NonNullable<CollectionConfig['access']> = {
  read: ({ req }) => req.payloadAPI === 'GraphQL',
  create: nobody,
  update: nobody,
  delete: nobody,
  unlock: nobody,
};

export function nobody(): boolean {
  return false;
}

/** The roles of whoever asks; none for somebody who is not signed in. */
export function rolesOf(req: Pick<PayloadRequest, 'user'>): readonly Role[] {
  const held: unknown = req.user && 'roles' in req.user ? req.user.roles : [];
  return Array.isArray(held) ? held.filter(isRole) : [];
}

function whoMay(action: KindAction, kind: Kind): Access {
  return ({ req }) => may(rolesOf(req), action, kind);
}

function isRole(name: unknown): name is Role {
  return (roles as readonly unknown[]).includes(name);
}
