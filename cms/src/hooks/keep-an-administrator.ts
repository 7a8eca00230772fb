/** Without an administrator nobody could ever make one again. */
import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  PayloadRequest,
} from 'payload';
import { APIError } from 'payload';
import { lastAdministrator } from '../words/refusals.ts';

export const keepAnAdministrator: CollectionBeforeChangeHook = async ({
  data,
  originalDoc,
  req,
}) => {
  const was = isAdministrator(originalDoc?.roles);
  const stays = isAdministrator('roles' in data ? data.roles : originalDoc?.roles);
  if (was && !stays) await refuseIfLast(originalDoc.id, req);
  return data;
};

export const keepAnAdministratorOnDelete: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await refuseIfLast(id, req);
};

async function refuseIfLast(id: number | string, req: PayloadRequest): Promise<void> {
  const { totalDocs } = await req.payload.count({
    collection: 'users',
    where: { and: [{ roles: { contains: 'administrator' } }, { id: { not_equals: id } }] },
    overrideAccess: true,
    req,
  });
  if (totalDocs === 0) throw new APIError(lastAdministrator(), 409, null, true);
}

function isAdministrator(roles: unknown): boolean {
  return Array.isArray(roles) && roles.includes('administrator');
}
