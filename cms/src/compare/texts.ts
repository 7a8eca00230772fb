/** The texts of one document that can be compared: what was saved, and what was published in every language. */

import { slugByNumber } from '@charterpress/shared/domain/addresses.ts';
import { composeSoFar } from '@charterpress/shared/domain/compose.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { language, SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import compare from '@charterpress/shared/strings/compare.json' with { type: 'json' };
import type { PayloadRequest } from 'payload';
import { RENDITIONS } from '../fields/authoring.ts';
import { editionsOf } from '../fields/edition.ts';
import { editionFrom, type StoredEdition } from '../publishing/ledger.ts';
import { filled } from '../words/filled.ts';
import { moment } from '../words/moment.ts';
import { trust } from '../words/trust.ts';

type Values = Readonly<Record<string, unknown>>;

export type Text = {
  /** In addresses: `version:<id>`, `edition:ur:3`. */
  readonly id: string;
  readonly label: string;
  readonly group: string;
  readonly language: string;
  readonly slug: string | null;
  readonly content: Values;
  /** What parents are told about this edition: what changed, or why it was withdrawn. */
  readonly note: string | null;
};

type Of = { readonly kind: Kind; readonly document: string };

/** The newest this many: further back there are the editions. */
const MOST_VERSIONS = 100;

/** Saved ones first, newest first; then editions by language, newest first. Erased texts are not among them. */
export async function textsOf(req: PayloadRequest, of: Of): Promise<readonly Text[]> {
  const [versions, editions] = await Promise.all([versionsOf(req, of), editionTexts(req, of)]);
  return [...versions, ...editions];
}

type Version = { readonly id: string; readonly version: Values; readonly updatedAt: string };

async function versionsOf(req: PayloadRequest, { document, kind }: Of): Promise<readonly Text[]> {
  const { docs } = await req.payload.findVersions({
    collection: kind,
    where: { parent: { equals: document } },
    sort: '-updatedAt',
    limit: MOST_VERSIONS,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  });
  return (docs as unknown as readonly Version[]).map((each, at) => versionText(kind, each, at));
}

function versionText(kind: Kind, { id, updatedAt, version }: Version, at: number): Text {
  const said = { who: String(version.savedBy ?? '-'), when: moment(new Date(updatedAt)) };
  const numbered = slugByNumber(kind, Number(version.number));
  return {
    id: `version:${id}`,
    label: filled(at === 0 ? compare.savedLast : compare.saved, said),
    group: compare.savedGroup,
    language: SOURCE_LANGUAGE,
    slug: numbered ?? (typeof version.slug === 'string' ? version.slug : null),
    content: composeSoFar(kind, { ...version, file: version[RENDITIONS] }).content,
    note: null,
  };
}

async function editionTexts(req: PayloadRequest, { document, kind }: Of): Promise<readonly Text[]> {
  const { docs } = await req.payload.db.find<Omit<StoredEdition, 'kind'>>({
    collection: editionsOf(kind),
    where: { document: { equals: document }, action: { in: ['published', 'withdrawn'] } },
    sort: '-number',
    limit: 0,
    pagination: false,
    req,
  });
  const editions = docs.map((each) => editionFrom(kind, each));
  return trust.languages.flatMap((tag) =>
    editions.filter((edition) => edition.language === tag).flatMap(editionText),
  );
}

function editionText(edition: StoredEdition): readonly Text[] {
  const { action, changeNote, content, language: tag, number, publishedAt, slug } = edition;
  if (content === null || (action !== 'published' && action !== 'withdrawn')) return [];
  const name = language(tag)?.englishName ?? tag;
  const said = {
    language: name,
    number: String(number),
    what: compare.what[action],
    when: moment(new Date(publishedAt)),
  };
  return [
    {
      id: `edition:${tag}:${number}`,
      label: filled(compare.published, said),
      group: filled(compare.publishedGroup, { language: name }),
      language: tag,
      slug,
      content,
      note: changeNote,
    },
  ];
}

/** Left to itself, the desk compares what readers have with what is saved. */
export function usualPair(texts: readonly Text[]): readonly [Text, Text] | null {
  const [saved, ...others] = texts;
  const readers = texts.find(({ id }) => id.startsWith(`edition:${SOURCE_LANGUAGE}:`));
  const before = readers ?? others[0];
  return saved === undefined || before === undefined || saved === before ? null : [before, saved];
}
