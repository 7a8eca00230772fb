/** Why a bundle failed to publish: a code for the audit, which holds no texts, and a sentence for the people. */
import { type Bundle, type Item, LATEST_MS } from '@charterpress/shared/domain/bundle.ts';
import words from '@charterpress/shared/strings/bundles.json' with { type: 'json' };
import { sentencesOf } from '../publishing/answers.ts';
import type { Refusal } from '../publishing/publish.ts';
import { filled } from '../words/filled.ts';
import { clock, moment } from '../words/moment.ts';

export type Why = { readonly code: string; readonly sentence: string };

const said = words.failure;

export function missed({ goesLiveAt }: Pick<Bundle, 'goesLiveAt'>): Why {
  const at = new Date(goesLiveAt);
  const until = clock(new Date(at.getTime() + LATEST_MS));
  return { code: 'missed', sentence: filled(said.missed, { when: moment(at), until }) };
}

export function whyRefused(title: string, refusal: Refusal): Why {
  const why = sentencesOf(refusal).join(' ');
  return { code: refusal.refused, sentence: filled(said.text, { title, why }) };
}

export const overtakenBy = ({ title }: Item) => why('overtaken', title);
export const changedSince = ({ title }: Item) => why('changed', title);
export const missingText = ({ title }: Item) => why('missing', title);

function why(code: 'overtaken' | 'changed' | 'missing', title: string): Why {
  return { code, sentence: filled(said[code], { title }) };
}
