/** Reads one text of a document, by the name that it has among the choices. */
import { slugByNumber } from '@charterpress/shared/domain/addresses.ts';
import type { Side } from '@charterpress/shared/domain/compare.ts';
import { composeSoFar } from '@charterpress/shared/domain/compose.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { PayloadRequest } from 'payload';
import { RENDITIONS } from '../fields/authoring.ts';
import { editionsWhere } from '../publishing/stored.ts';
import type { Of } from './choices.ts';

export type Text = Side & {
  /** What parents are told about an edition: what changed, or why it was withdrawn. */
  readonly note: string | null;
};

/** `null` when there is no such text, or it was erased. */
export function textOf(req: PayloadRequest, of: Of, id: string): Promise<Text | null> {
  const [what, name = '', number] = id.split(':');
  if (what === 'version') return versionText(req, of, name);
  return editionText(req, of, { language: name, number: Number(number) });
}

type Saved = { readonly version: Readonly<Record<string, unknown>> };

async function versionText(
  req: PayloadRequest,
  { document, kind }: Of,
  id: string,
): Promise<Text | null> {
  const { docs } = await req.payload.findVersions({
    collection: kind,
    where: { id: { equals: id }, parent: { equals: document } },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  });
  const [found] = docs as unknown as readonly Saved[];
  if (found === undefined) return null;
  const { version } = found;
  const numbered = slugByNumber(kind, Number(version.number));
  return {
    language: SOURCE_LANGUAGE,
    slug: numbered ?? (typeof version.slug === 'string' ? version.slug : null),
    content: composeSoFar(kind, { ...version, file: version[RENDITIONS] }).content,
    note: null,
  };
}

async function editionText(
  req: PayloadRequest,
  { document, kind }: Of,
  { language, number }: { readonly language: string; readonly number: number },
): Promise<Text | null> {
  const [edition] = await editionsWhere(req, { kind, document, language, number });
  if (edition === undefined) return null;
  const { changeNote, content, slug } = edition;
  return content === null ? null : { language, slug, content, note: changeNote };
}
