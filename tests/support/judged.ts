/** What the checks say of a target, in the words of a test. */
import type { Finding } from '@charterpress/shared/domain/translation/checks/finding.ts';
import {
  type CheckedWith,
  findings,
} from '@charterpress/shared/domain/translation/checks/findings.ts';
import { tokensOf } from '@charterpress/shared/domain/translation/codes.ts';
import type { Code, CodedText } from '@charterpress/shared/domain/translation/segment.ts';

/** A source whose paired codes are bold and whose lone ones are facts. */
export function coded(text: string): CodedText {
  const codes = (tokensOf(text) ?? []).flatMap((token): readonly Code[] => {
    if ('open' in token) return [{ number: token.open, is: 'marks', marks: ['bold'] }];
    if (!('alone' in token)) return [];
    return [{ number: token.alone, is: 'fact', fact: { kind: 'facts', document: 'line' } }];
  });
  return { text, codes };
}

export function judged(
  source: string,
  target: string,
  language: string,
  around: Partial<CheckedWith> = {},
): readonly Finding[] {
  return findings(coded(source), target, {
    ...{ language, glossary: [], sameSourceElsewhere: [] },
    ...around,
  });
}

export function errorsIn(...said: Parameters<typeof judged>): readonly string[] {
  return judged(...said).flatMap(({ level, rule }) => (level === 'error' ? [rule] : []));
}

export function warningsIn(...said: Parameters<typeof judged>): readonly string[] {
  return judged(...said).flatMap(({ level, rule }) => (level === 'warning' ? [rule] : []));
}
