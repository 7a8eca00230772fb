/** The route of one address, found without listing the whole site. */
import { CHARTER, HOME } from '@charterpress/shared/domain/addresses.ts';
import { kindNames } from '@charterpress/shared/domain/kinds.ts';
import type { Content } from './content.ts';
import { type Route, routesOfDocument, routesOfLanguage, routesOfTrust } from './routes.ts';

/** `null` when no page stands there. */
export function routeAt(content: Content, path: string): Route | null {
  const isIt = (route: Route) => route.path === path;
  const [language = '', ...names] = path.split('/').filter((each) => each !== '');
  if (!content.trust.languages.includes(language)) return routesOfTrust(content).find(isIt) ?? null;
  const ofLanguage = routesOfLanguage(content, language).find(isIt);
  if (ofLanguage !== undefined) return ofLanguage;
  for (const kind of kindNames) {
    for (const slug of [...names, CHARTER, HOME]) {
      const document = content.bySlug(kind, slug);
      const routes =
        document === null ? [] : routesOfDocument(content, { kind, document, language });
      const found = routes.find(isIt);
      if (found !== undefined) return found;
    }
  }
  return null;
}
