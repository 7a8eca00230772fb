/** An event of the audit as a sentence: "Tom published 'The core offer' in Polish". */
import type { AuditEvent } from '@charterpress/shared/domain/audit.ts';
import { language, SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import words from '@charterpress/shared/strings/audit.json' with { type: 'json' };
import { filled } from '../words/filled.ts';

/** What was done, without the name of who did it. `what` is the document as it should be called. */
export function didWords({ did, language: tag }: AuditEvent, what: string): string {
  const known: Readonly<Record<string, string>> = words.did;
  return filled(known[did] ?? words.did.other, { did, what: `${what}${inLanguage(tag)}` });
}

/** What somebody chose as a reason by its words; what they wrote as they wrote it. */
export function reasonWords(reason: string | null): string {
  const known: Readonly<Record<string, string>> = words.reasons;
  return reason === null ? '' : (known[reason] ?? reason);
}

function inLanguage(tag: string | null): string {
  if (tag === null || tag === SOURCE_LANGUAGE) return '';
  return ` ${filled(words.inLanguage, { language: language(tag)?.englishName ?? tag })}`;
}
