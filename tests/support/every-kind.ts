/** One document of each kind around the strategy, as an editor fills in its form: each refers to others of them. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { paragraph } from './texts.ts';

/** By kind, the id of the document that was made of it; pledges and principles have theirs from the samples. */
export type Made = Readonly<Partial<Record<Kind, string>>>;

export type ToWrite = {
  readonly kind: Kind;
  /** Where readers find it, below the tag of the language: its own page, or the one that it stands on. */
  readonly path: string;
  /** What it is called. */
  readonly english: string;
  readonly polish: string;
  readonly values: (made: Made) => object;
};

export const SLUG = 'walked-through';

const to = (kind: Kind, made: Made) => ({ relationTo: kind, value: made[kind] });

/** In the order in which they can be published: what is referred to comes first. */
export const toWrite: readonly ToWrite[] = [
  {
    ...{ kind: 'organisations', path: `organisations/${SLUG}` },
    ...{ english: 'Lantern Families', polish: 'Rodziny Latarni' },
    values: () => ({ name: 'Lantern Families', summary: 'We help families.', type: 'charity' }),
  },
  {
    ...{ kind: 'places', path: `places/${SLUG}` },
    ...{ english: 'Lantern House', polish: 'Dom Latarni' },
    values: (made) => ({
      ...{ name: 'Lantern House', type: 'hall', organisation: to('organisations', made) },
      ...{ street: '1 Test Lane', town: 'Ashford', postcode: 'ZZ99 1AA', districts: ['ashford'] },
    }),
  },
  {
    ...{ kind: 'services', path: `services/${SLUG}` },
    ...{ english: 'Lantern lunch', polish: 'Obiad u Latarni' },
    values: (made) => ({
      ...{ name: 'Lantern lunch', summary: 'Lunch for families.', districts: ['ashford'] },
      ...{ organisation: to('organisations', made), places: [to('places', made)] },
      ...{ topics: ['money'], tiers: ['1'], checkedBy: 'Directory officer' },
      checkedOn: new Date().toISOString().slice(0, 10),
    }),
  },
  {
    ...{ kind: 'consultations', path: `consultations/${SLUG}` },
    ...{ english: 'What should lunch be like?', polish: 'Jaki ma być obiad?' },
    values: () => ({
      ...{ title: 'What should lunch be like?', summary: 'We ask about lunch.' },
      phases: [{ name: 'Spring', asks: 'parents', opens: '2007-03-05', closes: '2007-04-05' }],
    }),
  },
  {
    ...{ kind: 'evidence', path: `evidence/${SLUG}` },
    ...{ english: 'What lunch does', polish: 'Co daje obiad' },
    values: () => ({
      ...{ title: 'What lunch does', type: 'research', summary: 'Lunch helps families.' },
      publishedOn: '2007-04-06',
    }),
  },
  {
    ...{ kind: 'outcomes', path: 'charter/pledge-1' },
    ...{ english: 'Lunch without onions', polish: 'Obiad bez cebuli' },
    values: (made) => ({
      ...{ title: 'Lunch without onions', consultation: to('consultations', made) },
      ...{ pledges: [to('pledges', made)], asked: 'We asked about lunch.' },
      ...{ said: 'You said: no onions.', answer: 'did', because: 'We left them out.' },
      changedOn: '2007-04-07',
    }),
  },
  {
    ...{ kind: 'actions', path: `progress/${SLUG}` },
    ...{ english: 'There will be lunch.', polish: 'Będzie obiad.' },
    values: (made) => ({
      ...{ title: 'There will be lunch.', pledge: to('pledges', made), owner: 'Lunch team' },
      ...{ measure: 'Families eat.', promisedOn: '2007-03-01', due: '2007-05-01' },
      reports: [
        {
          ...{ on: '2007-04-30', status: 'done', said: 'Families eat here.' },
          evidence: [to('evidence', made)],
        },
      ],
    }),
  },
  {
    ...{ kind: 'strategies', path: `strategies/${SLUG}` },
    ...{ english: 'Strategy for lunch', polish: 'Strategia obiadów' },
    values: (made) => ({
      ...{ title: 'Strategy for lunch', summary: 'Why lunch matters.', status: 'adopted' },
      ...{ numbering: 'section-and-paragraph', consultations: [to('consultations', made)] },
      sections: [
        {
          ...{ slug: 'vision', part: 'vision', title: 'Vision' },
          paragraphs: [{ body: paragraph('Every family eats lunch.') }],
        },
      ],
    }),
  },
  {
    ...{ kind: 'bodies', path: `boards/${SLUG}` },
    ...{ english: 'Lunch board', polish: 'Rada obiadowa' },
    values: () => ({
      ...{ name: 'Lunch board', type: 'board', summary: 'It decides on lunch.' },
      members: [{ role: 'Chair', represents: 'families' }],
    }),
  },
  {
    ...{ kind: 'decisions', path: `decisions/${SLUG}` },
    ...{ english: 'Lunch is approved', polish: 'Obiad jest przyjęty' },
    values: (made) => ({
      ...{ title: 'Lunch is approved', madeBy: to('bodies', made), on: '2007-05-02' },
      ...{ subjects: [to('strategies', made)], asked: 'approve', result: 'approved' },
    }),
  },
  {
    ...{ kind: 'courses', path: `for-professionals/${SLUG}` },
    ...{ english: 'Cooking for many', polish: 'Gotowanie dla wielu' },
    values: (made) => ({
      ...{ title: 'Cooking for many', summary: 'You learn to cook.', forWhom: 'Everyone' },
      provider: to('organisations', made),
    }),
  },
  {
    ...{ kind: 'forums', path: `have-your-say/${SLUG}` },
    ...{ english: 'Lunch forum', polish: 'Forum obiadowe' },
    values: () => ({
      ...{ name: 'Lunch forum', standing: 'meets', area: 'All of Ashford' },
      ...{ districts: ['ashford'], summary: 'Parents talk about lunch.' },
    }),
  },
  {
    ...{ kind: 'events', path: `events/${SLUG}` },
    ...{ english: 'Lunch for all', polish: 'Obiad dla wszystkich' },
    values: (made) => ({
      ...{ title: 'Lunch for all', type: 'forum-meeting', summary: 'We eat together.' },
      ...{ begins: '2099-05-01T11:00:00.000Z', ends: '2099-05-01T12:00:00.000Z' },
      ...{ forum: to('forums', made), place: to('places', made), districts: ['ashford'] },
    }),
  },
];
