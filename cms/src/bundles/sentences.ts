/** What bundles say to staff: the words are in `shared/src/strings/bundles.json`. */
import type { BundleProblem, BundleState } from '@charterpress/shared/domain/bundle.ts';
import words from '@charterpress/shared/strings/bundles.json' with { type: 'json' };
import { filled } from '../words/filled.ts';
import { moment } from '../words/moment.ts';

/** Says how to put a problem right. `titles` are those of the items, in the order they were asked for. */
export function bundleSentence(
  problem: BundleProblem,
  { titles, now }: { titles: readonly string[]; now: string },
): string {
  const sentences = words.problems[problem.field] as Readonly<Record<string, string>>;
  return filled(sentences[problem.problem] ?? '', {
    title: 'item' in problem ? (titles[problem.item] ?? '') : '',
    bundle: 'bundle' in problem ? problem.bundle : '',
    next: 'next' in problem ? wallWords(problem.next) : '',
    now: moment(new Date(now)),
  });
}

/** `2027-03-28T02:00` -> `02:00` */
function wallWords(wall: string): string {
  return wall.slice(11, 16);
}

export const unknownBundle = () => words.refused.unknown;
export const staleBundle = () => words.refused.stale;
export const closedBundle = (state: BundleState) =>
  filled(words.refused.closed, { state: words.states[state] });

type Dated = { readonly title: string; readonly goesLiveAt: string };

export const heldBack = ({ title, goesLiveAt }: Dated) =>
  filled(words.refused.embargo, { title, when: moment(new Date(goesLiveAt)) });
/** Said to everybody who asks how the CMS is, so they give no title away. */
export const failedSince = (goesLiveAt: string) =>
  filled(words.health.failed, { when: moment(new Date(goesLiveAt)) });
export const overdueSince = (goesLiveAt: string) =>
  filled(words.health.overdue, { when: moment(new Date(goesLiveAt)) });
export const withoutTitle = () => words.screen.withoutTitle;
