/** What the checks say of the open document as it was saved last: asked once a save, however many show it. */
import checks from '@charterpress/shared/strings/checks.json' with { type: 'json' };
import type { Said, SaidAtMoments } from '../checks/endpoint.ts';
import { type AskedOnce, askedOnce, useAnswer } from './asked-once.ts';

export type Checks = {
  /** What stands in the way of approval, and so of all that follows. */
  readonly review: readonly Said[];
  /** What stands in the way of publishing alone. */
  readonly publish: readonly Said[];
  readonly advice: readonly Said[];
};

const question = askedOnce<Checks>({
  path: 'checks',
  unreachable: checks.panel.unreachable,
  read: (body) => sorted(body as SaidAtMoments),
});

export function useChecks(): AskedOnce<Checks> {
  return useAnswer(question);
}

/** Each thing once: what is in the way of approval is in the way of publishing too. */
function sorted({ publish, review }: SaidAtMoments): Checks {
  const before = review.filter(({ level }) => level === 'blocks');
  const known = new Set(before.map(keyOf));
  const later = publish.filter(({ level }) => level === 'blocks');
  return {
    review: before,
    publish: later.filter((said) => !known.has(keyOf(said))),
    advice: publish.filter(({ level }) => level === 'advises'),
  };
}

function keyOf({ field, message }: Said): string {
  return `${field} ${message}`;
}
