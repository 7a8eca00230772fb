/** By what services are sorted: tiers of need, what worries parents, and the principles that a service carries out. */
import type { ContentOfKind } from '@charterpress/shared/domain/kinds.ts';
import { tiers } from '@charterpress/shared/domain/shapes/choices.ts';
import { topics } from '@charterpress/shared/domain/shapes/services.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import said from '@charterpress/shared/strings/open-data.json' with { type: 'json' };
import { targetOf } from '../views/links.ts';
import type { Reader } from '../views/reader.ts';
import { readable } from '../views/reading.ts';
import { type Row, rowOf } from './tables.ts';
import { uuidOf } from './uuid.ts';

type Taxonomy = 'tier' | 'worry' | 'principle';

/** The term that a service is sorted under, and what the term says of it. */
export type Sorted = { readonly term: string; readonly type: Taxonomy };

export function termsOf(reader: Reader, service: ContentOfKind<'services'>): readonly Sorted[] {
  const term = (type: Taxonomy, code: string): Sorted => ({ type, term: idOf(reader, type, code) });
  return [
    ...service.tiers.map((code) => term('tier', code)),
    ...service.topics.map((code) => term('worry', code)),
    ...service.principles.flatMap((reference) => {
      const target = targetOf(reader, reference);
      return target === null ? [] : [term('principle', target.document)];
    }),
  ];
}

function idOf({ content }: Reader, ...name: readonly string[]): string {
  return uuidOf([content.trust.folder, 'taxonomy', ...name].join('/'));
}

const kinds = ['tier', 'worry', 'principle'] as const satisfies readonly Taxonomy[];

export function taxonomyRows(reader: Reader): readonly Row[] {
  return kinds.map((type) =>
    rowOf('taxonomy', {
      id: idOf(reader, type),
      ...said.taxonomies[type],
      uri: uriOf(reader, type),
    }),
  );
}

function uriOf({ content }: Reader, type: Taxonomy): string {
  const below = type === 'principle' ? 'principles/' : 'services/';
  return `${content.site}/${SOURCE_LANGUAGE}/${below}`;
}

export function termRows(reader: Reader): readonly Row[] {
  const row = (type: Taxonomy, code: string, more: object) =>
    rowOf('taxonomy_term', {
      ...{
        id: idOf(reader, type, code),
        code,
        taxonomy: said.taxonomies[type].name,
        language: SOURCE_LANGUAGE,
      },
      ...{ taxonomy_id: idOf(reader, type), ...more },
    });
  const uri = uriOf(reader, 'tier');
  return [
    ...tiers.map((code) =>
      row('tier', code, {
        name: reader.words(`services.tier.${code}`),
        description: reader.words(`professionals.about.${code}`),
        term_uri: `${uri}tier/${code}/`,
      }),
    ),
    ...topics.map((code) =>
      row('worry', code, {
        ...worry(reader, code),
        term_uri: `${uri}worry/${code}/`,
      }),
    ),
    ...reader.content.addresses('principles', SOURCE_LANGUAGE).flatMap(({ document, slug }) => {
      const asked = { kind: 'principles', document, language: SOURCE_LANGUAGE } as const;
      const principle = readable(reader.content, asked)?.content;
      if (principle === undefined) return [];
      const term_uri = `${uriOf(reader, 'principle')}${slug}/`;
      const name = reader.words('principle.number', { number: String(principle.number) });
      const description = principle.statement;
      return [row('principle', document, { code: slug, name, description, term_uri })];
    }),
  ];
}

function worry({ words }: Reader, code: (typeof topics)[number]) {
  const name = words(`services.worry.${code}`);
  return { name, description: words('services.in.worry', { name }) };
}
