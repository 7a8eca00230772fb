import type {
  Finding,
  TranslationRule,
} from '@charterpress/shared/domain/translation/checks/finding.ts';
import words from '@charterpress/shared/strings/translation-checks.json' with { type: 'json' };
import { filled } from './filled.ts';

/** By what is known of a finding: what stands there and what should, one of them, or neither. */
type Sentences = Readonly<Partial<Record<'changed' | 'found' | 'expected' | 'said', string>>>;
const rules: Readonly<Record<TranslationRule, Sentences>> = words.rules;

/** The sentence that tells a translator what to do about a finding. */
export function translationFindingWords({ expected, found, rule }: Finding): string {
  const sentences = rules[rule];
  const values = { found: found ?? '', expected: expected ?? '' };
  const both = found !== undefined && expected !== undefined ? sentences.changed : undefined;
  const one = expected === undefined ? sentences.found : sentences.expected;
  return filled(both ?? one ?? sentences.said ?? '', values);
}
