/** Translations that readers have and that say less than the English does. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { language } from '@charterpress/shared/languages.ts';
import words from '@charterpress/shared/strings/landing.json' with { type: 'json' };
import type { Payload } from 'payload';
import { type DocumentBehind, documentsBehind } from '../../translation/behind.ts';
import { filled } from '../../words/filled.ts';
import { moment } from '../../words/moment.ts';
import { titlesOf } from '../titles.ts';
import type { DeskItem } from './sections.ts';

export async function translationsBehind(
  payload: Payload,
  kinds: readonly Kind[],
): Promise<readonly DeskItem[]> {
  const behind = (await documentsBehind({ payload }, kinds)).map(summary);
  const titles = await titlesOf(payload, behind);
  return behind
    .sort(
      (one, other) =>
        Number(other.unsafe) - Number(one.unsafe) || (one.since < other.since ? -1 : 1),
    )
    .map((each) => ({
      title: titles(each),
      href: `/admin/collections/${each.kind}/${each.document}`,
      says: filled(each.unsafe ? words.says.unsafe : words.says.behind, {
        languages: each.names.join(', '),
        when: moment(new Date(each.since)),
      }),
    }));
}

function summary({ document, kind, languages }: DocumentBehind) {
  return {
    ...{ kind, document },
    names: languages.map(({ language: tag, segments }) => nameOf(tag, segments)),
    since: languages.map(({ since }) => since).toSorted()[0] ?? '',
    unsafe: languages.some(({ unsafe }) => unsafe),
  };
}

/** Where every segment is reviewed, all that is left is to release it. */
function nameOf(tag: string, segments: number): string {
  const name = language(tag)?.englishName ?? tag;
  if (segments === 0) return filled(words.says.toRelease, { language: name });
  const sentence = segments === 1 ? words.says.segmentsOne : words.says.segments;
  return filled(sentence, { language: name, count: String(segments) });
}
