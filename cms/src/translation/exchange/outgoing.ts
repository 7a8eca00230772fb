/** Files of translations for whoever has no account here. */
import { plainOf } from '@charterpress/shared/domain/translation/codes.ts';
import { shownOf } from '@charterpress/shared/domain/translation/files/import-report.ts';
import type {
  Outgoing,
  XliffVersion,
} from '@charterpress/shared/domain/translation/files/transfer.ts';
import { writeXliff1 } from '@charterpress/shared/domain/translation/files/xliff-1.ts';
import { writeXliff2 } from '@charterpress/shared/domain/translation/files/xliff-2.ts';
import type { Segment } from '@charterpress/shared/domain/translation/segment.ts';
import { language as languageOf } from '@charterpress/shared/languages.ts';
import type { PayloadRequest } from 'payload';
import { titleField, titleFrom } from '../../admin/titles.ts';
import { styleNoteFor } from '../../words/style-note.ts';
import { englishToTranslate } from '../coming.ts';
import type { CutEnglish } from '../english.ts';
import { recordsOf, type Translation } from '../records.ts';
import { samenessOf } from '../sameness.ts';
import { saidOnSegments } from './notes.ts';

/** `name`: of the file, unlike that of any other document or language. */
export type Sent = {
  readonly name: string;
  readonly file: Outgoing;
  /** When the English was. */
  readonly publishedAt: string;
};

/** The newest public English with the newest words of the language; `null` where there is no such English. */
export async function outgoing(req: PayloadRequest, of: Translation): Promise<Sent | null> {
  const english = await englishToTranslate(req, of);
  if (english === null) return null;
  const records = await recordsOf(req, of);
  const isSame = await samenessOf(req, of, english.edition.number);
  const headings = headingsAbove(english.segments);
  const said = await saidOnSegments(req, of);
  const { document, kind, language } = of;
  const file: Outgoing = {
    ...{ kind, document, language },
    direction: languageOf(language)?.direction ?? 'ltr',
    edition: english.edition.number,
    title: titleOf(req, english),
    styleNote: styleNoteFor(language),
    units: english.segments.map((segment, at) => ({
      segment,
      context: headings[at] ?? '',
      said: said(segment.key),
      ...shownOf(segment, records.get(segment.key) ?? null, isSame),
    })),
  };
  const { publishedAt, slug } = english.edition;
  return { name: `${kind}-${slug || document}.${language}.xlf`, file, publishedAt };
}

export function written(file: Outgoing, version: XliffVersion): string {
  return version === '2.1' ? writeXliff2(file) : writeXliff1(file);
}

export function titleOf(req: PayloadRequest, { edition }: CutEnglish): string {
  const { content, kind, slug } = edition;
  return titleFrom(content[titleField(req.payload, kind)] ?? slug);
}

/** The words of the nearest heading before each segment, for whoever sees one segment at a time. */
function headingsAbove(segments: readonly Segment[]): readonly string[] {
  let above = '';
  return segments.map(({ style, text }) => {
    const here = above;
    if (style === 'heading' || style === 'line') above = plainOf(text);
    return here;
  });
}
