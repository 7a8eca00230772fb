import type { Problem } from '@charterpress/shared/domain/problem.ts';
import words from '@charterpress/shared/strings/publishing.json' with { type: 'json' };
import { filled } from './filled.ts';

/** The sentence that says how to put a problem right, with the field by the name that staff see: "Fill in 'Promise'." */
export function problemWords(problem: Problem, field: string): string {
  return filled(words.problems[problem.problem], { ...problem, field });
}
