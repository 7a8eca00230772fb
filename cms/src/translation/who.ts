/** Who asks, as the table of the workbench knows them. */
import {
  mayTranslate,
  type Translating,
  type TranslationAct,
} from '@charterpress/shared/domain/translation/steps.ts';
import type { PayloadRequest } from 'payload';
import { rolesOf } from '../access/collections.ts';

export function whoOf(req: Pick<PayloadRequest, 'user'>): Translating {
  const { email, languages } = (req.user ?? {}) as { email?: string; languages?: string[] | null };
  return { email: String(email), roles: rolesOf(req), languages: languages ?? [] };
}

export function mayHere(
  req: Pick<PayloadRequest, 'user'>,
  act: TranslationAct,
  language: string,
): boolean {
  return mayTranslate(whoOf(req), act, language);
}
