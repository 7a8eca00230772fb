/** The languages that are translated segment by segment: Easy Read and signing have texts and films of their own. */
import { language, SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { PayloadRequest } from 'payload';
import { trust } from '../words/trust.ts';
import { mayHere, whoOf } from './who.ts';

export function isTranslated(tag: string): boolean {
  return tag !== SOURCE_LANGUAGE && language(tag)?.form === 'text';
}

/** Those of this trust. */
export const translatedLanguages: readonly string[] = trust.languages.filter(isTranslated);

/** What whoever asks may look at: a translator their own languages, others those that readers are offered. */
export function languagesFor(req: PayloadRequest): readonly string[] {
  const own = whoOf(req).languages.filter(isTranslated);
  return [...new Set([...translatedLanguages, ...own])].filter((tag) => mayHere(req, 'read', tag));
}
