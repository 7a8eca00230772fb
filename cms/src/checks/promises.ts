/** What the rules on promises ask about: what readers have of an action, and what came of a consultation. */
import type { Surroundings } from '@charterpress/shared/domain/checks/surroundings.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Payload } from 'payload';
import { editionsOf } from '../fields/edition.ts';
import { newestEdition, newestText } from '../publishing/stored.ts';
import type { Text } from './standing.ts';

type Promised = Pick<Surroundings, 'published' | 'outcomes'>;

/** `beside` is what goes live at the same moment. A translation has the reports of its English, whatever it says. */
export async function promisesAround(
  payload: Payload,
  { document, kind, language }: Pick<Text, 'document' | 'kind'> & { readonly language: string },
  beside: readonly Text[],
): Promise<Promised> {
  const isAction = kind === 'actions' && language === SOURCE_LANGUAGE;
  const text = isAction ? await newestText({ payload }, { kind, document, language }) : null;
  const outcomes = kind === 'consultations' ? await outcomesOf(payload, document, beside) : 0;
  return { published: text?.content ?? null, outcomes };
}

async function outcomesOf(
  payload: Payload,
  consultation: string,
  beside: readonly Text[],
): Promise<number> {
  const { docs } = await payload.db.find<{ document: string }>({
    collection: editionsOf('outcomes'),
    where: {
      language: { equals: SOURCE_LANGUAGE },
      'content.consultation.document': { equals: consultation },
    },
    limit: 0,
    pagination: false,
  });
  const named = [...new Set(docs.map(({ document }) => document))];
  const published = await Promise.all(
    named.map((document) =>
      newestEdition({ payload }, { kind: 'outcomes', document, language: SOURCE_LANGUAGE }),
    ),
  );
  const live = published.filter((edition) => edition?.action === 'published');
  const soon = beside.filter(({ kind }) => kind === 'outcomes');
  return [...live, ...soon].filter((each) => isOf(each?.content ?? {}, consultation)).length;
}

function isOf({ consultation }: Readonly<Record<string, unknown>>, document: string): boolean {
  return (consultation as { readonly document?: string } | null)?.document === document;
}
