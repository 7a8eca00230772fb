/** The addresses of the lists below `/services/`, and of the export of services. A list that has nothing in it stands too, and says where else to look. */
import { byOutcode } from '@charterpress/shared/domain/services/where.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { HSDS, hsdsFiles } from '../open-data/hsds.ts';
import type { Content } from './content.ts';
import type { Route } from './routes.ts';
import { filtersOf, pathOfFilter, portionsOf } from './services-in.ts';

export function routesOfServices(content: Content, language: string): readonly Route[] {
  return servicePaths(content).map((path): Route => {
    const below = path === '' ? '' : `${path}/`;
    const params = path === '' ? { language } : { language, path };
    const view = path === '' ? 'find-help' : 'services';
    return { path: `/${language}/services/${below}`, status: 200, view, params, language };
  });
}

/** Below `/services/`, `''` for its front page; none while there is nobody and nowhere to find. */
export function servicePaths(content: Content): readonly string[] {
  const isAnything = (['services', 'places', 'organisations'] as const).some((kind) =>
    content.lists(kind, SOURCE_LANGUAGE),
  );
  if (!isAnything) return [];
  const { districts } = content.trust;
  return [
    '',
    ...outcodePaths(content),
    ...(content.lists('places', SOURCE_LANGUAGE)
      ? ['places', ...districts.map(({ slug }) => `places/${slug}`)]
      : []),
    'organisations',
    ...filtersOf(content.trust).flatMap((filter) =>
      Array.from({ length: portionsOf(content, filter) }, (_, at) => pathOfFilter(filter, at + 1)),
    ),
  ];
}

/** The export of services, in English and once. */
export function openDataRoutes(content: Content): readonly Route[] {
  const files = hsdsFiles(content);
  if (files.length === 0) return [];
  const once = { status: 200, language: SOURCE_LANGUAGE } as const;
  return [
    { ...once, path: HSDS, view: 'hsds', params: {} },
    ...files.map(
      (file): Route => ({ ...once, path: HSDS + file, view: 'hsds-file', params: { file } }),
    ),
  ];
}

function outcodePaths({ trust }: Content): readonly string[] {
  const outcodes = Object.keys(trust.outcodes).toSorted(byOutcode);
  if (outcodes.length === 0) return [];
  return ['near', ...outcodes.map((outcode) => `near/${outcode.toLowerCase()}`)];
}
