/** Which words stand before what an urgent notice is filled with, by its sentence. */
import type { NoticeSentence } from './domain/urgent-notice.ts';
import type { WordKey } from './strings.ts';

/** `null` for sentences that are about nothing by name. */
export const aboutWords: Readonly<Record<NoticeSentence, WordKey | null>> = {
  danger: null,
  closed: 'urgent.about.closed',
  'line-down': 'urgent.about.line-down',
  moved: 'urgent.about.moved',
  open: 'urgent.about.open',
  news: null,
};

export const insteadWords: Readonly<Record<NoticeSentence, WordKey>> = {
  danger: 'urgent.instead.danger',
  closed: 'urgent.instead.other',
  'line-down': 'urgent.instead.line-down',
  moved: 'urgent.instead.moved',
  open: 'urgent.instead.other',
  news: 'urgent.instead.other',
};
