/** Finds the document of a public address: a page in any language, a part of a guide, its JSON twin, a list, a file. */
import { placesAt } from '@charterpress/shared/domain/addresses.ts';
import { kindNames } from '@charterpress/shared/domain/kinds.ts';
import { may } from '@charterpress/shared/roles.ts';
import type { Payload, TypedUser } from 'payload';
import { rolesOf } from '../../access/collections.ts';
import { documentsAt } from '../../checks/own-pages.ts';
import { RENDITIONS } from '../../fields/authoring.ts';
import { hrefOf } from './sections.ts';

/** The screen of the document, or of the list; `null` when nothing of ours is or was there. */
export async function screenFor(
  payload: Payload,
  { address, user }: { readonly address: string; readonly user: TypedUser | null },
): Promise<string | null> {
  const path = pathIn(address);
  if (path === null) return null;
  const seen = kindNames.filter((kind) => may(rolesOf({ user }), 'read', kind));
  const [, sha256] = /^\/files\/([0-9a-f]{64})\b/.exec(path) ?? [];
  if (sha256 !== undefined) return seen.includes('media') ? mediaWith(payload, sha256) : null;
  for (const place of placesAt(path).filter(({ kind }) => seen.includes(kind))) {
    if (place.slug === null) return `/admin/collections/${place.kind}`;
    const [document] = await documentsAt(payload, place);
    if (document !== undefined) return hrefOf({ kind: place.kind, document });
  }
  return null;
}

/** Whatever was pasted: with or without the site's name, with a question or a mark behind it, or as a JSON twin. */
function pathIn(address: string): string | null {
  const typed = address.trim();
  const whole = /^[a-z]+:\/\//i.test(typed) ? typed : `http://site/${typed.replace(/^\/+/, '')}`;
  if (typed === '' || !URL.canParse(whole)) return null;
  const { pathname } = new URL(whole);
  const page = pathname.replace(/\.json$/, '/').replace(/\/(index\.html)?$/, '/');
  return /^\/files\/|\/$/.test(page) ? page : `${page}/`;
}

async function mediaWith(payload: Payload, sha256: string): Promise<string | null> {
  const collection = payload.db.collections.media;
  const [found] =
    (await collection
      ?.find({ [`${RENDITIONS}.sha256`]: sha256 }, { _id: 1 })
      .limit(1)
      .lean()) ?? [];
  return found === undefined ? null : hrefOf({ kind: 'media', document: String(found._id) });
}
