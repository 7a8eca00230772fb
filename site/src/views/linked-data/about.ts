/** Boards, forums, words, courses and evidence in the words of schema.org. */
import type { Reader } from '../reader.ts';
import type { Reading } from '../reading.ts';
import type { Facts } from './graph.ts';
import { organisationNamed } from './places.ts';

export function bodyFacts(_reader: Reader, { text }: Reading<'bodies'>): Facts {
  return { '@type': 'Organization', description: text.summary };
}

/** Its area in words: areas are not always districts. */
export function forumFacts(_reader: Reader, { text }: Reading<'forums'>): Facts {
  return { '@type': 'Organization', description: text.summary, areaServed: text.area };
}

export function termFacts({ content, language, words }: Reader, { text }: Reading<'terms'>): Facts {
  const set = { name: words('words.title'), url: `${content.site}/${language}/words/` };
  return {
    ...{ '@type': 'DefinedTerm', description: text.plainMeaning },
    inDefinedTermSet: { '@type': 'DefinedTermSet', ...set },
  };
}

export function courseFacts(reader: Reader, { source, text }: Reading<'courses'>): Facts {
  const { provider } = source.content;
  return {
    ...{ '@type': 'Course', description: text.summary },
    provider: provider === null ? undefined : organisationNamed(reader, provider),
  };
}

export function evidenceFacts(_reader: Reader, { source, text }: Reading<'evidence'>): Facts {
  const { publishedOn } = source.content;
  return { abstract: text.summary, datePublished: publishedOn ?? undefined };
}
