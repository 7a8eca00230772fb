import type { CollectionBeforeChangeHook } from 'payload';

/** Each save is one revision more, with the name of whoever is signed in: what a client says about either is dropped. */
export const countRevision: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => ({
  ...data,
  revision: Number(originalDoc?.revision ?? 0) + 1,
  savedBy: nameOf(req.user),
});

function nameOf(user: unknown): string {
  const { name, email } = (user ?? {}) as { name?: string | null; email?: string | null };
  return name || email || 'Charterpress';
}
