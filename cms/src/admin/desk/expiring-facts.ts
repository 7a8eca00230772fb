/** Facts that have to be confirmed again: those whose day has passed, and those whose day is near. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import words from '@charterpress/shared/strings/landing.json' with { type: 'json' };
import type { Payload } from 'payload';
import { filled } from '../../words/filled.ts';
import { dayInWords } from '../../words/moment.ts';
import { titleFrom } from '../titles.ts';
import type { DeskItem } from './sections.ts';

const NEAR = 30 * 24 * 60 * 60 * 1000;

export async function expiringFacts(
  payload: Payload,
  kinds: readonly Kind[],
): Promise<readonly DeskItem[]> {
  if (!kinds.includes('facts')) return [];
  const { docs } = await payload.find({
    collection: 'facts',
    where: { expires: { less_than: new Date(Date.now() + NEAR).toISOString() } },
    select: { label: true, expires: true },
    sort: 'expires',
    depth: 0,
    pagination: false,
    overrideAccess: true,
  });
  return docs.map(({ expires, id, label }) => {
    const isPast = Date.parse(String(expires)) < Date.now();
    const when = dayInWords(String(expires).slice(0, 10));
    return {
      title: titleFrom(label),
      href: `/admin/collections/facts/${id}`,
      says: filled(isPast ? words.says.expired : words.says.expires, { when }),
    };
  });
}
