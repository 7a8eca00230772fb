/** How parents take part: what they are asked, where they meet, what comes of it. */
import {
  choice,
  day,
  districts,
  line,
  lines,
  many,
  moment,
  number,
  one,
  prose,
  rows,
  same,
  yes,
} from '../shape.ts';
import { offers } from './choices.ts';

/** Whom a phase of a consultation asks. */
export const asked = ['officers-and-agencies', 'parents', 'young-people', 'everyone'] as const;

export const forumStates = ['meets', 'is-starting', 'none-yet'] as const;
export const eventTypes = [
  'forum-meeting',
  'meet-the-parents',
  'consultation',
  'open-day',
  'workshop',
] as const;

/** The kinds below, by name: together they are one part of the site. */
export const takingPartKinds = ['consultations', 'forums', 'events'] as const;

export const takingPartShapes = {
  /** What people are asked, in phases. Coming, open, closed and reporting go by these days in London, closing day included. */
  consultations: {
    title: line(true),
    summary: lines(true),
    body: prose(),
    phases: rows(
      {
        name: line(true),
        asks: choice(asked, true),
        opens: day(true),
        closes: day(true),
        ways: lines(),
      },
      true,
    ),
    questions: rows({ question: line(true), about: lines() }),
    subjects: many(['strategies', 'charter', 'principles', 'pledges', 'guides', 'services']),
    contact: one(['facts']),
    /** When the answers are promised, and when they were given. */
    reportsBy: day(),
    reportedOn: day(),
    report: prose(),
    attachments: many(['media']),
  },
  /** A parent forum: its area in words, since areas are not always districts. */
  forums: {
    name: line(true),
    standing: choice(forumStates, true),
    area: line(true),
    districts: districts(true),
    summary: lines(true),
    howToJoin: prose(),
    meets: line(),
    contact: one(['facts']),
    raised: rows({
      on: day(true),
      said: lines(true),
      answeredOn: day(),
      answer: lines(),
      answeredBy: line(),
      outcome: one(['outcomes']),
    }),
  },
  /** A meeting of a forum, "Meet the parents", an open day. */
  events: {
    title: line(true),
    type: choice(eventTypes, true),
    summary: lines(true),
    body: prose(),
    begins: moment(true),
    ends: moment(),
    cancelled: yes(),
    forum: one(['forums']),
    consultation: one(['consultations']),
    place: one(['places']),
    online: same(),
    districts: districts(),
    stepFree: choice(offers),
    interpreters: choice(offers),
    childcare: choice(offers),
    bookBy: day(),
    contact: one(['facts']),
    cameBySector: rows({ sector: line(true), people: number(true) }),
    whatCameOfIt: prose(),
    sensitive: yes(),
  },
} as const;
