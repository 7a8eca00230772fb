/** By what services are sorted: tiers of need, what worries parents, and the principles that a service carries out. */
import type { ContentOfKind } from '@charterpress/shared/domain/kinds.ts';
import { tiers } from '@charterpress/shared/domain/shapes/choices.ts';
import { topics } from '@charterpress/shared/domain/shapes/services.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
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

const names: Readonly<Record<Taxonomy, string>> = {
  tier: 'Tiers of need',
  worry: 'What worries parents',
  principle: 'Principles of the strategy',
};

export function taxonomyRows(reader: Reader): readonly Row[] {
  return (Object.keys(names) as Taxonomy[]).map((type) =>
    rowOf('taxonomy', { id: idOf(reader, type), name: names[type], uri: uriOf(reader, type) }),
  );
}

function uriOf({ content }: Reader, type: Taxonomy): string {
  const below = type === 'principle' ? 'principles/' : 'services/';
  return `${content.site}/${SOURCE_LANGUAGE}/${below}`;
}

export function termRows(reader: Reader): readonly Row[] {
  const row = (type: Taxonomy, code: string, more: object) =>
    rowOf('taxonomy_term', {
      ...{ id: idOf(reader, type, code), code, taxonomy: names[type], language: SOURCE_LANGUAGE },
      ...{ taxonomy_id: idOf(reader, type), ...more },
    });
  const uri = uriOf(reader, 'tier');
  return [
    ...tiers.map((code) =>
      row('tier', code, {
        name: reader.words(`services.tier.${code}`),
        term_uri: `${uri}tier/${code}/`,
      }),
    ),
    ...topics.map((code) =>
      row('worry', code, {
        name: reader.words(`services.worry.${code}`),
        term_uri: `${uri}worry/${code}/`,
      }),
    ),
    ...reader.content.addresses('principles', SOURCE_LANGUAGE).flatMap(({ document, slug }) => {
      const asked = { kind: 'principles', document, language: SOURCE_LANGUAGE } as const;
      const principle = readable(reader.content, asked);
      const term_uri = `${uriOf(reader, 'principle')}${slug}/`;
      const name = principle?.content.statement;
      return name === undefined ? [] : [row('principle', document, { code: slug, name, term_uri })];
    }),
  ];
}
