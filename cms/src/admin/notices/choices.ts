/** What a publisher chooses from: facts and pages that readers have, and the words of each language. */

import { type Kind, kinds } from '@charterpress/shared/domain/kinds.ts';
import { londonDay } from '@charterpress/shared/domain/london-time.ts';
import {
  type NoticeSentence,
  noticeSentences,
  type Severity,
  severities,
} from '@charterpress/shared/domain/urgent-notice.ts';
import { language, SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { aboutWords, insteadWords } from '@charterpress/shared/notice-words.ts';
import { interfaceLanguage, words } from '@charterpress/shared/strings.ts';
import type { Payload } from 'payload';
import { aggregated } from '../../publishing/newest.ts';
import { trust } from '../../words/trust.ts';
import { titleFrom } from '../titles.ts';

export type FactChoice = {
  readonly document: string;
  /** By language, where it was published in it. */
  readonly labels: Readonly<Record<string, string>>;
  /** The ways to reach it, and what it says. */
  readonly details: string;
};

export type PageChoice = {
  readonly kind: string;
  readonly document: string;
  readonly title: string;
};

export type LanguageWords = {
  readonly tag: string;
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  readonly isEnglish: boolean;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly about: Readonly<Record<NoticeSentence, string | null>>;
  readonly instead: Readonly<Record<NoticeSentence, string>>;
  readonly news: string;
  readonly inEnglish: string;
  /** With `{{moment}}` where the end stands. */
  readonly until: string;
};

export function languageChoices(): readonly LanguageWords[] {
  return trust.languages.map((tag) => {
    const say = words(tag);
    const known = language(tag);
    return {
      tag,
      name: known?.englishName ?? tag,
      direction: known?.direction ?? 'ltr',
      isEnglish: interfaceLanguage(tag) === SOURCE_LANGUAGE,
      severity: byName(severities, (one) => say(`urgent.severity.${one}`)),
      about: byName(noticeSentences, (one) => {
        const key = aboutWords[one];
        return key === null ? null : say(key);
      }),
      instead: byName(noticeSentences, (one) => say(insteadWords[one])),
      news: say('urgent.news'),
      inEnglish: say('urgent.inEnglish'),
      until: say('urgent.until', { moment: '{{moment}}' }),
    };
  });
}

type NewestFact = {
  readonly _id: { readonly document: string; readonly language: string };
  readonly action: string;
  readonly content: Readonly<Record<string, string | null | undefined>>;
};

/** The facts that hold today. */
export async function factChoices(payload: Payload, now: Date): Promise<readonly FactChoice[]> {
  const newest = await grouped<NewestFact>(payload, 'facts', {
    _id: { document: '$document', language: '$language' },
    action: { $last: '$action' },
    content: { $last: '$content' },
  });
  const today = londonDay(now.toISOString());
  return newest
    .filter(({ _id, action }) => _id.language === SOURCE_LANGUAGE && action === 'published')
    .filter(({ content }) => (content.expires ?? today) >= today)
    .map(({ _id, content }) => {
      const all = newest.filter((each) => each._id.document === _id.document);
      const { telephone, email, web, value } = content;
      return {
        document: _id.document,
        labels: Object.fromEntries(
          all.map((each) => [each._id.language, String(each.content.label ?? '')]),
        ),
        details: [value, telephone, email, web].filter(Boolean).join(' · '),
      };
    })
    .sort((a, b) => (a.labels.en ?? '').localeCompare(b.labels.en ?? ''));
}

type NewestPage = { readonly _id: string; readonly action: string; readonly title: string };

export async function pageChoices(payload: Payload): Promise<readonly PageChoice[]> {
  const found = await Promise.all(
    kinds.notices.pages.kinds.map(async (kind) => {
      const newest = await grouped<NewestPage>(payload, kind as Kind, {
        _id: '$document',
        action: { $last: '$action' },
        title: {
          $last: {
            $ifNull: ['$content.title', { $ifNull: ['$content.promise', '$content.statement'] }],
          },
        },
      });
      return newest
        .filter(({ action }) => action === 'published')
        .map(({ _id, title }) => ({ kind, document: _id, title: titleFrom(title) }));
    }),
  );
  return found.flat().sort((a, b) => a.title.localeCompare(b.title));
}

/** The newest edition of each document, grouped where the data is. Pages are asked for in English alone. */
async function grouped<T>(payload: Payload, kind: Kind, group: object): Promise<readonly T[]> {
  return aggregated<T>(payload, kind, [
    { $match: kind === 'facts' ? {} : { language: SOURCE_LANGUAGE } },
    { $sort: { document: 1, number: 1 } },
    { $group: group as never },
  ]);
}

function byName<N extends string, T>(names: readonly N[], of: (name: N) => T): Record<N, T> {
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<N, T>;
}
