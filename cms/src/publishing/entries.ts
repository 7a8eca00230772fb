/** From a publication to what the ledger enters: composed, with its address and its digest. */
import { slugByNumber } from '@charterpress/shared/domain/addresses.ts';
import { compose } from '@charterpress/shared/domain/compose.ts';
import { digestOf } from '@charterpress/shared/domain/digest.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { composeSegments } from '@charterpress/shared/domain/translation/segments.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Payload } from 'payload';
import { hasText, keysOf } from '../translation/english.ts';
import type { EditionAddress, Entry, StoredEdition } from './ledger.ts';
import type { EnglishText, Publication, Publishing, TranslatedText, Values } from './publish.ts';
import { editionsWhere, newestEdition } from './stored.ts';

/** The fingerprint of a version as it would be published; `null` when it cannot be. */
export function digestOfVersion(kind: Kind, document: string, version: Values): string | null {
  const text = composeEnglish({ kind, version });
  if (!text.ok) return null;
  return digestOf({ kind, document, language: SOURCE_LANGUAGE, ...text.value });
}

/** Composes a publication. `earlier` is what goes live with it, before it: its English may be among that. */
export async function composeEntry(
  payload: Payload,
  publication: Publication,
  earlier: readonly StoredEdition[],
): Promise<Publishing<Entry>> {
  const composed =
    'version' in publication
      ? composeEnglish(publication)
      : await composeLanguage(payload, publication, earlier);
  if (!composed.ok) return composed;
  const { kind, document, language, change, changeNote } = publication;
  const { slug, content } = composed.value;
  return {
    ok: true,
    value: {
      kind,
      document,
      language,
      slug,
      content,
      action: 'published',
      change,
      changeNote: changeNote?.normalize('NFC').trim() || null,
      sourceEdition: 'version' in publication ? null : publication.sourceEdition,
      digest: digestOf({ kind, document, language, slug, content }),
    },
  };
}

type Text = { readonly slug: string; readonly content: Values };

function composeEnglish({
  kind,
  version,
}: Pick<Publication, 'kind'> & Pick<EnglishText, 'version'>): Publishing<Text> {
  const composed = compose(kind, version);
  if (!composed.ok) return { ok: false, refused: 'text', problems: composed.problems };
  const slug = slugOf(kind, version);
  if (slug !== null) return { ok: true, value: { slug, content: composed.value as Values } };
  return { ok: false, refused: 'text', problems: [{ field: 'slug', problem: 'empty' }] };
}

function slugOf(kind: Kind, version: Values): string | null {
  const numbered = slugByNumber(kind, Number(version.number));
  if (numbered !== null) return numbered;
  return typeof version.slug === 'string' && version.slug !== '' ? version.slug : null;
}

/** Everything that is not language comes from the English edition it was made from; the address is the present one. */
async function composeLanguage(
  payload: Payload,
  publication: Publication & TranslatedText,
  earlier: readonly StoredEdition[],
): Promise<Publishing<Text>> {
  const { kind, document, targets, sourceEdition } = publication;
  const inEnglish = { kind, document, language: SOURCE_LANGUAGE };
  const withIt = earlier.find((edition) => isEditionOf(inEnglish, edition));
  const english = withIt ?? (await newestEdition({ payload }, inEnglish));
  const source =
    english?.number === sourceEdition
      ? english
      : await englishEdition(payload, { kind, document, number: sourceEdition });
  if (english?.action !== 'published' || source === null || !hasText(source)) {
    return { ok: false, refused: 'source-not-public' };
  }
  const keys = await keysOf({ payload }, source);
  const texts = new Map(Object.entries(targets));
  const composed = composeSegments(kind, source.content as never, keys, texts);
  if (!composed.ok) return { ok: false, refused: 'text', problems: composed.problems };
  return { ok: true, value: { slug: english.slug, content: composed.value as Values } };
}

function isEditionOf(of: EditionAddress, edition: StoredEdition): boolean {
  const { document, kind, language } = edition;
  return of.kind === kind && of.document === document && of.language === language;
}

async function englishEdition(
  payload: Payload,
  { document, kind, number }: { kind: Kind; document: string; number: number },
): Promise<StoredEdition | null> {
  const which = { kind, document, language: SOURCE_LANGUAGE, number };
  const [edition] = await editionsWhere({ payload }, which);
  return edition ?? null;
}
