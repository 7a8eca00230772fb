/**
 * What a page is about, in the words of schema.org, for search engines and assistants. It says nothing that does not
 * stand on the page: a test looks every word of it up there.
 */
import { pathOf } from '@charterpress/shared/domain/addresses.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import type { Reference } from '@charterpress/shared/domain/shape.ts';
import { titleIn } from '@charterpress/shared/domain/title.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Content } from '../content/content.ts';
import type { Link } from './links.ts';
import type { Reader, Tongue } from './reader.ts';
import { isVersion, type Reading, readable } from './reading.ts';

/** A node without address and language, which the page itself has. */
export type Thing = { readonly '@type': string; readonly name: string } & Readonly<
  Record<string, unknown>
>;

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
    { ...thing, url: canonical, inLanguage: language.tag },
    ...(trail.length === 0 ? [] : [breadcrumbs(site, trail, { name: thing.name, url: canonical })]),
  ];
  const data = { '@context': 'https://schema.org', '@graph': graph };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

type Place = { readonly name: string; readonly url: string };

function breadcrumbs(site: string, trail: readonly Link[], last: Place): object {
  const places = [
    ...trail.map(({ href, label }) => ({ name: label.text, url: site + href })),
    last,
  ];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: places.map(({ name, url }, at) => ({
      ...{ '@type': 'ListItem', position: at + 1, name, item: url },
    })),
  };
}

const types: Readonly<Partial<Record<Kind, string>>> = {
  bodies: 'Organization',
  courses: 'Course',
  events: 'Event',
  forums: 'Organization',
  organisations: 'Organization',
  places: 'Place',
  services: 'Service',
  terms: 'DefinedTerm',
};

/** What a document is: most are texts. */
export function thingOf({ content, language }: Reader, shown: Reading): Thing {
  const { slug, text } = shown;
  const { kind } = shown.edition;
  const { site } = content;
  const thing = { '@type': types[kind] ?? 'CreativeWork', name: titleIn(text) };
  const values: Readonly<Record<string, unknown>> = text;
  if (isVersion(shown)) return thing;
  if (kind === 'guides') return { ...thing, ...partsOf(values.parts, { language, site, slug }) };
  if (kind === 'services' && isRunByTheState(content, values.organisation as Reference)) {
    return { ...thing, '@type': 'GovernmentService' };
  }
  if (kind === 'terms') return { ...thing, description: values.plainMeaning };
  if (kind !== 'events') return thing;
  return {
    ...thing,
    startDate: values.begins,
    ...(values.ends === null ? {} : { endDate: values.ends }),
  };
}

const ofTheState: readonly string[] = ['council', 'health', 'police'];

function isRunByTheState(content: Content, { document }: Reference): boolean {
  const asked = { kind: 'organisations', document, language: SOURCE_LANGUAGE } as const;
  const type = readable(content, asked)?.content.type;
  return type !== undefined && ofTheState.includes(type);
}

type Where = { readonly site: string; readonly slug: string; readonly language: string };

/** A guide in one part has no list of them. */
function partsOf(parts: unknown, { language, site, slug }: Where): object {
  const all = parts as readonly { readonly slug: string; readonly title: string }[];
  if (all.length < 2) return {};
  const hasPart = all.map((part, at) => {
    const address = { kind: 'guides', slug, language } as const;
    const path = pathOf(at === 0 ? address : { ...address, part: part.slug });
    return { '@type': 'CreativeWork', name: part.title, url: `${site}${path}` };
  });
  return { hasPart };
}
