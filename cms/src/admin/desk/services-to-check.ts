/** Services that somebody has to ask about again, and what readers see of that today. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import words from '@charterpress/shared/strings/services.json' with { type: 'json' };
import type { Payload } from 'payload';
import { type ServiceToCheck, servicesToCheck } from '../../reviews/services.ts';
import { filled } from '../../words/filled.ts';
import { dayInWords } from '../../words/moment.ts';
import { titleFrom } from '../titles.ts';
import { type DeskItem, hrefOf } from './sections.ts';

export async function servicesOnDesk(
  payload: Payload,
  kinds: readonly Kind[],
): Promise<readonly DeskItem[]> {
  if (!kinds.includes('services')) return [];
  const services = await servicesToCheck(payload, new Date());
  return services.map((service) => ({
    title: titleFrom(service.name),
    href: hrefOf({ kind: 'services', document: service.document }),
    says: saidOf(service),
  }));
}

function saidOf({ checkedOn, state }: ServiceToCheck): string {
  const when = checkedOn === null ? '' : dayInWords(checkedOn);
  return filled(words.desk[state], { when });
}
