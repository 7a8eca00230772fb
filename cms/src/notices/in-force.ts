/** The notices that readers have, or will have at their time. */
import type { ContentOfKind } from '@charterpress/shared/domain/kinds.ts';
import { phaseAt } from '@charterpress/shared/domain/urgent-notice.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import words from '@charterpress/shared/strings/notices.json' with { type: 'json' };
import type { Payload } from 'payload';
import { titlesOf } from '../admin/titles.ts';
import { editionsOf } from '../fields/edition.ts';
import type { StoredEdition } from '../publishing/ledger.ts';
import { newestEdition } from '../publishing/stored.ts';

export type NoticeUp = {
  readonly document: string;
  /** What staff call it: its sentence and what it is about. */
  readonly title: string;
  readonly phase: 'waiting' | 'in-force';
  readonly begins: string | null;
  readonly ends: string;
  readonly text: string | null;
};

export async function noticesUp(payload: Payload, now: Date): Promise<readonly NoticeUp[]> {
  const { docs } = await payload.db.find<{ document: string }>({
    collection: editionsOf('notices'),
    where: {
      language: { equals: SOURCE_LANGUAGE },
      'content.ends': { greater_than: now.toISOString() },
    },
    limit: 0,
    pagination: false,
  });
  const documents = [...new Set(docs.map(({ document }) => document))];
  const newest = await Promise.all(documents.map((document) => newestOf(payload, document)));
  const up = newest.flatMap((edition) => (edition?.action === 'published' ? [edition] : []));
  const shown = await Promise.all(up.map((edition) => noticeUp(payload, edition, now)));
  return shown.filter((notice) => notice !== null);
}

function newestOf(payload: Payload, document: string): Promise<StoredEdition | null> {
  return newestEdition({ payload }, { kind: 'notices', document, language: SOURCE_LANGUAGE });
}

async function noticeUp(
  payload: Payload,
  edition: StoredEdition,
  now: Date,
): Promise<NoticeUp | null> {
  const content = edition.content as ContentOfKind<'notices'>;
  const phase = phaseAt(now, content);
  if (phase === 'over') return null;
  const { begins, ends, sentence, text } = content;
  const named = content.about ?? content.instead;
  const name = named === null ? null : (await titlesOf(payload, [named]))(named);
  const title = [words.sentences[sentence], name].filter((part) => part !== null).join(': ');
  return { document: edition.document, title, phase, begins, ends, text };
}
