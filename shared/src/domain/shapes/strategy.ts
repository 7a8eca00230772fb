/** The strategy, who agreed to it, and what it stands on. */
import { choice, day, line, lines, many, one, prose, rows, same } from '../shape.ts';
import { statuses } from './choices.ts';

/** `2.3`; `2(c)`; paragraphs counted through the whole document; no numbers at all. */
export const numberings = [
  'section-and-paragraph',
  'section-and-letter',
  'paragraphs-throughout',
  'none',
] as const;

/** What a section of a strategy is for. */
export const strategyParts = [
  'summary',
  'decisions-asked',
  'background',
  'vision',
  'definitions',
  'drivers',
  'areas-for-action',
  'milestones',
  'equalities',
  'safeguarding',
  'other',
  'appendix',
] as const;

export const bodyTypes = [
  'board',
  'committee',
  'steering-group',
  'cabinet',
  'partnership',
] as const;

/** What a body was asked to do about something. */
export const asks = ['note', 'give-views', 'endorse', 'approve'] as const;
export const results = [
  'noted',
  'gave-views',
  'endorsed',
  'approved',
  'approved-with-changes',
  'refused',
  'deferred',
] as const;
export const classifications = ['public', 'partly-public', 'not-public'] as const;

export const evidenceTypes = [
  'background-document',
  'research',
  'figures',
  'what-parents-said',
] as const;

export const strategyShapes = {
  /** A strategy in numbered sections and paragraphs that can be linked to and cited. */
  strategies: {
    title: line(true),
    summary: lines(true),
    version: same(),
    status: choice(statuses, true),
    adoptedOn: day(),
    inForceFrom: day(),
    inForceTo: day(),
    replaces: one(['strategies']),
    /** The text that people were asked about, to be compared with this one. */
    draft: one(['strategies']),
    numbering: choice(numberings, true),
    sections: rows(
      {
        slug: same(true),
        part: choice(strategyParts, true),
        title: line(true),
        paragraphs: rows({ anchor: same(), body: prose(true) }, true),
      },
      true,
    ),
    milestones: rows({ what: line(true), due: day(), who: line() }),
    sentTo: rows({ whom: line(true), on: day() }),
    decisions: many(['decisions']),
    consultations: many(['consultations']),
    evidence: many(['evidence']),
    attachments: many(['media']),
  },
  /** A board, committee or group that is asked about what the trust does. */
  bodies: {
    name: line(true),
    type: choice(bodyTypes, true),
    summary: lines(true),
    meets: line(),
    members: rows({ role: line(true), represents: line(true) }),
    /** How a parent can raise something through it. */
    howToRaise: prose(),
    contact: one(['facts']),
  },
  /** What a body was asked, and what it decided. */
  decisions: {
    title: line(true),
    madeBy: one(['bodies'], true),
    on: day(true),
    reference: same(),
    classification: choice(classifications),
    subjects: many(['strategies', 'charter', 'principles', 'consultations', 'actions']),
    asked: choice(asks, true),
    result: choice(results),
    decided: lines(),
  },
  /** A background document, research or figures, with a summary that anyone can read. */
  evidence: {
    title: line(true),
    type: choice(evidenceTypes, true),
    author: same(),
    publishedOn: day(),
    summary: lines(true),
    findings: prose(),
    web: same(),
    attachments: many(['media']),
    supports: many(['strategies', 'principles', 'pledges', 'actions']),
  },
  /** Training for people who work with families. */
  courses: {
    title: line(true),
    summary: lines(true),
    body: prose(),
    provider: one(['organisations']),
    accreditedBy: line(),
    level: line(),
    forWhom: line(true),
    length: line(),
    howToBook: lines(),
    contact: one(['facts']),
    web: same(),
    principles: many(['principles']),
  },
} as const;
