/** Events in lists: those to come with the next one first, those that are over with the last one first. */
import { pathOf } from '@charterpress/shared/domain/addresses.ts';
import type { ContentOfKind } from '@charterpress/shared/domain/kinds.ts';
import {
  type EventStage,
  eventStage,
} from '@charterpress/shared/domain/taking-part/event-stage.ts';
import type { Address } from '../../content/content.ts';
import type { Dated } from '../document.ts';
import { destination, type Link, titleOf } from '../links.ts';
import { type Reader, type Said, said } from '../reader.ts';
import { textWithin } from '../within.ts';
import { timesIn } from './when.ts';

export type EventState = {
  readonly words: string;
  readonly tone: 'waiting' | 'done' | 'past';
};

export type EventEntry = Link & {
  readonly type: string;
  readonly when: Dated;
  readonly where: Said | null;
  /** `null` for an event that is still to come as planned. */
  readonly state: EventState | null;
};

export type Events = {
  /** Those that are on count as coming: one can still go there. */
  readonly coming: readonly EventEntry[];
  readonly past: readonly EventEntry[];
};

export function eventEntries(reader: Reader, addresses: readonly Address[]): Events {
  const known = addresses
    .flatMap((address) => knownEvent(reader, address) ?? [])
    .toSorted((a, b) => compare(a.begins, b.begins) || compare(a.document, b.document));
  const entries = (some: typeof known) => some.map(({ entry }) => entry);
  return {
    coming: entries(known.filter(({ stage }) => stage !== 'over')),
    past: entries(known.filter(({ stage }) => stage === 'over').toReversed()),
  };
}

function knownEvent(reader: Reader, { document }: Address) {
  const event = textWithin(reader, { kind: 'events', document });
  if (event === null) return null;
  const { begins, cancelled, ends, place, type } = event.source;
  const stage = eventStage({ begins, ends }, reader.content.reached);
  const isOwn = reader.content.languagesOf('events', document).includes(reader.language);
  const tag = isOwn ? reader.language : 'en';
  const href = pathOf({ kind: 'events', slug: event.slug, language: tag }) as string;
  const entry: EventEntry = {
    ...destination(reader, href, tag),
    label: said(reader, event.text.title, event.language),
    type: reader.words(`event.type.${type}`),
    when: { text: timesIn(reader.language, begins, ends), moment: begins },
    where: place === null ? null : titleOf(reader, place),
    state: eventState(reader, stage, cancelled),
  };
  return { document, begins, stage, entry };
}

export function eventState(
  { words }: Reader,
  stage: EventStage,
  cancelled: ContentOfKind<'events'>['cancelled'],
): EventState | null {
  if (cancelled) return { words: words('event.cancelled'), tone: 'waiting' };
  if (stage === 'on') return { words: words('event.on'), tone: 'done' };
  return stage === 'over' ? { words: words('event.over'), tone: 'past' } : null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
