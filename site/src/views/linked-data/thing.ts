/** What a document is in the words of schema.org, and what is known of it. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { titleIn } from '@charterpress/shared/domain/title.ts';
import type { Reader } from '../reader.ts';
import { isVersion, type Reading } from '../reading.ts';
import { bodyFacts, courseFacts, evidenceFacts, forumFacts, termFacts } from './about.ts';
import { eventFacts } from './events.ts';
import type { Facts, Thing } from './graph.ts';
import { charterFacts, guideFacts, strategyFacts } from './parts.ts';
import { organisationFacts, placeFacts } from './places.ts';
import { serviceFacts } from './services.ts';

type OfKind = { readonly [K in Kind]?: (reader: Reader, shown: Reading<K>) => Facts };

/** Most documents are texts. */
const facts: OfKind = {
  bodies: bodyFacts,
  charter: charterFacts,
  courses: courseFacts,
  events: eventFacts,
  evidence: evidenceFacts,
  forums: forumFacts,
  guides: guideFacts,
  organisations: organisationFacts,
  places: placeFacts,
  services: serviceFacts,
  strategies: strategyFacts,
  terms: termFacts,
};

/** In another form than a text it has a title and nothing else that could be said. */
export function thingOf<K extends Kind>(reader: Reader, shown: Reading<K>): Thing {
  const thing = { '@type': 'CreativeWork', name: titleIn(shown.text) };
  if (isVersion(shown)) return thing;
  return { ...thing, ...facts[shown.edition.kind]?.(reader, shown) };
}
