/** What a county has of help for families, made by rule: services in every list there is, who runs them and where. */
import { digestOf } from '@charterpress/shared/domain/digest.ts';
import type { Edition } from '@charterpress/shared/domain/edition.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { tiers } from '@charterpress/shared/domain/shapes/choices.ts';
import { carers, topics } from '@charterpress/shared/domain/shapes/services.ts';
import { line, organisation, place, service } from '../support/services.ts';

const ORGANISATIONS = 8;
const PLACES = 60;
const firstDay = Date.parse('2026-01-05T09:00:00.000Z');

type Document = {
  readonly kind: Kind;
  readonly slug: string;
  readonly content: { readonly [field: string]: unknown };
};

type Of = { readonly districts: readonly string[]; readonly languages: readonly string[] };

/** Ids are `kind-number`. In other languages things have other names. */
export function* generateServices(
  services: number,
  { districts, languages }: Of,
): Generator<Edition> {
  let sequence = 0;
  for (const document of documentsOf(services, districts)) {
    for (const language of languages) {
      sequence += 1;
      yield editionOf(document, language, sequence);
    }
  }
}

function* documentsOf(services: number, districts: readonly string[]): Generator<Document> {
  yield* documentsBeside(districts);
  for (let at = 0; at < services; at += 1) {
    yield { kind: 'services', slug: `services-${at}`, content: serviceAt(at, districts) };
  }
}

/** Whom services are run by, where they are and whom to call: each refers to none of the others. */
export function* documentsBeside(districts: readonly string[]): Generator<Document> {
  yield { kind: 'facts', slug: 'facts-1', content: line };
  for (let at = 1; at <= ORGANISATIONS; at += 1) {
    yield { kind: 'organisations', slug: `organisations-${at}`, content: organisationAt(at) };
  }
  for (let at = 1; at <= PLACES; at += 1) {
    const content = place({ name: `Mill hall ${at}`, districts: [one(districts, at)] });
    yield { kind: 'places', slug: `places-${at}`, content };
  }
}

function organisationAt(at: number) {
  return { ...organisation, name: `Family trust ${at}` };
}

/** One in ten is for the whole county, and every list gets its share. */
export function serviceAt(at: number, districts: readonly string[]) {
  const everywhere = at % 10 === 0;
  return service({
    name: `Help for families ${at}`,
    summary: `What families in this part of the county have from service ${at}, and how to get it.`,
    organisation: { kind: 'organisations', document: `organisations-${(at % ORGANISATIONS) + 1}` },
    contacts: [{ kind: 'facts', document: 'facts-1' }],
    everywhere,
    districts: everywhere ? [] : [one(districts, at)],
    // Halls stand in the district of their number: this one in that of its service.
    places: at % 3 === 0 && !everywhere ? [placeFor(at, districts.length)] : [],
    ...{ ages: 'from-to', fromAge: at % 16, toAge: (at % 16) + 4 },
    carers: at % 5 === 0 ? [one(carers, at)] : [],
    topics: [one(topics, at), one(topics, at + 7)],
    tiers: [one(tiers, at)],
  });
}

function placeFor(at: number, districts: number) {
  return { kind: 'places', document: `places-${(at % districts) + districts}` };
}

function one<T>(of: readonly T[], at: number): T {
  return of[at % of.length] as T;
}

function editionOf({ content, kind, slug }: Document, language: string, sequence: number): Edition {
  const text = language === 'en' ? content : { ...content, name: `[${language}] ${content.name}` };
  const publishedAt = new Date(firstDay + sequence * 1_000).toISOString();
  return {
    ...{ kind, document: slug, slug, language, number: 1, sequence },
    ...{ action: 'published', change: 'major', changeNote: null, publishedAt },
    firstPublishedAt: publishedAt,
    sourceEdition: language === 'en' ? null : 1,
    digest: digestOf(text),
    content: text,
  } as unknown as Edition;
}
