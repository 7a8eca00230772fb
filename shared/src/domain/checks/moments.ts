/**
 * The three sets of rules: what is said of a text when it is saved, when it is reviewed and when it is published.
 * Nothing stands in the way of saving. What lies in the text itself stands in the way of its approval; what lies in
 * other documents can be put right by others, or go live at the same moment, and stands in the way of publishing alone.
 */
import type { Finding, Rule } from './findings.ts';

export const moments = ['save', 'review', 'publish'] as const;
export type Moment = (typeof moments)[number];

export type Level = 'blocks' | 'advises';
type Levels = Readonly<Record<Moment, Level | null>>;

const advice: Levels = { save: 'advises', review: 'advises', publish: 'advises' };
const inTheText: Levels = { save: 'advises', review: 'blocks', publish: 'blocks' };
const elsewhere: Levels = { save: 'advises', review: 'advises', publish: 'blocks' };
/** Half a text is worth saving, and nobody wants to be told so. */
const unfinished: Levels = { save: null, review: 'blocks', publish: 'blocks' };

const levels: Readonly<Record<Rule, Levels>> = {
  empty: unfinished,
  untranslated: unfinished,
  'broken-code': inTheText,
  'hidden-character': inTheText,
  'unknown-node': inTheText,
  'heading-level': inTheText,
  'heading-empty': inTheText,
  'heading-skipped': inTheText,
  'table-joined-cells': inTheText,
  'table-uneven-rows': inTheText,
  'table-header-inside': inTheText,
  'table-without-headers': inTheText,
  'table-header-empty': inTheText,
  'link-scheme': inTheText,
  'web-address-form': inTheText,
  'link-without-target': inTheText,
  'link-words': inTheText,
  'link-nowhere': elsewhere,
  'not-a-choice': inTheText,
  'not-a-number': inTheText,
  'not-a-day': inTheText,
  'not-a-moment': inTheText,
  'not-a-reference': inTheText,
  'no-place-in-notice': inTheText,
  'no-place-in-form': inTheText,
  'in-force-ends-first': inTheText,
  'no-such-section': inTheText,
  'section-reference-misplaced': inTheText,
  'unknown-word': inTheText,
  'word-values': inTheText,
  'ends-before-begins': inTheText,
  'ends-in-the-past': inTheText,
  'ends-too-late': inTheText,
  'closes-before-opens': inTheText,
  'phase-overlaps': inTheText,
  'reports-before-closing': inTheText,
  'reported-before-closing': inTheText,
  'event-ends-before-begins': inTheText,
  'books-after-beginning': inTheText,
  'answered-before-raised': inTheText,
  'alternative-text-undecided': inTheText,
  'slug-form': inTheText,
  repeated: inTheText,
  'address-of-the-site': inTheText,
  'refers-to-unpublished': elsewhere,
  'refers-to-withdrawn': elsewhere,
  'refers-to-removed': elsewhere,
  'document-without-equivalent': inTheText,
  'image-undecided': elsewhere,
  'fact-expired': elsewhere,
  expired: inTheText,
  'nobody-answers': inTheText,
  'pledge-unanswered': elsewhere,
  'due-before-promised': inTheText,
  'day-to-come': inTheText,
  'until-before-from': inTheText,
  'wordings-out-of-order': inTheText,
  'outcome-about-nothing': unfinished,
  'done-without-day': inTheText,
  'one-wording': inTheText,
  'same-wording': inTheText,
  'reported-without-outcomes': elsewhere,
  'report-changed': inTheText,
  'report-moved': inTheText,
  'report-taken-out': inTheText,
  'not-a-clock-time': inTheText,
  'hours-end-first': inTheText,
  'hours-overlap': inTheText,
  'closed-and-open': inTheText,
  'exception-without-hours': inTheText,
  'exception-ends-first': inTheText,
  'exceptions-overlap': inTheText,
  'no-district': inTheText,
  'more-than-one-district': inTheText,
  'ages-reversed': inTheText,
  'ages-not-asked': inTheText,
  'not-an-age': inTheText,
  'postcode-form': inTheText,
  'free-with-price': inTheText,
  'checked-in-the-future': inTheText,
  'unknown-district': inTheText,
  'folder-of-services': inTheText,
  'not-a-recording': elsewhere,
  'not-a-film': elsewhere,
  'signed-without-captions': elsewhere,
  'signed-without-transcript': elsewhere,
  'film-without-captions': advice,
  'sound-without-transcript': advice,
  'long-sentence': advice,
  'long-paragraph': advice,
  'hard-to-read': advice,
  'short-texts-hard': advice,
  'appendix-before-section': advice,
  'other-word': advice,
  'typed-telephone': advice,
};

/** What is said of a finding at a moment: whether it stands in the way, or `null` for nothing. */
export function levelAt(moment: Moment, { problem }: Pick<Finding, 'problem'>): Level | null {
  return levels[problem][moment];
}
