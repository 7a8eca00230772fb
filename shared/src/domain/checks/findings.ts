/** What the checks find in a text, as data: the sentences are in `strings/checks.json`. */
import type { Problem } from '../problem.ts';

/** What keeps a text from being published, beside what keeps it from being composed. */
export type Blocker =
  | {
      readonly field: string;
      readonly problem: 'heading-skipped';
      readonly words: string;
      readonly level: number;
      /** The deepest level that it may have where it stands. */
      readonly deepest: number;
    }
  | { readonly field: string; readonly problem: 'link-words'; readonly words: string }
  | { readonly field: string; readonly problem: 'link-nowhere'; readonly url: string }
  | { readonly field: string; readonly problem: 'table-without-headers' }
  | { readonly field: string; readonly problem: 'table-header-empty' }
  | { readonly field: string; readonly problem: 'refers-to-unpublished'; readonly title: string }
  | { readonly field: string; readonly problem: 'refers-to-withdrawn'; readonly title: string }
  | { readonly field: string; readonly problem: 'refers-to-removed' }
  | { readonly field: string; readonly problem: 'document-without-equivalent' }
  | { readonly field: string; readonly problem: 'image-undecided'; readonly title: string }
  | {
      readonly field: string;
      readonly problem: 'fact-expired';
      readonly title: string;
      readonly day: string;
    }
  | { readonly field: string; readonly problem: 'expired'; readonly day: string }
  | {
      readonly field: string;
      readonly problem: 'no-such-section' | 'section-reference-misplaced';
      /** As it is written. */
      readonly reference: string;
    }
  | { readonly field: string; readonly problem: 'nobody-answers'; readonly words: string }
  | {
      readonly field: string;
      readonly problem:
        | 'not-a-recording'
        | 'not-a-film'
        | 'signed-without-captions'
        | 'signed-without-transcript';
      readonly title: string;
    }
  | { readonly field: string; readonly problem: 'pledge-unanswered'; readonly title: string };

/** What is better otherwise, and stands in nobody's way. */
export type Advice =
  | {
      readonly field: string;
      readonly problem: 'long-sentence' | 'long-paragraph';
      readonly begins: string;
      readonly count: number;
    }
  | {
      readonly field: string;
      readonly problem: 'film-without-captions' | 'sound-without-transcript';
    }
  | {
      readonly field: string;
      readonly problem: 'hard-to-read' | 'short-texts-hard';
      readonly age: number;
    }
  | { readonly field: string; readonly problem: 'appendix-before-section'; readonly title: string }
  | {
      readonly field: string;
      readonly problem: 'other-word';
      readonly word: string;
      readonly say: string;
    }
  | { readonly field: string; readonly problem: 'typed-telephone'; readonly telephone: string };

export type Finding = Problem | Advice;
export type Rule = Finding['problem'];
