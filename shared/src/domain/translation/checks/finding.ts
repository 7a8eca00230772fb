/** What the checks of a translation find, as data. The sentences are in `strings/translation-checks.json`. */

/** What stands in the way of a review: nobody can waive it. */
export const errorRules = [
  'empty',
  'code-broken',
  'code-missing',
  'code-extra',
  'number-changed',
  'telephone-changed',
  'address-changed',
  'email-changed',
  'date-changed',
  'money-changed',
  'percentage-changed',
  'postcode-changed',
  'forbidden-term',
  'name-not-latin',
] as const;

/** What may be right all the same: whoever says so gives a reason. */
export const warningRules = [
  'same-as-source',
  'length',
  'end-punctuation',
  'double-space',
  'repeated-word',
  'term-missing',
  'inconsistent',
  'mixed-scripts',
  'direction-mark',
] as const;

export type ErrorRule = (typeof errorRules)[number];
export type WarningRule = (typeof warningRules)[number];
export type TranslationRule = ErrorRule | WarningRule;

export type Finding =
  | {
      readonly rule: ErrorRule;
      readonly level: 'error';
      readonly found?: string;
      readonly expected?: string;
    }
  | {
      readonly rule: WarningRule;
      readonly level: 'warning';
      /** What stands in the target. */
      readonly found?: string;
      /** What should stand there. */
      readonly expected?: string;
    };

export function isWarningRule(rule: string): rule is WarningRule {
  return (warningRules as readonly string[]).includes(rule);
}

/** What is left to put right before a review: errors, and warnings that nobody waived. */
export function inTheWay(
  findings: readonly Finding[],
  waived: readonly { readonly rule: string }[],
): readonly Finding[] {
  return findings.filter(
    ({ level, rule }) => level === 'error' || !waived.some((waiver) => waiver.rule === rule),
  );
}
