/**
 * What a page is about, in the words of schema.org, for search engines and assistants. It says nothing that does not
 * stand on the page, and what nobody knows is left out: tests look every word up, on the page and in the vocabulary.
 */
import type { Link } from '../links.ts';
import type { Tongue } from '../reader.ts';

/** What is left `undefined` is not said. */
export type Facts = Readonly<Record<string, unknown>>;

/** A node without address and language, which the page itself has. */
export type Thing = { readonly '@type': string; readonly name: string } & Facts;

type Page = {
  readonly site: string;
  readonly canonical: string;
  readonly language: Tongue;
  readonly thing: Thing;
  readonly trail: readonly Link[];
};

/** As text for a data block: nothing in it can end the block. */
export function linkedData({ canonical, language, site, thing, trail }: Page): string {
  const graph = [
    { ...thing, url: canonical, ...languageOf(thing, canonical, language.tag) },
    ...(trail.length === 0 ? [] : [breadcrumbs(site, trail, { name: thing.name, url: canonical })]),
  ];
  const data = { '@context': 'https://schema.org', '@graph': graph };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

/** Types of texts, whose language is that of the page. */
const works: readonly string[] = ['CreativeWork', 'WebPage', 'Course'];

/** A service in English is told of in Polish: the page has that language, and not the service. */
function languageOf(thing: Thing, canonical: string, tag: string): Facts {
  if (works.includes(thing['@type'])) return { inLanguage: tag };
  return { mainEntityOfPage: { '@type': 'WebPage', '@id': canonical, inLanguage: tag } };
}

type Step = { readonly name: string; readonly url: string };

function breadcrumbs(site: string, trail: readonly Link[], last: Step): object {
  const steps = [...trail.map(({ href, label }) => ({ name: label.text, url: site + href })), last];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, url }, at) => ({
      ...{ '@type': 'ListItem', position: at + 1, name, item: url },
    })),
  };
}
