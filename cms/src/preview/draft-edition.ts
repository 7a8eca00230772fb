/** A working copy as the edition it would be if it were published this moment. For looking only. */
import { digestOf } from '@charterpress/shared/domain/digest.ts';
import { composeDraft } from '@charterpress/shared/domain/draft.ts';
import type { Change } from '@charterpress/shared/domain/edition.ts';
import type { Problem } from '@charterpress/shared/domain/problem.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import preview from '@charterpress/shared/strings/preview.json' with { type: 'json' };
import type { Payload } from 'payload';
import { readHead, type StoredEdition } from '../publishing/ledger.ts';
import { spoken } from '../publishing/sentences.ts';
import { newestEdition } from '../publishing/stored.ts';
import { filled } from '../words/filled.ts';
import type { Subject } from './pass.ts';

type Values = Readonly<Record<string, unknown>>;

export type DraftEdition = {
  readonly edition: StoredEdition;
  readonly problems: readonly Problem[];
  /** Readers have this very text: publishing it would change nothing. */
  readonly isLive: boolean;
};

/** What translations have to follow, unless somebody said otherwise when they handed the text on. */
const usual = { change: 'major', changeNote: null } as const;
export type SaidOfIt = { readonly change: Change; readonly changeNote: string | null };

export async function draftEdition(
  payload: Payload,
  { document, kind }: Subject,
  version: Values,
  said: SaidOfIt = usual,
): Promise<DraftEdition> {
  const subject = { kind, document };
  const newest = await newestEdition({ payload }, { ...subject, language: SOURCE_LANGUAGE });
  const { sequence } = await readHead(payload);
  const { content, problems, slug } = composeDraft(subject.kind, version, {
    slug: newest?.slug ?? null,
    missing: (path) => filled(preview.missing, { field: spoken(path) }),
  });
  const language = SOURCE_LANGUAGE;
  const digest = digestOf({ ...subject, language, slug, content });
  const isLive = newest?.action === 'published' && newest.digest === digest;
  if (isLive) return { edition: newest, problems, isLive };
  const publishedAt = new Date().toISOString();
  const edition: StoredEdition = {
    ...subject,
    language,
    slug,
    content,
    digest,
    action: 'published',
    change: said.change,
    changeNote: said.changeNote,
    sourceEdition: null,
    number: (newest?.number ?? 0) + 1,
    sequence: sequence + 1,
    publishedAt,
    firstPublishedAt: newest?.firstPublishedAt ?? publishedAt,
    changedAt: publishedAt,
  };
  return { edition, problems, isLive };
}
