/** Only administrators manage accounts; everybody else sees and changes their own name and password, no more. */
import type { Access, CollectionConfig, FieldAccess } from 'payload';
import { nobody, rolesOf } from './collections.ts';

export const userAccess: NonNullable<CollectionConfig['access']> = {
  admin: ({ req }) => rolesOf(req).some((role) => role !== 'press'),
  create: ({ req }) => isAdministrator(req),
  read: ownOrAdministrator(),
  update: ownOrAdministrator(),
  delete: ({ req }) => isAdministrator(req),
  unlock: nobody,
  readVersions: nobody,
};

/** What a person is, an administrator says, and never that person. */
export const onlyOthersByAdministrators: { create: FieldAccess; update: FieldAccess } = {
  create: ({ req }) => isAdministrator(req),
  update: ({ req, id }) => isAdministrator(req) && id !== req.user?.id,
};

export const onlyAdministrators: { create: FieldAccess; read: FieldAccess; update: FieldAccess } = {
  create: ({ req }) => isAdministrator(req),
  read: ({ req }) => isAdministrator(req),
  update: ({ req }) => isAdministrator(req),
};

function ownOrAdministrator(): Access {
  return ({ req }) => {
    if (isAdministrator(req)) return true;
    const isPerson = rolesOf(req).some((role) => role !== 'press');
    return isPerson && req.user ? { id: { equals: req.user.id } } : false;
  };
}

function isAdministrator(req: Parameters<typeof rolesOf>[0]): boolean {
  return rolesOf(req).includes('administrator');
}
