/** What the desk shows: each section a list of links, each saying why it is there. */

import {
  isOverdue,
  type Looker,
  type Wanted,
  waitingFor,
} from '@charterpress/shared/domain/desk.ts';
import { isKind, type Kind, kindNames } from '@charterpress/shared/domain/kinds.ts';
import { londonDay } from '@charterpress/shared/domain/london-time.ts';
import type { WorkflowRecord } from '@charterpress/shared/domain/workflow.ts';
import { may } from '@charterpress/shared/roles.ts';
import words from '@charterpress/shared/strings/landing.json' with { type: 'json' };
import type { Payload, PayloadRequest, TypedUser } from 'payload';
import { rolesOf } from '../../access/collections.ts';
import { REMOVALS } from '../../publishing/records.ts';
import { filled } from '../../words/filled.ts';
import { dayInWords, moment } from '../../words/moment.ts';
import { recordsWhere } from '../../workflow/records.ts';
import { type Names, namesOf } from '../people.ts';
import { titleFrom, titlesOf } from '../titles.ts';
import { brokenLinks } from './broken-links.ts';
import { bundlesOnDesk } from './bundles-on-desk.ts';
import { consultationsOnDesk } from './consultations-on-desk.ts';
import { expiringFacts } from './expiring-facts.ts';
import { servicesOnDesk } from './services-to-check.ts';
import { siteOnDesk } from './site-on-desk.ts';
import { translationWork } from './translation-work.ts';
import { translationsBehind } from './translations-behind.ts';

export type DeskItem = { readonly title: string; readonly href: string; readonly says: string };
export type SectionName = keyof typeof words.sections;
export type Section = { readonly name: SectionName; readonly items: readonly DeskItem[] };

/** What somebody with these roles may see of it, the most urgent first. */
export async function sectionsOf(
  payload: Payload,
  user: TypedUser | null,
): Promise<readonly Section[]> {
  const held = rolesOf({ user });
  const kinds = kindNames.filter((kind) => may(held, 'read', kind));
  const looker: Looker = {
    email: user?.email ?? '',
    may: (action, kind) => may(held, action, kind),
  };
  const [records, bundles, removals, facts, services, broken, behind, translations, site] =
    await Promise.all([
      unsettled(payload, kinds),
      bundlesOnDesk(payload, kinds),
      removalsAsked(payload, looker.email, (kind) => may(held, 'confirmRemoval', kind)),
      expiringFacts(payload, kinds),
      servicesOnDesk(payload, kinds),
      brokenLinks(payload, kinds),
      translationsBehind(payload, kinds),
      translationWork(payload, user),
      siteOnDesk(payload),
    ]);
  const names = await namesOf(payload, records.flatMap(peopleIn));
  const in_ = (state: WorkflowRecord['state']) => records.filter((each) => each.state === state);
  const items = (found: readonly WorkflowRecord[]) => found.map((each) => itemOf(each, names));
  const today = londonDay(new Date().toISOString());
  const second = records.filter(({ secondLook }) => secondLook !== null);
  const overdue = records.filter((each) => isOverdue(each, today));
  return [
    { name: 'failed', items: [...bundles.failed, ...items(in_('failed'))] },
    { name: 'site', items: site },
    {
      name: 'waiting',
      items: [
        ...waitingFor(looker, records).map(({ record, wanted }) =>
          wantedItem(record, wanted, names),
        ),
        ...removals.mine,
      ],
    },
    { name: 'translations', items: translations },
    { name: 'secondLook', items: second.map((each) => wantedItem(each, 'second-look', names)) },
    { name: 'removals', items: removals.others },
    { name: 'review', items: items(in_('in-review')) },
    { name: 'factCheck', items: items(in_('fact-check')) },
    { name: 'approved', items: items(in_('approved')) },
    { name: 'scheduled', items: bundles.scheduled },
    { name: 'overdue', items: overdue.map(overdueItem) },
    { name: 'facts', items: facts },
    { name: 'services', items: services },
    { name: 'consultations', items: await consultationsOnDesk(payload, kinds) },
    { name: 'broken', items: broken },
    { name: 'behind', items: behind },
    { name: 'drafts', items: items(in_('draft')) },
  ];
}

/** The records of all that is not at rest. */
async function unsettled(
  payload: Payload,
  kinds: readonly Kind[],
): Promise<readonly WorkflowRecord[]> {
  const records = await recordsWhere({ payload } as PayloadRequest, {
    or: [
      { state: { not_in: ['published', 'withdrawn', 'removed'] } },
      { secondLook: { exists: true } },
      { nextReview: { exists: true } },
    ],
  });
  return records.filter(({ kind }) => kinds.includes(kind));
}

type Removals = { readonly mine: readonly DeskItem[]; readonly others: readonly DeskItem[] };

/** Removals that wait for a second person: for whoever may confirm them, and did not ask. */
async function removalsAsked(
  payload: Payload,
  email: string,
  mayConfirm: (kind: Kind) => boolean,
): Promise<Removals> {
  const { docs } = await payload.db.find<{
    readonly kind: string;
    readonly document: string;
    readonly askedBy: string;
    readonly askedAt: string;
  }>({
    collection: REMOVALS,
    where: { confirmedBy: { exists: false } },
    limit: 0,
    pagination: false,
  });
  const titles = await titlesOf(payload, docs);
  const names = await namesOf(
    payload,
    docs.map(({ askedBy }) => askedBy),
  );
  const seen = docs.filter(({ kind }) => isKind(kind));
  const item = (each: (typeof docs)[number]): DeskItem => ({
    title: titles(each),
    href: hrefOf(each),
    says: filled(words.removal, { who: names(each.askedBy), when: at(each.askedAt) }),
  });
  const isMine = (each: (typeof docs)[number]) =>
    each.askedBy !== email && isKind(each.kind) && mayConfirm(each.kind);
  return {
    mine: seen.filter(isMine).map(item),
    others: seen.filter((each) => !isMine(each)).map(item),
  };
}

function itemOf(record: WorkflowRecord, names: Names): DeskItem {
  return { ...linkTo(record), says: saidOf(record, names) };
}

function wantedItem(record: WorkflowRecord, wanted: Wanted, names: Names): DeskItem {
  if (wanted !== 'second-look') {
    const says = filled(words.wanted[wanted], { why: record.amendments?.why ?? '' });
    return { ...linkTo(record), says };
  }
  const { at: when = '', by = '' } = record.secondLook ?? {};
  const says = filled(words.wanted[wanted], { who: names(by), when: at(when) });
  return { ...linkTo(record), says };
}

function overdueItem(record: WorkflowRecord): DeskItem {
  const { nextReview, owner } = record;
  const when = nextReview === null ? '' : dayInWords(nextReview.slice(0, 10));
  return { ...linkTo(record), says: filled(words.overdue, { when, owner: owner ?? words.nobody }) };
}

function saidOf(record: WorkflowRecord, names: Names): string {
  const { approval, editedBy, factCheck, failure, state, submitted } = record;
  if (state === 'failed') return filled(words.says.failed, { when: at(failure?.at ?? '') });
  if (state === 'in-review') {
    return filled(words.says.review, {
      who: names(submitted?.by ?? ''),
      when: at(submitted?.at ?? ''),
    });
  }
  if (state === 'fact-check') {
    return filled(words.says.factCheck, {
      of: factCheck?.of ?? '',
      when: at(factCheck?.askedAt ?? ''),
    });
  }
  if (approval !== null) {
    return filled(words.says.approved, { who: names(approval.by), when: at(approval.at) });
  }
  return filled(words.says.draft, { who: names(editedBy.at(-1) ?? words.nobody) });
}

function linkTo(record: WorkflowRecord): { title: string; href: string } {
  return { title: titleFrom(record.title), href: hrefOf(record) };
}

export function hrefOf({ document, kind }: { kind: string; document: string }): string {
  return `/admin/collections/${kind}/${document}`;
}

function at(iso: string): string {
  return iso === '' ? '' : moment(new Date(iso));
}

function peopleIn({ approval, editedBy, secondLook, submitted }: WorkflowRecord): string[] {
  const each = [approval?.by, secondLook?.by, submitted?.by];
  return [...editedBy, ...each].filter((email) => email !== undefined);
}
