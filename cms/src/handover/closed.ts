/** A closed account: it keeps its name where that stands, and lets nobody in. */
import words from '@charterpress/shared/strings/handover.json' with { type: 'json' };
import { APIError, type CollectionBeforeLoginHook, type Field } from 'payload';

const written = { create: () => false, update: () => false };

export const closedFields: Field[] = [
  {
    name: 'closedAt',
    type: 'text',
    label: words.closedAt,
    access: written,
    admin: { hidden: true },
  },
  { name: 'handedTo', type: 'text', access: written, admin: { hidden: true } },
  {
    name: 'handOver',
    type: 'ui',
    label: words.button,
    admin: {
      position: 'sidebar',
      disableListColumn: true,
      components: { Field: '/admin/hand-over.tsx#HandOver' },
    },
  },
];

/** At every door that a password opens: asked after the password, so that it says nothing to strangers. */
export const refuseClosed: CollectionBeforeLoginHook = ({ user }) => {
  if (user.closedAt) throw new APIError(words.refused.signIn, 401, null, true);
  return user;
};
