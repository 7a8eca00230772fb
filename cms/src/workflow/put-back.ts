/**
 * Putting an edition back: its text becomes the working copy, as a save like any other, and goes through review. The
 * version that the edition was made from is found by its digest, and has what an edition has not, such as half a row.
 * Where none has it, because it was composed by other rules or came with a restored backup, the text of the edition is
 * written back into the editor's form.
 */
import { randomBytes } from 'node:crypto';
import { type ContentOfKind, type Kind, kinds } from '@charterpress/shared/domain/kinds.ts';
import type { Rendition } from '@charterpress/shared/domain/shape.ts';
import { workingCopyOf } from '@charterpress/shared/domain/working-copy.ts';
import type { PayloadRequest } from 'payload';
import { RENDITIONS } from '../fields/authoring.ts';
import { digestOfVersion } from '../publishing/entries.ts';
import { englishEditions } from '../publishing/languages-of.ts';
import type { Ledger } from '../publishing/ledger.ts';
import type { Values } from '../publishing/publish.ts';
import type { Subject } from './situation.ts';

export type PutBack =
  | { readonly ok: true; readonly digest: string }
  | { readonly ok: false; readonly refused: 'no-edition' | 'other-file' };

export async function putBack(
  ledger: Ledger,
  of: Subject & { readonly edition: number; readonly copy: Values; readonly req: PayloadRequest },
): Promise<PutBack> {
  const { copy, document, kind } = of;
  const editions = await englishEditions(ledger, of);
  const edition = editions.find(({ number }) => number === of.edition);
  if (edition === undefined || edition.content === null)
    return { ok: false, refused: 'no-edition' };
  const { content, digest, slug } = edition;
  if (isOtherFile(kind, content, copy)) return { ok: false, refused: 'other-file' };
  const version = await versionWith(ledger, { kind, document, digest });
  const text =
    version === null
      ? workingCopyOf(kind, { content: content as ContentOfKind<Kind>, slug }, newId)
      : authoredOf(kind, version);
  await ledger.req.payload.update({
    collection: kind,
    id: document,
    data: { ...text, revision: copy.revision } as never,
    depth: 0,
    overrideAccess: true,
    req: { ...ledger.req, user: of.req.user } as PayloadRequest,
  });
  return { ok: true, digest };
}

/** Newest first, some at a time: most often it is one of the last. */
async function versionWith(
  ledger: Ledger,
  { digest, document, kind }: Subject & { readonly digest: string },
  page = 1,
): Promise<Values | null> {
  const { docs, hasNextPage } = await ledger.req.payload.findVersions({
    collection: kind,
    where: { parent: { equals: document } },
    sort: '-createdAt',
    depth: 0,
    limit: 20,
    page,
    overrideAccess: true,
    req: ledger.req,
  });
  const texts = docs.map(({ version }) => version as unknown as Values);
  const found = texts.find((text) => digestOfVersion(kind, document, text) === digest);
  if (found !== undefined) return found;
  return hasNextPage ? versionWith(ledger, { digest, document, kind }, page + 1) : null;
}

/** What a person wrote: fields of the kind and the address. The rest is the CMS's own. */
function authoredOf(kind: Kind, version: Values): Values {
  const names = [...Object.keys(kinds[kind]), 'slug'].filter((name) => name !== 'file');
  return Object.fromEntries(names.map((name) => [name, version[name] ?? null]));
}

/** An uploaded file is not put back by words about it. */
function isOtherFile(kind: Kind, content: Values, copy: Values): boolean {
  if (!('file' in kinds[kind])) return false;
  const hashes = (file: unknown) =>
    ((file ?? []) as Rendition[]).map(({ sha256 }) => sha256).join();
  return hashes(content.file) !== hashes(copy[RENDITIONS]);
}

/** Such as the database gives. */
function newId(): string {
  return randomBytes(12).toString('hex');
}
