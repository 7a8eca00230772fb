/** The common language as it was published: in it every text is written, and every translation checked. */
import type { Term } from '@charterpress/shared/domain/checks/surroundings.ts';
import type { ContentOfKind } from '@charterpress/shared/domain/kinds.ts';
import { type Glossary, glossaryOf } from '@charterpress/shared/domain/translation/glossary.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Payload } from 'payload';
import { newestTexts } from '../publishing/newest.ts';
import { wholeContent } from '../publishing/stored.ts';

export async function glossaryFor(payload: Payload, language: string): Promise<Glossary> {
  const terms = await newestTexts(payload, 'terms');
  const contents = terms.map(({ content }) => wholeContent('terms', content));
  return glossaryOf(contents as unknown as readonly ContentOfKind<'terms'>[], language);
}

/** What editors are told to write, and what not. */
export async function englishTerms(payload: Payload): Promise<readonly Term[]> {
  const glossary = await glossaryFor(payload, SOURCE_LANGUAGE);
  return glossary
    .filter(({ forbidden }) => forbidden.length > 0)
    .map(({ forbidden, term }) => ({ say: term, insteadOf: forbidden }));
}
