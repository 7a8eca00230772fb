import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import type { CollectionBeforeDeleteHook } from 'payload';
import { APIError } from 'payload';
import { editionsOf } from '../fields/edition.ts';
import { isPlanned, wasPublished } from '../words/refusals.ts';
import { recordOf } from '../workflow/records.ts';

/**
 * What was once published leaves by withdrawal or removal, which leave a trace. Only a never published copy goes,
 * and none that a time is set for: it would be missed.
 */
export function refuseDiscard(kind: Kind): CollectionBeforeDeleteHook {
  return async ({ id, req }) => {
    const { totalDocs } = await req.payload.count({
      collection: editionsOf(kind),
      where: { document: { equals: String(id) } },
      overrideAccess: true,
      req,
    });
    if (totalDocs > 0) throw new APIError(wasPublished(), 409, null, true);
    const record = await recordOf(req, { kind, document: String(id) });
    if (record?.bundle != null) throw new APIError(isPlanned(), 409, null, true);
  };
}
