/** Consultations in lists, each with how far it has come. */
import { pathOf } from '@charterpress/shared/domain/addresses.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { destination, type Link, titleOf } from '../links.ts';
import { type Reader, type Said, said } from '../reader.ts';
import { textWithin } from '../within.ts';
import { type ShownStage, shownStage } from './stage.ts';

export type ConsultationEntry = Link & { readonly summary: Said; readonly stage: ShownStage };

/** Those that close or open next stand first, and of those that are over the last one. */
export function consultationEntries(reader: Reader): readonly ConsultationEntry[] {
  return reader.content
    .addresses('consultations', SOURCE_LANGUAGE)
    .flatMap(({ document }) => entryOf(reader, document) ?? [])
    .toSorted(byDay);
}

function entryOf(reader: Reader, document: string): ConsultationEntry | null {
  const found = textWithin(reader, { kind: 'consultations', document });
  if (found === null) return null;
  const { language, slug, source, text } = found;
  const isOwn = reader.content.languagesOf('consultations', document).includes(reader.language);
  const tag = isOwn ? reader.language : SOURCE_LANGUAGE;
  return {
    ...destination(reader, pathOf({ kind: 'consultations', slug, language: tag }) as string, tag),
    // As its own page is called, though what has moved on is shown in English.
    label:
      titleOf(reader, { kind: 'consultations', document }) ?? said(reader, text.title, language),
    summary: said(reader, text.summary, language),
    stage: shownStage(reader, source),
  };
}

function byDay({ stage: one }: ConsultationEntry, { stage: other }: ConsultationEntry): number {
  if (one.day === other.day) return 0;
  const isEarlier = one.day < other.day ? -1 : 1;
  const isAhead = one.group === 'open' || one.group === 'coming';
  return isAhead ? isEarlier : -isEarlier;
}
