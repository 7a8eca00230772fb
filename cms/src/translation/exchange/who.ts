/** Who may take translations out of the house and in again. */
import type { PayloadRequest } from 'payload';
import { rolesOf } from '../../access/collections.ts';
import { mayHere, whoOf } from '../who.ts';

/** Whoever answers for them, and translators their own languages. */
export function mayTakeOut(req: Pick<PayloadRequest, 'user'>, language: string): boolean {
  const answers = rolesOf(req).some((role) => role === 'editor' || role === 'publisher');
  return answers || mayHere(req, 'translate', language);
}

/** Translators; in which language, the file says. */
export function mayTakeIn(req: Pick<PayloadRequest, 'user'>): boolean {
  return whoOf(req).languages.some((language) => mayHere(req, 'translate', language));
}
