import type { Finding, Rule } from '@charterpress/shared/domain/checks/findings.ts';
import checks from '@charterpress/shared/strings/checks.json' with { type: 'json' };
import promises from '@charterpress/shared/strings/promises.json' with { type: 'json' };
import publishing from '@charterpress/shared/strings/publishing.json' with { type: 'json' };
import services from '@charterpress/shared/strings/services.json' with { type: 'json' };
import strategy from '@charterpress/shared/strings/strategy.json' with { type: 'json' };
import takingPart from '@charterpress/shared/strings/taking-part.json' with { type: 'json' };
import { filled } from './filled.ts';
import { dayInWords } from './moment.ts';

const sentences: Readonly<Record<Rule, string>> = {
  ...publishing.problems,
  ...checks.problems,
  ...takingPart.problems,
  ...promises.problems,
  ...services.problems,
  ...strategy.problems,
};

/** The sentence that says how to put a finding right, with the field by the name that staff see: "Fill in 'Promise'." */
export function problemWords(finding: Finding, field: string): string {
  const values = Object.entries(finding).map(([name, value]) => [name, String(value)]);
  const day = 'day' in finding ? { day: dayInWords(finding.day) } : {};
  return filled(sentences[finding.problem], { ...Object.fromEntries(values), ...day, field });
}
