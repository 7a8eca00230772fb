/** Consultations that open or close soon, or owe people an answer: pages follow by themselves, staff should know before. */
import type { ContentOfKind, Kind } from '@charterpress/shared/domain/kinds.ts';
import { londonDay } from '@charterpress/shared/domain/london-time.ts';
import { dueSoon } from '@charterpress/shared/domain/taking-part/consultation-phase.ts';
import words from '@charterpress/shared/strings/taking-part.json' with { type: 'json' };
import type { Payload } from 'payload';
import { newestTexts } from '../../publishing/newest.ts';
import { wholeContent } from '../../publishing/stored.ts';
import { filled } from '../../words/filled.ts';
import { dayInWords } from '../../words/moment.ts';
import { titleFrom } from '../titles.ts';
import { type DeskItem, hrefOf } from './sections.ts';

/** By the day on which something becomes due. */
export async function consultationsOnDesk(
  payload: Payload,
  kinds: readonly Kind[],
): Promise<readonly DeskItem[]> {
  if (!kinds.includes('consultations')) return [];
  const today = londonDay(new Date().toISOString());
  const found = await newestTexts(payload, 'consultations');
  return found
    .flatMap(({ _id, content }) => {
      const whole = wholeContent('consultations', content);
      if (whole === null) return [];
      const consultation = whole as ContentOfKind<'consultations'>;
      return dueSoon(consultation, today).map((due) => ({ due, document: _id, consultation }));
    })
    .toSorted((a, b) => (a.due.day < b.due.day ? -1 : 1))
    .map(({ consultation, document, due }) => ({
      title: titleFrom(consultation.title),
      href: hrefOf({ kind: 'consultations', document }),
      says: filled(words.desk[due.what], { when: dayInWords(due.day) }),
    }));
}
