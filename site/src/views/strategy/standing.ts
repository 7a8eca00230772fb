/** How far a strategy is agreed and whether it holds today, in words, and where to read on when it does not. */
import type { ContentOfKind } from '@charterpress/shared/domain/kinds.ts';
import { type Force, forceOf } from '@charterpress/shared/domain/strategy/force.ts';
import { type Link, linkTo } from '../links.ts';
import type { Notice } from '../notices.ts';
import { type Reader, said } from '../reader.ts';

export type Standing = {
  readonly force: Force;
  readonly words: string;
  readonly tone: 'waiting' | 'done' | 'past';
};

const tones = {
  draft: 'waiting',
  'in-consultation': 'waiting',
  'not-yet': 'waiting',
  adopted: 'done',
  'in-force': 'done',
  over: 'past',
  replaced: 'past',
} as const;

export function standingOf(reader: Reader, strategy: ContentOfKind<'strategies'>): Standing {
  const force = forceOf(strategy, reader.content.reached);
  return { force, words: wordsFor(reader, force), tone: tones[force] };
}

function wordsFor({ words }: Reader, force: Force): string {
  switch (force) {
    case 'not-yet':
    case 'in-force':
    case 'over':
      return words(`strategy.force.${force}`);
    default:
      return words(`status.${force}`);
  }
}

/** The strategy that says it replaces this one, or for which this one was the draft. */
export function successorOf(
  reader: Reader,
  document: string,
  field: 'replaces' | 'draft',
): Link | null {
  const [next] = reader.content.having('strategies', field, document);
  return next === undefined
    ? null
    : linkTo(reader, { kind: 'strategies', document: next.document });
}

/** Above a strategy that is not the one to go by. */
export function supersededNotices(
  reader: Reader,
  document: string,
  { force, words }: Standing,
): readonly Notice[] {
  const final = successorOf(reader, document, 'draft');
  if (final !== null) return [notice(reader, 'strategy.isDraft', final, words)];
  if (force !== 'replaced' && force !== 'over') return [];
  return [notice(reader, 'strategy.isOld', successorOf(reader, document, 'replaces'), words)];
}

function notice(
  reader: Reader,
  text: 'strategy.isDraft' | 'strategy.isOld',
  link: Link | null,
  title: string,
): Notice {
  return {
    ...{ tone: 'information', title, lists: [], link },
    texts: [said(reader, reader.words(text), reader.language)],
  };
}
