/** Consultations, events and forums of a small site, by hand. */
import type { ContentOfKind } from '@charterpress/shared/domain/kinds.ts';
import { prose } from './parent-site.ts';

type Changed<K extends 'consultations' | 'events' | 'forums' | 'places'> = Partial<
  ContentOfKind<K>
>;

export function consultation(
  title: string,
  changed: Changed<'consultations'> = {},
): ContentOfKind<'consultations'> {
  return {
    ...{ title, summary: 'Tell us what would help you.', body: null },
    phases: [
      {
        ...{ id: 'p1', name: 'Parents and carers', asks: 'parents' },
        ...{ opens: '2026-06-01', closes: '2026-06-30', ways: 'Ring us.\nCome to a meeting.' },
      },
    ],
    questions: [{ id: 'q1', question: 'What would help you?', about: null }],
    ...{ subjects: [], contact: null, reportsBy: null, reportedOn: null, report: null },
    attachments: [],
    ...changed,
  };
}

export function event(title: string, changed: Changed<'events'> = {}): ContentOfKind<'events'> {
  return {
    ...{ title, type: 'forum-meeting', summary: 'There is tea.', body: null },
    ...{ begins: '2026-06-10T18:00:00.000Z', ends: '2026-06-10T20:00:00.000Z' },
    ...{ cancelled: false, forum: null, consultation: null, place: null, online: null },
    ...{ districts: ['swale'], stepFree: null, interpreters: null, childcare: null },
    ...{ bookBy: null, contact: null, cameBySector: [], whatCameOfIt: null },
    sensitive: false,
    ...changed,
  };
}

export function forum(name: string, changed: Changed<'forums'> = {}): ContentOfKind<'forums'> {
  return {
    ...{ name, standing: 'meets', area: 'Swanley and around', districts: ['sevenoaks'] },
    ...{ summary: 'Ten parents come.', howToJoin: prose('Just come.'), meets: 'Once a term' },
    ...{ contact: null, raised: [] },
    ...changed,
  };
}

export function place(name: string, changed: Changed<'places'> = {}): ContentOfKind<'places'> {
  return {
    ...{ name, type: 'hall', summary: null, organisation: null, street: '2 High Street' },
    ...{ town: 'Sittingbourne', postcode: 'ME10 1AA', districts: ['swale'], cluster: null },
    ...{ askFor: null, contact: null, transport: null, stepFree: null, access: null },
    ...{ hours: [], exceptions: [], sensitive: false },
    ...changed,
  };
}
