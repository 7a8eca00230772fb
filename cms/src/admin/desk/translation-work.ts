/** On the desk of a translator: each document that this person can do something about, in their languages. */
import { language } from '@charterpress/shared/languages.ts';
import words from '@charterpress/shared/strings/workbench.json' with { type: 'json' };
import type { Payload, PayloadRequest, TypedUser } from 'payload';
import { workIn } from '../../translation/lists.ts';
import { whoOf } from '../../translation/who.ts';
import { counted } from '../../words/counted.ts';
import type { DeskItem } from './sections.ts';

const { mine: say } = words;

export async function translationWork(
  payload: Payload,
  user: TypedUser | null,
): Promise<readonly DeskItem[]> {
  const req = { payload, user } as PayloadRequest;
  const { languages, roles } = whoOf(req);
  if (!roles.includes('translator')) return [];
  const work = await workIn(req, languages);
  return work.flatMap(({ documents, language: tag }) =>
    documents.map(({ document, kind, title, toRelease, toReview, words: left }) => ({
      title,
      href: `/admin/translation/${tag}/${kind}/${document}`,
      says: [
        language(tag)?.englishName ?? tag,
        ...(toReview > 0 ? [counted(say, 'toReview', toReview)] : []),
        ...(left > 0 ? [counted(say, 'words', left)] : []),
        ...(toRelease ? [say.toRelease] : []),
      ].join(', '),
    })),
  );
}
