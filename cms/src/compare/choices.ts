/** The texts of one document that can be compared, by name: what was saved, and what was published in every language. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { language, SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import compare from '@charterpress/shared/strings/compare.json' with { type: 'json' };
import type { PayloadRequest } from 'payload';
import { editionsOf } from '../fields/edition.ts';
import type { StoredEdition } from '../publishing/ledger.ts';
import { filled } from '../words/filled.ts';
import { moment } from '../words/moment.ts';
import { trust } from '../words/trust.ts';

export type Choice = {
  /** In addresses: `version:<id>`, `edition:ur:3`. */
  readonly id: string;
  readonly label: string;
  readonly group: string;
};

export type Of = { readonly kind: Kind; readonly document: string };

/** The newest this many: further back there are the editions. */
const MOST_VERSIONS = 100;

/** Saved ones first, newest first; then editions by language, newest first. Erased texts are not among them. */
export async function choicesOf(req: PayloadRequest, of: Of): Promise<readonly Choice[]> {
  const [saved, published] = await Promise.all([savedOnes(req, of), publishedOnes(req, of)]);
  return [...saved, ...published];
}

/** Left to itself, the desk compares what readers have with what is saved. */
export function usualPair(choices: readonly Choice[]): readonly [Choice, Choice] | null {
  const [saved, ...others] = choices;
  const readers = choices.find(({ id }) => id.startsWith(`edition:${SOURCE_LANGUAGE}:`));
  const before = readers ?? others[0];
  return saved === undefined || before === undefined || saved === before ? null : [before, saved];
}

type Version = {
  readonly id: string;
  readonly updatedAt: string;
  readonly version: { readonly savedBy?: string | null };
};

async function savedOnes(req: PayloadRequest, { document, kind }: Of): Promise<readonly Choice[]> {
  const { docs } = await req.payload.findVersions({
    collection: kind,
    where: { parent: { equals: document } },
    select: { version: { savedBy: true }, updatedAt: true } as never,
    sort: '-updatedAt',
    limit: MOST_VERSIONS,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  });
  return (docs as unknown as readonly Version[]).map(({ id, updatedAt, version }, at) => {
    const said = { who: version.savedBy ?? '-', when: moment(new Date(updatedAt)) };
    const label = filled(at === 0 ? compare.savedLast : compare.saved, said);
    return { id: `version:${id}`, label, group: compare.savedGroup };
  });
}

type Head = Pick<StoredEdition, 'action' | 'language' | 'number' | 'publishedAt'>;

async function publishedOnes(
  req: PayloadRequest,
  { document, kind }: Of,
): Promise<readonly Choice[]> {
  const { docs } = await req.payload.db.find<Head & { id: string }>({
    collection: editionsOf(kind),
    where: { document: { equals: document }, action: { in: ['published', 'withdrawn'] } },
    select: { action: true, language: true, number: true, publishedAt: true },
    sort: '-number',
    limit: 0,
    pagination: false,
    req,
  });
  return trust.languages.flatMap((tag) =>
    docs.filter((edition) => edition.language === tag).map(publishedOne),
  );
}

function publishedOne({ action, language: tag, number, publishedAt }: Head): Choice {
  const name = language(tag)?.englishName ?? tag;
  const what = action === 'withdrawn' ? compare.what.withdrawn : compare.what.published;
  const said = {
    language: name,
    number: String(number),
    when: moment(new Date(publishedAt)),
    what,
  };
  return {
    id: `edition:${tag}:${number}`,
    label: filled(compare.published, said),
    group: filled(compare.publishedGroup, { language: name }),
  };
}
