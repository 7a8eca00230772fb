/** What readers know the pages of a kind as. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import type { WordKey, Words } from '@charterpress/shared/strings.ts';

const parts: Readonly<Partial<Record<Kind, WordKey>>> = {
  charter: 'nav.charter',
  pledges: 'progress.promise',
  principles: 'principle.statement',
  guides: 'nav.guides',
  terms: 'words.nav',
  organisations: 'services.title',
  places: 'services.title',
  services: 'services.title',
  actions: 'progress.action',
  strategies: 'strategy.title',
  bodies: 'board.title',
  decisions: 'decision.title',
  evidence: 'evidence.title',
  courses: 'professionals.courses',
  consultations: 'consultation.title',
  forums: 'forum.one',
  events: 'event.title',
};

/** `null` for a page that is called by nothing but its title. */
export function partOfSite(kind: Kind, words: Words): string | null {
  const key = parts[kind];
  return key === undefined ? null : words(key);
}
