/** A document in every collection, for the tests of access to try their hands on. */
import type { CollectionSlug } from 'payload';
import sharp from 'sharp';
import type { Cms } from './cms.ts';
import { collections, type Operation } from './who-may.ts';

export type Targets = {
  /** One that is there, made again when somebody deleted it, and that belongs to none of those who ask. `null`: an endpoint. */
  readonly idIn: (slug: CollectionSlug, operation: Operation | null) => Promise<string>;
  /** A change that every rule but access lets pass. */
  readonly changeOf: (slug: CollectionSlug, id: string) => Promise<object>;
  readonly versionOf: (slug: CollectionSlug, id: string) => Promise<string>;
  /** What a new one is made of, for the Local API and as a form. */
  readonly valuesFor: (slug: CollectionSlug) => { readonly data: object; readonly file?: object };
  readonly formFor: (slug: CollectionSlug) => object;
};

export async function accessTargets(cms: Cms): Promise<Targets> {
  const { payload } = cms;
  /** Of the driver that Payload brings: another one's are none to it. */
  const { ObjectId } = payload.db.connection.base.mongo;
  const background = { width: 20, height: 20, channels: 3, background: '#0b4f52' } as const;
  const picture = await sharp({ create: background }).png().toBuffer();
  const known = new Map<CollectionSlug, string>();
  /** Where nothing was taken away since it was looked at: to count in a collection is half of what a question costs. */
  const whole = new Set<CollectionSlug>();
  /** Mongoose has its own mind about names. */
  const rowsOf = (slug: CollectionSlug) =>
    payload.db.connection.collection(String(payload.db.collections[slug]?.collection.name));
  let made = 0;

  function valuesFor(slug: CollectionSlug): { data: object; file?: object } {
    made += 1;
    if (slug === 'media') {
      const file = { data: picture, mimetype: 'image/png', name: 'a.png', size: picture.length };
      return { data: {}, file };
    }
    if (slug === 'payload-preferences') return { data: { key: `list-${made}`, value: {} } };
    if (slug !== 'users') return { data: {} };
    const password = 'a long password for tests only';
    return { data: { email: `person${made}@example.org`, password, roles: ['editor'] } };
  }

  function formFor(slug: CollectionSlug): object {
    if (slug !== 'media') return valuesFor(slug).data;
    const form = new FormData();
    form.set('file', new File([new Uint8Array(picture)], 'a.png', { type: 'image/png' }));
    return form;
  }

  async function make(slug: CollectionSlug): Promise<string> {
    if (slug === 'settings') await rowsOf(slug).deleteMany({});
    const isWritten = collections[slug]?.create !== undefined && slug !== 'payload-preferences';
    if (!isWritten) return putIn(slug);
    const values = { collection: slug, ...valuesFor(slug), overrideAccess: true } as never;
    const { id } = (await payload.create(values)) as { id: unknown };
    return String(id);
  }

  /** Below every rule: what only our own code writes, and the settings of somebody who is gone. */
  async function putIn(slug: CollectionSlug): Promise<string> {
    const hasOwnIds = payload.collections[slug].config.fields.some(
      (field) => 'name' in field && field.name === 'id',
    );
    const made = new ObjectId();
    const _id = (hasOwnIds ? String(made) : made) as typeof made;
    const user = { relationTo: 'users', value: new ObjectId().toHexString() };
    const document = { relationTo: 'guides', value: new ObjectId().toHexString() };
    const row = slug === 'payload-locked-documents' ? { document, globalSlug: null } : {};
    await rowsOf(slug).insertOne({ _id, user, key: String(_id), updatedAt: new Date(), ...row });
    return String(_id);
  }

  async function isThere(slug: CollectionSlug, id: string | undefined): Promise<boolean> {
    if (id === undefined) return false;
    const _id = { $in: [new ObjectId(id), id as never] };
    return (await rowsOf(slug).countDocuments({ _id })) > 0;
  }

  return {
    valuesFor,
    formFor,
    async idIn(slug, operation) {
      // There is one at most.
      if (slug === 'settings' && operation === 'create') {
        await rowsOf(slug).deleteMany({});
        whole.delete(slug);
        return new ObjectId().toHexString();
      }
      const last = known.get(slug);
      const isSame = last !== undefined && (whole.has(slug) || (await isThere(slug, last)));
      const id = isSame ? last : await make(slug);
      known.set(slug, id);
      if (takesAway(operation)) whole.delete(slug);
      else whole.add(slug);
      return id;
    },
    async changeOf(slug, id) {
      if (!(await isThere(slug, id))) return {};
      const row = await rowsOf(slug).findOne({ _id: new ObjectId(id) });
      return typeof row?.revision === 'number' ? { revision: row.revision } : { name: 'Another' };
    },
    async versionOf(slug, id) {
      const version = await payload.db.versions[slug]?.collection.findOne({ parent: id });
      return String(version?._id ?? new ObjectId());
    },
  };
}

/** After which it is looked whether the document is there still. */
function takesAway(operation: Operation | null): boolean {
  return operation === null || operation.startsWith('delete');
}
