/** Lists keep to the weight of a page when there is much more to list than in the sample. */
import type { Edition } from '@charterpress/shared/domain/edition.ts';
import { beforeAll, expect, it } from 'vitest';
import { budgets } from '../../site/press/budgets.ts';
import { compressed } from '../../site/press/finish.ts';
import { renderRoute } from '../../site/press/render.ts';
import type { Content } from '../../site/src/content/content.ts';
import { type Route, siteRoutes } from '../../site/src/content/routes.ts';
import { bundle } from '../support/press-at-work.ts';
import { sampleEditions } from '../support/sample-editions.ts';
import { contentOf, site } from '../support/site.ts';

/** As many as a county has. */
const many: readonly (readonly [string, number])[] = [
  ['services', 500],
  ['terms', 150],
  ['places', 300],
  ['organisations', 150],
  ['consultations', 150],
];

let content: Content;
let lists: readonly Route[];

beforeAll(async () => {
  const editions = await sampleEditions('kent');
  content = contentOf(many.reduce((all, [kind, count]) => more(all, kind, count), editions));
  lists = [...siteRoutes(content)].filter(
    ({ language, path }) =>
      /^(en|ne|ur)$/.test(language) &&
      /^\/..\/(services\/(a-z|swale|age|organisations|places)\/|words\/$|consultations\/$)/.test(
        path,
      ),
  );
});

it('of 500 services, 300 places and 150 words, organisations and consultations', async () => {
  const made = await bundle();
  const heavy: string[] = [];
  for (const route of lists) {
    const rendered = await renderRoute(made, route, { site, content: () => content });
    const weight = rendered.ok ? (compressed(rendered.bytes)[1]?.length ?? 0) : Infinity;
    if (weight > budgets.page) heavy.push(`${route.path}: ${weight}`);
  }
  expect(lists.length).toBeGreaterThan(60);
  expect(heavy).toEqual([]);
});

/** The documents of a kind over and over, each time under another name and with another title. */
function more(editions: readonly Edition[], kind: string, count: number): readonly Edition[] {
  const own = editions.filter((edition) => edition.kind === kind);
  const known = new Set(own.map(({ document }) => document)).size;
  const copies = Array.from({ length: Math.ceil(count / known) - 1 }, (_, at) =>
    own.map((edition) => renamed(edition, at + 2)),
  );
  const all = [...editions, ...copies.flat()];
  return all.map((edition, at) => ({ ...edition, sequence: at + 1 }));
}

function renamed(edition: Edition, at: number): Edition {
  const { content: texts } = edition as unknown as { content: Record<string, unknown> };
  const named = Object.entries(texts).map(([key, value]) => [
    key,
    ['term', 'name', 'title'].includes(key) ? `${value} ${(at * 7919).toString(36)}` : value,
  ]);
  return {
    ...edition,
    document: `${edition.document}-${at}`,
    slug: `${edition.slug}-${at}`,
    content: Object.fromEntries(named),
  } as Edition;
}
