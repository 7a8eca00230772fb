/**
 * Codes that a target lost, doubled or broke, and what is a code to whoever fills it: placeholders of interface words, and
 * references to sections.
 */
import { referencesMeantIn } from '../../strategy/references.ts';
import { type CodeProblem, codeProblems } from '../codes.ts';
import type { CodedText } from '../segment.ts';
import type { ErrorRule, Finding } from './finding.ts';
import { differences } from './matching.ts';

const rules: Readonly<Record<CodeProblem['code'], ErrorRule>> = {
  unreadable: 'code-broken',
  crossed: 'code-broken',
  empty: 'code-broken',
  'link-within-link': 'code-broken',
  missing: 'code-missing',
  repeated: 'code-extra',
  unknown: 'code-extra',
};

export function changedCodes(source: CodedText, target: string): readonly Finding[] {
  const codes = codeProblems(source, target).map((problem): Finding => {
    const rule = rules[problem.code];
    if (!('number' in problem)) return { rule, level: 'error', found: '<' };
    const sign = `<${problem.number}>`;
    return rule === 'code-missing'
      ? { rule, level: 'error', expected: sign }
      : { rule, level: 'error', found: sign };
  });
  return [
    ...codes,
    ...changedPlaceholders(source.text, target),
    ...changedReferences(source.text, target),
  ];
}

function changedPlaceholders(source: string, target: string): readonly Finding[] {
  const [ours, theirs] = [placeholdersIn(source), placeholdersIn(target)];
  return [
    ...ours
      .filter((one) => !theirs.includes(one))
      .map((expected): Finding => ({ rule: 'code-missing', level: 'error', expected })),
    ...theirs
      .filter((one) => !ours.includes(one))
      .map((found): Finding => ({ rule: 'code-extra', level: 'error', found })),
  ];
}

function placeholdersIn(text: string): readonly string[] {
  return [...new Set(text.match(/\{\{[^{}]*\}\}/g) ?? [])];
}

/** A reference is the way to what a sentence is about. */
function changedReferences(source: string, target: string): readonly Finding[] {
  const { extra, missing } = differences(referencesMeantIn(source), referencesMeantIn(target), {
    isSame: (one, other) => one === other,
    mayBeMore: () => false,
  });
  return [
    ...missing.map((expected): Finding => ({ rule: 'code-missing', level: 'error', expected })),
    ...extra.map((found): Finding => ({ rule: 'code-extra', level: 'error', found })),
  ];
}
