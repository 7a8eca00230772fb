import type { Blocker } from './checks/findings.ts';
import type { PromiseProblem } from './promises/problems.ts';
import type { ServiceProblem } from './services/problems.ts';
import type { StrategyProblem } from './strategy/problems.ts';
import type { OutOfOrder } from './taking-part/problems.ts';
import type { CodeProblem } from './translation/codes.ts';
import type { WebAddressProblem } from './web-address.ts';

/** What a person can put right before something is published. Data here; its sentence is in `strings/`. */
export type Problem =
  | Blocker
  | OutOfOrder
  | PromiseProblem
  | ServiceProblem
  | StrategyProblem
  | WebAddressProblem
  | { readonly field: string; readonly problem: 'empty' }
  | {
      readonly field: string;
      readonly problem: 'hidden-character';
      readonly character: string;
      /** The key of the segment whose target holds it. */
      readonly segment?: string;
    }
  | { readonly field: string; readonly problem: 'unknown-node'; readonly node: string }
  | { readonly field: string; readonly problem: 'heading-level'; readonly level: string }
  | { readonly field: string; readonly problem: 'heading-empty' }
  | { readonly field: string; readonly problem: TableForm }
  | { readonly field: string; readonly problem: 'link-scheme'; readonly url: string }
  | { readonly field: string; readonly problem: 'link-without-target' }
  | { readonly field: string; readonly problem: 'not-a-choice'; readonly value: string }
  | { readonly field: string; readonly problem: 'not-a-number' }
  | { readonly field: string; readonly problem: 'not-a-day'; readonly value: string }
  | { readonly field: string; readonly problem: 'not-a-moment'; readonly value: string }
  | { readonly field: string; readonly problem: 'not-a-reference' }
  | { readonly field: string; readonly problem: NoticeForm }
  | { readonly field: string; readonly problem: 'no-place-in-form' }
  | { readonly field: string; readonly problem: 'unknown-word'; readonly key: string }
  | {
      readonly field: string;
      readonly problem: 'word-values';
      readonly key: string;
      readonly values: string;
    }
  | { readonly field: string; readonly problem: 'ends-too-late'; readonly days: number }
  | { readonly field: string; readonly problem: 'alternative-text-undecided' }
  | { readonly field: string; readonly problem: 'slug-form'; readonly slug: string }
  | { readonly field: string; readonly problem: 'address-of-the-site'; readonly slug: string }
  | { readonly field: string; readonly problem: 'repeated'; readonly value: string }
  | { readonly field: string; readonly problem: 'untranslated'; readonly segment?: string }
  | {
      readonly field: string;
      readonly problem: 'broken-code';
      readonly segment: string;
      readonly code: CodeProblem;
    };

/** What an urgent notice cannot be: filled where its sentence has no place, over before it begins or is published. */
export type NoticeForm = 'no-place-in-notice' | 'ends-before-begins' | 'ends-in-the-past';

/** What a table cannot be: cells joined, rows of different lengths, or a header that is no whole first row or column. */
export type TableForm = 'table-joined-cells' | 'table-uneven-rows' | 'table-header-inside';

/** A value, or everything that stands in its way. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };
