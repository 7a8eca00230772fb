/** The addresses of strategies and of what stands around them: bodies, decisions, evidence, courses. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { changesPath } from '../views/strategy/changes.ts';
import type { Content } from './content.ts';
import type { Route } from './routes.ts';

/** Each list stands in every language as soon as there is something to list in English. */
const lists = [
  ['strategies', 'strategies', ['strategies']],
  ['bodies', 'boards', ['bodies']],
  ['decisions', 'decisions', ['decisions']],
  ['evidence-list', 'evidence', ['evidence']],
  ['professionals', 'for-professionals', ['courses', 'services']],
] as const satisfies readonly (readonly [Route['view'], string, readonly Kind[]])[];

export function listsAroundStrategies(content: Content, language: string): readonly Route[] {
  return foldersAroundStrategies(content).map(([view, folder]) => ({
    ...{ path: `/${language}/${folder}/`, status: 200, view, params: { language }, language },
  }));
}

export function foldersAroundStrategies(content: Content) {
  return lists.filter(([, , kinds]) => kinds.some((kind) => content.lists(kind, SOURCE_LANGUAGE)));
}

/** The page on which documents of these kinds stand. */
export const strategyViews: Readonly<Partial<Record<Kind, Route['view']>>> = {
  strategies: 'strategy',
  bodies: 'body',
  decisions: 'decision',
  evidence: 'evidence',
  courses: 'course',
};

/** What there is beside a strategy: how it differs from its draft, where both can be read in the language. */
export function routesBeside(
  content: Content,
  { document, kind, language }: { kind: Kind; document: string; language: string },
): readonly Route[] {
  const path = kind === 'strategies' ? changesPath(content, document, language) : null;
  const slug = path?.split('/').at(-3);
  if (path === null || slug === undefined) return [];
  return [{ path, status: 200, view: 'strategy-changes', params: { language, slug }, language }];
}
