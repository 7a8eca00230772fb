/** What became of a draft: the strategy as people were asked about it, and as it was agreed, section by section. */
import type { LineChange } from '@charterpress/shared/domain/compare-words.ts';
import {
  compareStrategies,
  type SectionChange,
} from '@charterpress/shared/domain/strategy/comparing.ts';
import type { Content } from '../../content/content.ts';
import { noSuchPage } from '../document.ts';
import { factFor } from '../facts.ts';
import { type Frame, frameFor, ownLink } from '../frame.ts';
import { type Link, linksTo } from '../links.ts';
import { type Reader, reader as readerIn } from '../reader.ts';
import { readable, reading } from '../reading.ts';
import { citedWords } from './cited.ts';
import { headingOf } from './sections.ts';

type ShownChange = {
  readonly id: string;
  readonly heading: string;
  /** "Changed", "New", "Taken out", "Moved". */
  readonly said: string;
  readonly tone: 'done' | 'waiting' | 'past';
  /** None where the section stayed as it was. */
  readonly lines: readonly LineChange[];
};

export type ChangesPage = {
  readonly frame: Frame;
  readonly title: string;
  readonly introduction: string;
  readonly key: string;
  readonly spoken: { readonly added: string; readonly removed: string };
  readonly both: readonly Link[];
  readonly sections: readonly ShownChange[];
};

type Params = { readonly language: string; readonly slug: string };

/** Where the comparison stands in a language; `null` where not both texts can be read in it. */
export function changesPath(content: Content, document: string, language: string): string | null {
  const both = bothTexts(content, document, language);
  return both === null ? null : `/${language}/strategies/${both.slug}/changes/`;
}

export function changesPage(content: Content, { language, slug }: Params): ChangesPage {
  const document = content.bySlug('strategies', slug);
  const both = document === null ? null : bothTexts(content, document, language);
  if (document === null || both === null) throw noSuchPage('strategies', slug, language);
  const reader = readerIn(content, language);
  const { words } = reader;
  const title = `${words('strategy.changes')}: ${both.after.title}`;
  const path = `/${language}/strategies/`;
  return {
    frame: frameFor(reader, {
      ...{ title, description: words('strategy.changesIntro') },
      trail: [
        ownLink(reader, path, words('strategy.title')),
        ownLink(reader, `${path}${slug}/`, both.after.title),
      ],
      pathIn: (tag) => changesPath(content, document, tag),
    }),
    title,
    introduction: words('strategy.changesIntro'),
    key: words('wording.key'),
    spoken: { added: words('wording.putIn'), removed: words('wording.takenOut') },
    both: linksTo(reader, [both.draft, { kind: 'strategies', document }]),
    sections: compareStrategies({
      ...{ ...both, language },
      said: {
        cited: (cited) => citedWords(reader, cited),
        fact: (fact) => factWords(reader, fact),
      },
    }).map((change) => shownChange(reader, change)),
  };
}

function bothTexts(content: Content, document: string, language: string) {
  const after = reading(content, { kind: 'strategies', document, language });
  const draft = after?.source.content.draft ?? null;
  if (after === null || draft === null || after.textLanguage !== language) return null;
  const before = readable(content, { kind: 'strategies', document: draft.document, language });
  if (before === null) return null;
  return { before: before.content, after: after.text, draft, slug: after.slug };
}

function factWords(reader: Reader, fact: Parameters<typeof factFor>[1]): string {
  const shown = factFor(reader, fact);
  const way = shown?.telephone ?? shown?.email ?? shown?.web ?? shown?.value;
  return way?.text ?? reader.words('fact.unknown');
}

const tones = { same: 'past', changed: 'waiting', added: 'done', removed: 'past' } as const;

function shownChange(reader: Reader, change: SectionChange): ShownChange {
  const { anchor, heading, is, isAppendix, isMoved, number } = change;
  const also = isMoved ? [reader.words('strategy.change.moved')] : [];
  const own = is === 'same' && isMoved ? [] : [reader.words(`strategy.change.${is}`)];
  return {
    id: anchor,
    heading: headingOf(reader, { isAppendix, number, section: { title: heading } }),
    said: [...own, ...also].join(', '),
    tone: tones[is],
    lines: is === 'same' ? [] : belowHeading(change),
  };
}

/** The heading stands above already: among the lines it tells something only where its words changed. */
function belowHeading({ is, lines }: SectionChange): readonly LineChange[] {
  const [first, ...rest] = lines;
  return is === 'changed' && first?.is !== 'same' ? lines : rest;
}
