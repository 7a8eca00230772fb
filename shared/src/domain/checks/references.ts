/** Rules on what a text leads to: that readers can reach it, that it still holds, that it says what it has to. */
import { dayWritten } from '../day-written.ts';
import type { Kind } from '../kinds.ts';
import { isUnanswered } from './answering.ts';
import { isUndecidedImage } from './attachments.ts';
import type { Blocker } from './findings.ts';
import { type Known, mentionedIn, type Surroundings } from './surroundings.ts';
import type { Content, ReferenceAt } from './texts.ts';

/** What a document refers to, shows or links to, and cannot yet or no longer. */
export function deadReferences(
  kind: Kind,
  content: Content,
  around: Surroundings,
): readonly Blocker[] {
  const { addresses, references } = mentionedIn(kind, content, around.site);
  return [
    ...references.flatMap((reference) => troubleWith(reference, around)),
    ...addresses.flatMap(({ field, path, url }): Blocker[] => {
      const standing = around.pageAt(path);
      if (standing === 'published') return [];
      return standing === 'withdrawn'
        ? [{ field, problem: 'refers-to-withdrawn', title: url }]
        : [{ field, problem: 'link-nowhere', url }];
    }),
  ];
}

function troubleWith({ field, to }: ReferenceAt, around: Surroundings): readonly Blocker[] {
  const known = around.known(to);
  const { content, standing, title } = known;
  if (to.kind === 'media' && standing !== 'removed' && isUndecidedImage(content)) {
    return [{ field, problem: 'image-undecided', title }];
  }
  if (standing === 'removed') return [{ field, problem: 'refers-to-removed' }];
  if (standing === 'withdrawn') return [{ field, problem: 'refers-to-withdrawn', title }];
  if (standing === 'unpublished') return [{ field, problem: 'refers-to-unpublished', title }];
  if (to.kind === 'facts') return expiredFact(field, known, around.today);
  const isPledge = to.kind === 'pledges' && isUnanswered(content.answerable);
  return isPledge ? [{ field, problem: 'pledge-unanswered', title }] : [];
}

/** It holds to the end of its last day. */
function expiredFact(field: string, { content, title }: Known, today: string): readonly Blocker[] {
  const day = dayWritten(content.expires);
  return day !== null && day < today ? [{ field, problem: 'fact-expired', title, day }] : [];
}

/** A fact that is published when its own day has passed would be out of date from its first minute. */
export function ownExpiry(kind: Kind, content: Content, today: string): readonly Blocker[] {
  const day = kind === 'facts' ? dayWritten(content.expires) : null;
  return day !== null && day < today ? [{ field: 'expires', problem: 'expired', day }] : [];
}
