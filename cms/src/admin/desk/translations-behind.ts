/** Translations that readers have and that say less than the English does. */
import { movedOn } from '@charterpress/shared/domain/freshness.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { language } from '@charterpress/shared/languages.ts';
import words from '@charterpress/shared/strings/landing.json' with { type: 'json' };
import type { Payload } from 'payload';
import { englishEditions, newestTranslations } from '../../publishing/newest.ts';
import { filled } from '../../words/filled.ts';
import { moment } from '../../words/moment.ts';
import { titlesOf } from '../titles.ts';
import type { DeskItem } from './sections.ts';

type Behind = {
  readonly kind: Kind;
  readonly document: string;
  readonly languages: readonly string[];
  readonly since: string;
  readonly unsafe: boolean;
};

export async function translationsBehind(
  payload: Payload,
  kinds: readonly Kind[],
): Promise<readonly DeskItem[]> {
  const behind = (await Promise.all(kinds.map((kind) => behindOf(payload, kind)))).flat();
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
        languages: each.languages.join(', '),
        when: moment(new Date(each.since)),
      }),
    }));
}

async function behindOf(payload: Payload, kind: Kind): Promise<readonly Behind[]> {
  const [english, translations] = await Promise.all([
    englishEditions(payload, kind),
    newestTranslations(payload, kind),
  ]);
  const found = new Map<string, Behind>();
  for (const { _id, sourceEdition } of translations) {
    const { document, language: tag } = _id;
    const moved = movedOn(sourceEdition, english.get(document) ?? []);
    if (moved === null) continue;
    const before = found.get(document);
    const name = language(tag)?.englishName ?? tag;
    found.set(document, {
      ...{ kind, document },
      languages: [...(before?.languages ?? []), name],
      since: before !== undefined && before.since < moved.since ? before.since : moved.since,
      unsafe: moved.unsafe || before?.unsafe === true,
    });
  }
  return [...found.values()];
}
