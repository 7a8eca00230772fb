/** The collections that Payload adds by itself: open to what the admin needs, and to nobody else. */
import type { Access, SanitizedCollectionConfig, SanitizedConfig } from 'payload';
import { nobody, rolesOf } from './collections.ts';

const staff: Access = ({ req }) => rolesOf(req).some((role) => role !== 'press');

/** Preferences look after themselves: each person has their own. */
const own: readonly string[] = ['payload-preferences'];
/** Who is editing what, shown so that two people do not write in the same document. */
const shared: readonly string[] = ['payload-locked-documents'];

export function closeHidden(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections) {
    if (!collection.versions) closeVersions(collection);
    if (collection.slug.startsWith('payload-')) close(collection);
  }
  return config;
}

/** There are none, and whoever asked for them would be told of a fault. */
function closeVersions(collection: SanitizedCollectionConfig): void {
  Object.assign(collection.access, { readVersions: nobody });
  const { endpoints } = collection;
  if (!endpoints) return;
  const others = endpoints.filter(({ path }) => !path.startsWith('/versions'));
  Object.assign(collection, { endpoints: others });
}

function close(collection: SanitizedCollectionConfig): void {
  if (own.includes(collection.slug)) {
    Object.assign(collection.access, { create: staff });
    return;
  }
  const who = shared.includes(collection.slug) ? staff : nobody;
  Object.assign(collection.access, { create: nobody, delete: nobody, read: who, update: nobody });
}
