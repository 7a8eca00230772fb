/**
 * Editions are written by the publishing code and never changed; only removal erases their text. These hooks stop every
 * other door of Payload, the Local API with `overrideAccess: true` included.
 */
import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  RequestContext,
} from 'payload';
import { APIError } from 'payload';

/**
 * Stands in the context of a request that the publishing code makes: `{ [publishing]: true }`. A symbol cannot come in
 * over HTTP. From the registry, because Next gives each route its own copy of this module.
 */
export const publishing: unique symbol = Symbol.for('charterpress.publishing') as never;

export const refuseForgery: CollectionBeforeChangeHook = ({ context, data, operation }) => {
  if (isPublishing(context) && operation === 'create') return data;
  throw appendOnly();
};

export const refuseAlteration: CollectionBeforeOperationHook = ({ args, context, operation }) => {
  const alters =
    operation === 'update' || operation === 'updateByID' || operation === 'restoreVersion';
  if (alters || (operation === 'create' && !isPublishing(context))) throw appendOnly();
  return args;
};

export const refuseErasure: CollectionBeforeDeleteHook = () => {
  throw appendOnly();
};

function isPublishing(context: RequestContext): boolean {
  return (context as { [publishing]?: unknown })[publishing] === true;
}

function appendOnly(): APIError {
  return new APIError(
    'An edition is a record of what was published: it is made by publishing and never changed. Publish the document again, withdraw it, or ask for its removal.',
    403,
    null,
    true,
  );
}
