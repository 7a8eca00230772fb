/** How a promise is kept, and what came of what people said. */
import { choice, day, line, lines, many, one, rows } from '../shape.ts';

export const reportStatuses = ['not-started', 'on-track', 'late', 'done'] as const;

/** What the trust did about what it was told. */
export const answersGiven = ['did', 'did-in-part', 'did-not'] as const;

export const promiseShapes = {
  /** One action of the action plan. Reports are only ever added; whether it is overdue is computed. */
  actions: {
    title: line(true),
    pledge: one(['pledges'], true),
    principles: many(['principles']),
    owner: line(true),
    measure: lines(true),
    promisedOn: day(),
    due: day(true),
    reports: rows({
      on: day(true),
      status: choice(reportStatuses, true),
      said: lines(true),
      evidence: many(['evidence']),
    }),
  },
  /** We asked, you said, we did, or we did not, because. */
  outcomes: {
    title: line(true),
    consultation: one(['consultations']),
    principles: many(['principles']),
    pledges: many(['pledges']),
    asked: lines(true),
    said: lines(true),
    answer: choice(answersGiven, true),
    /** What was done, or why it was not. */
    because: lines(true),
    changedOn: day(),
    /** What a wording was before and after, where one changed. */
    before: lines(),
    after: lines(),
  },
} as const;
