/** What each step asks people to say, as it comes over REST. */
import { changes } from '@charterpress/shared/domain/edition.ts';
import { kindNames } from '@charterpress/shared/domain/kinds.ts';
import { correctionReasons, type Step } from '@charterpress/shared/domain/workflow.ts';
import { language, SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { z } from 'zod';
import { sentences, written } from '../publishing/asked.ts';
import type { Said } from './steps.ts';

const change = {
  change: z
    .enum(changes)
    .nullish()
    .transform((said) => said ?? null),
  changeNote: written
    .max(1000)
    .nullish()
    .transform((note) => note ?? null),
};
const nothing = {};
const languageTag = z.string().refine((tag) => language(tag) !== null, {
  error: 'It is no language of this site.',
});

/** By step: what stands in the body beside the revision. */
const asks = {
  submit: change,
  'ask-amendments': { why: sentences(2000) },
  'send-for-fact-check': { of: sentences(200) },
  'record-fact-check': {
    answer: sentences(4000),
    saidBy: sentences(200),
    saidAt: z.iso.datetime({ offset: true }).or(z.iso.date()),
  },
  approve: change,
  publish: nothing,
  correct: { ...change, reason: z.enum(correctionReasons) },
  emergency: { ...change, reason: sentences(1000) },
  'second-look': nothing,
  withdraw: {
    explanation: sentences(2000),
    explanations: z.record(languageTag, sentences(2000)).default({}),
    language: languageTag.default(SOURCE_LANGUAGE),
  },
  'put-back': { edition: z.number() },
  redirect: { to: z.strictObject({ kind: z.enum(kindNames), document: z.string() }) },
  'correct-note': {
    changeNote: sentences(1000),
    edition: z
      .number()
      .nullish()
      .transform((number) => number ?? null),
  },
  'mark-reviewed': {
    nextReview: z.iso
      .date()
      .nullish()
      .transform((day) => day ?? null),
  },
} as const;

type Spoken = keyof typeof asks;

/** Whether a step is taken by saying something to this endpoint. The others have their own. */
export function isSpoken(step: string): step is Spoken {
  return Object.hasOwn(asks, step);
}

export type Heard =
  | { readonly ok: true; readonly revision: number; readonly said: Said }
  | { readonly ok: false; readonly why: string };

export function heard(step: Spoken & Step, body: unknown): Heard {
  const asked = z.strictObject({ revision: z.number(), ...asks[step] }).safeParse(body);
  if (!asked.success) return { ok: false, why: z.prettifyError(asked.error) };
  const { revision, ...said } = asked.data;
  return { ok: true, revision, said: { ...said, step } as Said };
}
