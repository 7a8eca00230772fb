/** English that was approved and that readers do not have yet: only such a text can be translated before its moment. */
import { compose } from '@charterpress/shared/domain/compose.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { PayloadRequest } from 'payload';
import { newestEdition } from '../publishing/stored.ts';
import { recordOf } from '../workflow/records.ts';
import { pinnedVersion } from '../workflow/situation.ts';
import { type CutEnglish, cutEnglish, publicEnglish } from './english.ts';
import type { Subject } from './records.ts';

/** What translators work from: what was approved and waits for its moment, else what readers have. */
export async function englishToTranslate(
  req: PayloadRequest,
  of: Subject,
): Promise<CutEnglish | null> {
  return (await comingEnglish(req, of)) ?? publicEnglish(req, of);
}

/** The approved text as the English edition it is going to be; `null` when nothing is approved. */
export async function comingEnglish(req: PayloadRequest, of: Subject): Promise<CutEnglish | null> {
  const { document, kind } = of;
  const record = await recordOf(req, of);
  const pinned = record && (await pinnedVersion(req, record));
  if (record?.approval == null || pinned === null) return null;
  const composed = compose(kind, pinned.text);
  if (!composed.ok) return null;
  const { at, change, changeNote, digest } = record.approval;
  const language = SOURCE_LANGUAGE;
  const before = await newestEdition(req, { kind, document, language });
  const isFirst = before === null;
  return cutEnglish(req, {
    ...{ kind, document, language, slug: before?.slug ?? '', sequence: 0, sourceEdition: null },
    ...{ action: 'published', change: change ?? 'major', changeNote, digest },
    ...{ number: (before?.number ?? 0) + 1, publishedAt: at, changedAt: at },
    firstPublishedAt: isFirst ? at : before.firstPublishedAt,
    content: composed.value,
  });
}
