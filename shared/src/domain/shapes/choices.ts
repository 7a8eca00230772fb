/** What several kinds choose from. */
import { languages } from '../../languages.ts';

/** How far a wording has come. A superseded one keeps its address. */
export const statuses = ['draft', 'in-consultation', 'adopted', 'replaced'] as const;

/** Whom a document speaks to. */
export const audiences = ['parents', 'young-people', 'professionals'] as const;

/** Languages that are read as text, and spoken. */
export const writtenLanguages = languages.flatMap(({ form, tag }) =>
  form === 'text' ? [tag] : [],
);

/** The four tiers of need: for everyone, for some, for children in need, for children at risk of harm. */
export const tiers = ['1', '2', '3', '4'] as const;

/** What the drawing beside a promise shows. */
export const drawings = [
  'listen',
  'words',
  'near',
  'welcome',
  'together',
  'trained',
  'facts',
  'early',
] as const;

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** In which weeks of the year a time of opening holds. */
export const weeks = ['every-week', 'term-time', 'school-holidays'] as const;

/** What is known of an offer; when nothing is known, the field stays empty and pages say "ask". */
export const offers = ['yes', 'on-request', 'no'] as const;
