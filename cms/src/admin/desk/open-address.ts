/** Finds the document of a public address: a page in any language, a part of a guide, its JSON twin, a list, a file. */
import { placesAt } from '@charterpress/shared/domain/addresses.ts';
import { type Kind, kindNames } from '@charterpress/shared/domain/kinds.ts';
import { may } from '@charterpress/shared/roles.ts';
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import type { Endpoint, Payload, TypedUser } from 'payload';
import { rolesOf } from '../../access/collections.ts';
import { documentsAt } from '../../checks/own-pages.ts';
import { RENDITIONS } from '../../fields/authoring.ts';
import { hrefOf } from './sections.ts';

type Asked = { readonly address: string; readonly user: TypedUser | null };
/** `document` is `null` for the list of a kind. */
type Found = { readonly kind: Kind; readonly document: string | null };

/** For a form that names a page by its address. */
export const documentAtEndpoint: Endpoint = {
  path: '/document-at',
  method: 'get',
  handler: async ({ payload, searchParams, user }) => {
    const address = searchParams?.get('address') ?? '';
    const found = await foundAt(payload, { address, user });
    const { document, kind } = found ?? { document: null };
    if (document === null) return Response.json({ message: desk.gate.closed }, { status: 404 });
    return Response.json({ kind, document });
  },
};

/** The screen of the document, or of the list; `null` when nothing of ours is or was there. */
export async function screenFor(payload: Payload, asked: Asked): Promise<string | null> {
  const found = await foundAt(payload, asked);
  if (found === null) return null;
  const { document, kind } = found;
  return document === null ? `/admin/collections/${kind}` : hrefOf({ kind, document });
}

async function foundAt(payload: Payload, { address, user }: Asked): Promise<Found | null> {
  const path = pathIn(address);
  if (path === null) return null;
  const seen = kindNames.filter((kind) => may(rolesOf({ user }), 'read', kind));
  const [, sha256] = /^\/files\/([0-9a-f]{64})\b/.exec(path) ?? [];
  if (sha256 !== undefined) return seen.includes('media') ? mediaWith(payload, sha256) : null;
  for (const place of placesAt(path).filter(({ kind }) => seen.includes(kind))) {
    const { kind } = place;
    if (place.slug === null) return { kind, document: null };
    const [document] = await documentsAt(payload, place);
    if (document !== undefined) return { kind, document };
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

async function mediaWith(payload: Payload, sha256: string): Promise<Found | null> {
  const collection = payload.db.collections.media;
  const [found] =
    (await collection
      ?.find({ [`${RENDITIONS}.sha256`]: sha256 }, { _id: 1 })
      .limit(1)
      .lean()) ?? [];
  return found === undefined ? null : { kind: 'media', document: String(found._id) };
}
