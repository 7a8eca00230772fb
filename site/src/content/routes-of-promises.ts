/** Where promises are followed: one page for all of them, in every language as soon as there is an action. */
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Content } from './content.ts';
import type { Route } from './routes.ts';

export function progressRoutes(content: Content, language: string): readonly Route[] {
  if (!content.lists('actions', SOURCE_LANGUAGE)) return [];
  const path = `/${language}/progress/`;
  return [{ path, status: 200, view: 'progress', params: { language }, language }];
}
