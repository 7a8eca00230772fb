import type { CollectionBeforeOperationHook } from 'payload';
import { APIError } from 'payload';
import { thereIsOne } from '../words/refusals.ts';

/** Of what every page shows there is one document: readers would get the first, and staff might change the other. */
export const refuseSecond: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  if (operation !== 'create') return args;
  const asked = { collection: collection.slug, depth: 0, limit: 1, pagination: false } as const;
  const { docs } = await req.payload.find({ ...asked, overrideAccess: true, req });
  if (docs.length > 0) throw new APIError(thereIsOne(collection.labels), 409, null, true);
  return args;
};
