/** What stands at a path below `/services/`: a service, one of its lists, or a choice of ways to them. */
import type { Content } from '../../content/content.ts';
import { noSuchPage } from '../document.ts';
import { type WaysPage, waysPage } from './find-help.ts';
import { type ServicesPage, servicesPage } from './list.ts';
import { type ServicePage, servicePage } from './service.ts';

/** One of them. */
type Below = {
  readonly service: ServicePage | null;
  readonly services: ServicesPage | null;
  readonly ways: WaysPage | null;
};

type Params = { readonly language: string; readonly path: string };

/** No service can be called like a list: see `slugOfServiceProblems`. */
export function belowServices(content: Content, { language, path }: Params): Below {
  const nothing = { service: null, services: null, ways: null };
  const ways = waysPage(content, { language, path });
  if (ways !== null) return { ...nothing, ways };
  const services = servicesPage(content, { language, path });
  if (services !== null) return { ...nothing, services };
  const service = servicePage(content, { language, slug: path });
  if (service !== null) return { ...nothing, service };
  throw noSuchPage('services', path, language);
}
