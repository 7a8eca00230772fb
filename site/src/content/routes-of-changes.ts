/** Where it stands what has changed: in every language in which it was told, for everything and for each district. */
import { olderPortions } from './changes.ts';
import type { Content } from './content.ts';
import type { Route } from './routes.ts';

export type ChangesView =
  | 'changes'
  | 'changes-feed'
  | 'older-changes'
  | 'district-changes'
  | 'district-changes-feed';

/** Whether anything was told in a language: in signing and in Easy Read nothing is. */
export function hasChanges(content: Content, tag: string): boolean {
  return content.changePortions(tag) > 0;
}

export function routesOfChanges(content: Content, language: string): readonly Route[] {
  if (!hasChanges(content, language)) return [];
  const one = (view: ChangesView, ending: string, params: Record<string, string> = {}): Route => ({
    ...{ path: `/${language}/changes/${ending}`, status: 200, view, language },
    params: { language, ...params },
  });
  return [
    one('changes', ''),
    one('changes-feed', 'feed.xml'),
    ...Array.from({ length: olderPortions(content.changePortions(language)) }, (_, at) =>
      one('older-changes', `older/${at}/`, { portion: String(at) }),
    ),
    ...content.trust.districts.flatMap(({ slug: district }) => [
      one('district-changes', `${district}/`, { district }),
      one('district-changes-feed', `${district}/feed.xml`, { district }),
    ]),
  ];
}
