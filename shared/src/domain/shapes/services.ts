/** Who helps families, where, and how to reach it. Fields follow the Human Services Data Specification 3.0. */
import {
  choice,
  day,
  districts,
  line,
  lines,
  many,
  number,
  one,
  prose,
  rows,
  same,
  several,
  yes,
} from '../shape.ts';
import { offers, tiers, weekdays, weeks, writtenLanguages } from './choices.ts';

export const organisationTypes = [
  'council',
  'health',
  'school-partnership',
  'police',
  'charity',
  'other',
] as const;

export const placeTypes = [
  'school',
  'childrens-centre',
  'clinic',
  'library',
  'hall',
  'office',
] as const;

/** What a parent is worried about, parents' own troubles too. */
export const topics = [
  'babies-and-toddlers',
  'behaviour',
  'bullying',
  'childcare',
  'disability',
  'domestic-abuse',
  'drugs-and-alcohol',
  'health',
  'housing',
  'learning-english',
  'mental-health',
  'money',
  'safety',
  'school',
  'separation',
  'teenagers',
  'work-and-training',
] as const;

/** Somebody may be in danger for being seen to look for help with these. */
export const sensitiveTopics: readonly Topic[] = ['domestic-abuse', 'safety', 'separation'];

type Topic = (typeof topics)[number];

/** Who the reader is to the child, where a service is for them. */
export const carers = [
  'adoptive-parents',
  'dads',
  'foster-carers',
  'grandparents',
  'kinship-carers',
  'lone-parents',
  'parents-of-disabled-children',
  'step-parents',
  'young-parents',
] as const;

export const costs = ['free', 'some-of-it-costs', 'costs'] as const;
export const referrals = ['nobody', 'anyone', 'a-professional'] as const;
export const ages = ['every-age', 'from-to'] as const;
export const stepFree = ['yes', 'partly', 'no'] as const;
export const lasting = ['lasting', 'pilot'] as const;

/** Weekly hours and exceptions, never rules of recurrence: times are `HH:MM` in London. */
const opening = {
  hours: rows({
    days: several(weekdays, true),
    opens: same(true),
    closes: same(true),
    weeks: choice(weeks, true),
  }),
  exceptions: rows({
    from: day(true),
    to: day(),
    closed: yes(),
    opens: same(),
    closes: same(),
    why: line(),
  }),
};

export const serviceShapes = {
  /** Who runs services: a council, a health trust, a charity, a partnership of schools. */
  organisations: {
    name: line(true),
    summary: lines(true),
    type: choice(organisationTypes, true),
    web: same(),
    contact: one(['facts']),
    sensitive: yes(),
  },
  /** A school, children's centre, clinic or hall: its address is said here once. */
  places: {
    name: line(true),
    type: choice(placeTypes, true),
    summary: lines(),
    organisation: one(['organisations']),
    street: same(),
    town: same(),
    postcode: same(),
    districts: districts(true),
    cluster: line(),
    /** Which role to ask for here, "the family liaison officer", never a person's name. */
    askFor: line(),
    contact: one(['facts']),
    transport: lines(),
    stepFree: choice(stepFree),
    access: lines(),
    ...opening,
    sensitive: yes(),
  },
  /** Help that families can have. What is empty is not known, and no page says it as a fact. */
  services: {
    name: line(true),
    summary: lines(true),
    body: prose(),
    organisation: one(['organisations'], true),
    contacts: many(['facts']),
    web: same(),
    forWhom: lines(),
    ages: choice(ages),
    /** In years of the child, both included. */
    fromAge: number(),
    toAge: number(),
    carers: several(carers),
    topics: several(topics),
    tiers: several(tiers),
    cost: choice(costs),
    price: one(['facts']),
    costNote: lines(),
    referral: choice(referrals),
    referralNote: lines(),
    wait: lines(),
    /** Whether it is for the whole area; otherwise the districts say where. */
    everywhere: yes(),
    districts: districts(),
    places: many(['places']),
    atHome: yes(),
    ...opening,
    transport: lines(),
    languages: several(writtenLanguages),
    interpreters: choice(offers),
    stepFree: choice(stepFree),
    access: lines(),
    whoWillKnow: lines(),
    lasting: choice(lasting),
    pilotEnds: day(),
    /** When someone last asked whether all this is so, and in which role. */
    checkedOn: day(),
    checkedBy: line(),
    sensitive: yes(),
    guides: many(['guides']),
    principles: many(['principles']),
  },
} as const;
