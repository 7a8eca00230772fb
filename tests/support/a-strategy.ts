/** A strategy by hand, for tests that say one thing about it. */
import type { ContentOfKind } from '@charterpress/shared/domain/kinds.ts';
import { prose } from './parent-site.ts';

export type Strategy = ContentOfKind<'strategies'>;
type Section = Strategy['sections'][number];

/** A paragraph as its words, or as its name and its words. */
type Written = string | readonly [anchor: string, words: string];

export function section(
  slug: string,
  title: string,
  paragraphs: readonly Written[],
  part: Section['part'] = 'other',
): Section {
  return {
    ...{ id: `row-${slug}`, slug, title, part },
    paragraphs: paragraphs.map((written, at) => {
      const [anchor, words] = typeof written === 'string' ? [null, written] : written;
      return { id: `${slug}-${at + 1}`, anchor, body: prose(words) };
    }),
  };
}

export function strategy(sections: readonly Section[], more: Partial<Strategy> = {}): Strategy {
  return {
    ...{ title: 'Parent support strategy', summary: 'How we help parents.', version: null },
    ...{ status: 'adopted' as const, adoptedOn: null, inForceFrom: null, inForceTo: null },
    ...{ replaces: null, draft: null, numbering: 'section-and-paragraph' as const, sections },
    ...{ milestones: [], sentTo: [], decisions: [], consultations: [], evidence: [] },
    attachments: [],
    ...more,
  };
}
