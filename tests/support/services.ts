/** Services of a trust in Kent, by hand: whatever a test does not say of one is known and as parents hope. */
import type { ContentOfKind } from '@charterpress/shared/domain/kinds.ts';
import { prose } from './parent-site.ts';

export function service(said: Partial<ContentOfKind<'services'>> = {}): ContentOfKind<'services'> {
  return {
    name: 'Stay and play',
    summary: 'Toys and songs.',
    body: prose('You come in and sign the book.'),
    organisation: { kind: 'organisations', document: 'trust' },
    contacts: [{ kind: 'facts', document: 'line' }],
    web: 'https://play.example.org/',
    forWhom: 'Families with small children',
    ages: 'every-age',
    fromAge: null,
    toAge: null,
    carers: ['dads'],
    topics: ['babies-and-toddlers'],
    tiers: ['1'],
    cost: 'free',
    price: null,
    costNote: 'Bring a snack.',
    referral: 'nobody',
    referralNote: 'Come to the door.',
    wait: 'You can come today.',
    everywhere: false,
    districts: ['swale'],
    places: [{ kind: 'places', document: 'hall' }],
    atHome: false,
    hours: [{ id: 'h1', days: ['monday'], opens: '09:30', closes: '11:00', weeks: 'term-time' }],
    exceptions: [],
    transport: 'Bus 7 stops outside.',
    languages: ['en', 'pl'],
    interpreters: 'no',
    stepFree: 'no',
    access: 'A ramp is at the back.',
    whoWillKnow: 'Only the people who work here.',
    lasting: 'lasting',
    pilotEnds: null,
    checkedOn: '2026-03-01',
    checkedBy: 'directory officer',
    sensitive: false,
    guides: [],
    principles: [],
    ...said,
  };
}

export function place(said: Partial<ContentOfKind<'places'>> = {}): ContentOfKind<'places'> {
  return {
    ...{ name: 'Mill hall', type: 'hall', summary: null, organisation: null },
    ...{ street: '1 Mill Street', town: 'Faversham', postcode: 'ME13 1AA', districts: ['swale'] },
    ...{ cluster: null, askFor: 'the caretaker', contact: null, transport: null, stepFree: null },
    ...{ access: null, hours: [], exceptions: [], sensitive: false },
    ...said,
  };
}

export const organisation: ContentOfKind<'organisations'> = {
  ...{ name: 'Oast trust', summary: 'A charity.', type: 'charity', web: null, contact: null },
  sensitive: false,
};

export const line: ContentOfKind<'facts'> = {
  ...{ type: 'contact', label: 'Play line', telephone: '01632 960100', email: null, web: null },
  ...{ value: null, confirmedBy: null, confirmedOn: null, expires: null },
};
