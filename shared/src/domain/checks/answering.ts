/** A promise that nobody answers for is none. */
import type { Blocker } from './findings.ts';
import type { Content } from './texts.ts';

/** What people write into a field that must not be empty. */
const placeholders = new Set([
  ...['tbc', 'tba', 'tbd', 'to be confirmed', 'to be agreed', 'to be decided', 'to follow'],
  ...[
    'none',
    'nobody',
    'no one',
    'noone',
    'unknown',
    'not known',
    'na',
    'not applicable',
    'vacant',
    '',
  ],
]);

export function isUnanswered(answerable: unknown): boolean {
  const plain = String(answerable ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, '');
  return placeholders.has(plain.trim());
}

/** An empty field is named by composing. */
export function unanswered({ answerable }: Content): readonly Blocker[] {
  const isPlaceholder = answerable != null && isUnanswered(answerable);
  return isPlaceholder
    ? [{ field: 'answerable', problem: 'nobody-answers', words: String(answerable) }]
    : [];
}
