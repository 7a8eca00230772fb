/** A translated page beside its English, for two people who read together. */
import type { Edition } from '@charterpress/shared/domain/edition.ts';
import { describe, expect, it } from 'vitest';
import { movesOfDocument } from '../../site/src/content/moves.ts';
import { type Route, siteRoutes } from '../../site/src/content/routes.ts';
import { guidePage } from '../../site/src/views/guide.ts';
import { sideBySidePage } from '../../site/src/views/side-by-side.ts';
import {
  centresInEnglish,
  centresInPolish,
  feed,
  guide,
  principle,
  prose,
} from '../support/parent-site.ts';
import { contentOf } from '../support/site.ts';

const later = '2026-05-03T10:00:00.000Z';
const dearer = guide('Children’s centres', [
  ['what', 'What it is', prose('A place to play.')],
  ['cost', 'What it costs', [...prose('It costs £2.'), ...prose('Bring a drink.')]],
]);

function translated(): ReturnType<typeof feed> {
  const told = feed();
  told.publish('guides', 'centres', centresInEnglish);
  told.publish('guides', 'centres', centresInPolish, { language: 'pl', sourceEdition: 1 });
  return told;
}

function behind(change: 'major' | 'safety' = 'major'): readonly Edition[] {
  const { editions, publish } = translated();
  publish('guides', 'centres', dearer, { number: 2, publishedAt: later, change });
  return editions;
}

const beside = (editions: readonly Edition[], path: string) =>
  sideBySidePage(contentOf(editions), { language: 'pl', path });

function besides(routes: Iterable<Route>): readonly string[] {
  return [...routes].filter(({ view }) => view === 'beside-english').map(({ path }) => path);
}

describe('a page beside its English', () => {
  it('has each paragraph in both languages, under a heading in both', () => {
    const [section] = beside(translated().editions, 'guides/centres/cost').sections;
    expect(section?.heading).toEqual({ own: 'Ile to kosztuje', english: 'What it costs' });
    const words = JSON.stringify(section?.rows);
    expect(section?.rows).toHaveLength(2);
    expect(words.indexOf('Zadzwoń')).toBeLessThan(words.indexOf('Ring us'));
    expect(words.indexOf('Ring us')).toBeLessThan(words.indexOf('Weź napój'));
  });

  it('is linked from the translated page, which is the one to be found by searching', () => {
    const { editions } = translated();
    const page = guidePage(contentOf(editions), { language: 'pl', slug: 'centres', part: 'cost' });
    expect(page.frame.beside?.href).toBe('/pl/beside-english/guides/centres/cost/');
    const { frame } = beside(editions, 'guides/centres/cost');
    expect(frame.canonical).toBe('https://charter.example.org/pl/guides/centres/cost/');
    expect([frame.isIndexed, frame.alternates, frame.twin]).toEqual([false, [], null]);
  });

  it('stands for each page of a translation, and for none in English or Easy Read', () => {
    const { editions } = translated();
    expect(besides(siteRoutes(contentOf(editions)))).toEqual([
      '/pl/beside-english/guides/centres/',
      '/pl/beside-english/guides/centres/cost/',
    ]);
    const page = guidePage(contentOf(editions), { language: 'en', slug: 'centres' });
    expect(page.frame.beside).toBeNull();
  });

  it('leads in other languages to the same page beside its English, and in English to the page', () => {
    const { frame } = beside(translated().editions, 'guides/centres/cost');
    const [toEnglish, toPolish] = frame.languages.links;
    expect(toEnglish?.href).toBe('/en/guides/centres/cost/');
    expect(toPolish).toMatchObject({ href: '/pl/beside-english/guides/centres/cost/' });
  });

  it('that is behind stands beside the English it was made from, and says what the English says now', () => {
    const page = beside(behind(), 'guides/centres/cost');
    const [section] = page.sections;
    expect(page.since).toContain('2 marca 2026');
    expect(JSON.stringify(section?.rows)).toContain('Ring us.');
    expect(JSON.stringify(section?.rows)).not.toContain('£2');
    expect(JSON.stringify(section?.now?.blocks)).toContain('It costs £2.');
    expect(page.frame.notices.map(({ title }) => title).join()).toContain('3 maja 2026');
  });

  it('that is not safe to read shows the English alone, and nobody is led to it', () => {
    const page = beside(behind('safety'), 'guides/centres/cost');
    expect(page.sections.flatMap(({ rows }) => rows.flatMap(({ own }) => own))).toEqual([]);
    expect(JSON.stringify(page.sections)).toContain('It costs £2.');
    const shown = guidePage(contentOf(behind('safety')), { language: 'pl', slug: 'centres' });
    expect(shown.frame.beside).toBeNull();
  });

  it('moves with the page, and is gone with it', () => {
    const { editions, publish } = translated();
    publish('guides', 'centres', centresInEnglish, { number: 2, slug: 'family-centres' });
    const moved = movesOfDocument(contentOf(editions), editions);
    expect(moved.redirects['/pl/beside-english/guides/centres/cost/']).toBe(
      '/pl/guides/family-centres/cost/',
    );
    publish('guides', 'centres', null, { number: 3, action: 'removed', slug: 'family-centres' });
    publish('guides', 'centres', null, { language: 'pl', number: 2, action: 'removed' });
    const { gone } = movesOfDocument(contentOf(editions), editions);
    expect(gone).toContain('/pl/beside-english/guides/family-centres/cost/');
  });

  it('of a principle has its meaning in both languages, with the name of the field in each', () => {
    const { editions, publish } = feed();
    publish('principles', '7', principle(7, 'One language'));
    publish('principles', '7', principle(7, 'Jeden język'), { language: 'pl', sourceEdition: 1 });
    const page = beside(editions, 'principles/7');
    expect([page.title.text, page.titleInEnglish]).toEqual(['Jeden język', 'One language']);
    expect(page.sections[1]?.heading).toEqual({ own: 'Co to znaczy', english: 'What it means' });
  });
});
