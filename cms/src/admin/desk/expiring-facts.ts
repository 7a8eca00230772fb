/** Facts that readers have and somebody has to confirm again: those whose day has passed, and those whose day is near. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import words from '@charterpress/shared/strings/landing.json' with { type: 'json' };
import type { Payload } from 'payload';
import { factsToConfirm } from '../../reviews/facts.ts';
import { filled } from '../../words/filled.ts';
import { dayInWords } from '../../words/moment.ts';
import { titleFrom } from '../titles.ts';
import { type DeskItem, hrefOf } from './sections.ts';

export async function expiringFacts(
  payload: Payload,
  kinds: readonly Kind[],
): Promise<readonly DeskItem[]> {
  if (!kinds.includes('facts')) return [];
  const facts = await factsToConfirm(payload, new Date());
  return facts.map(({ document, expires, label, standing }) => ({
    title: titleFrom(label),
    href: hrefOf({ kind: 'facts', document }),
    says: filled(standing.state === 'expired' ? words.says.expired : words.says.expires, {
      when: dayInWords(expires),
    }),
  }));
}
