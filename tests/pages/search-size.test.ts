/** What searching costs on the way to a telephone, at five hundred pages, in every alphabet. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { find } from '@charterpress/shared/domain/search/finding.ts';
import { expect, it } from 'vitest';
import type { Bundle } from '../../site/press/bundle.ts';
import { renderRoute } from '../../site/press/render.ts';
import type { Content } from '../../site/src/content/content.ts';
import { routeAt } from '../../site/src/content/route-at.ts';
import type { Route } from '../../site/src/content/routes.ts';
import { searchPath } from '../../site/src/content/routes-of-search.ts';
import { searchFile } from '../../site/src/search/search-file.ts';
import { type Alphabet, type ManyPage, manyPages } from '../support/many-pages.ts';
import { feed, page, prose } from '../support/parent-site.ts';
import { bundle } from '../support/press-at-work.ts';
import { sampleTrust } from '../support/sample-editions.ts';
import { contentOf, site } from '../support/site.ts';

const PAGES = 500;
const MOST_BYTES = 100_000;
const MOST_SCRIPT = 8_000;
const SEED = 7;

const languages: readonly (readonly [Alphabet, string])[] = [
  ['latin', 'pl'],
  ['cyrillic', 'bg'],
  ['arabic', 'ur'],
  ['devanagari', 'ne'],
  ['bengali', 'bn'],
  ['gurmukhi', 'pa'],
  ['gujarati', 'gu'],
];

it.each(languages)(
  'in %s the first ten results cost less than 100 KB, however they are asked for',
  async (alphabet, language) => {
    const made = await bundle();
    const pages = manyPages(alphabet, PAGES, SEED);
    const content = siteOf(pages, language);
    const own = await ownWeight(made, content, language);
    const asked = questions(pages);
    const weights = await Promise.all(asked.map((words) => weightOf(content, { language, words })));
    expect(weights.map((weight) => own + weight).filter((weight) => weight > MOST_BYTES)).toEqual(
      [],
    );
  },
);

it('has a script of less than 8 KB', async () => {
  const { assetsFolder } = await bundle();
  expect(gzipSync(asset(assetsFolder, /^search-.*\.js$/)).length).toBeLessThan(MOST_SCRIPT);
});

function siteOf(pages: readonly ManyPage[], language: string): Content {
  const { editions, publish } = feed();
  for (const [at, { headings, summary, text, title }] of pages.entries()) {
    const body = [...headings.flatMap(prose), ...prose(text)];
    const content = { ...page(title, body), summary };
    publish('pages', `page-${at}`, page(`Page ${at}`, prose('In English.')));
    publish('pages', `page-${at}`, content, { language, sourceEdition: 1 });
  }
  return contentOf(editions, { ...sampleTrust('kent'), languages: ['en', language] });
}

/** Every hundredth page by a word of its title, by three of its text, and by one with its second letter left out. */
function questions(pages: readonly ManyPage[]): readonly string[] {
  return pages
    .filter((_, at) => at % 100 === 0)
    .flatMap(({ text, title }) => {
      const long = title.split(' ').toSorted((one, other) => other.length - one.length)[0] ?? '';
      return [long, text.split(' ').slice(40, 43).join(' '), long.slice(0, 1) + long.slice(2)];
    });
}

/** The page, the style and the script. */
async function ownWeight(made: Bundle, content: Content, language: string): Promise<number> {
  const route = routeAt(content, searchPath(language)) as Route;
  const page = await renderRoute(made, route, { site, content: () => content });
  if (!page.ok) throw new Error(page.why);
  const files = [
    page.bytes,
    asset(made.assetsFolder, /\.css$/),
    asset(made.assetsFolder, /^search-/),
  ];
  return files.reduce((sum, file) => sum + gzipSync(file).length, 0);
}

type Question = { readonly language: string; readonly words: string };

async function weightOf(content: Content, { language, words }: Question): Promise<number> {
  const files = new Map<string, string>();
  const read = async (file: string) => {
    const text = files.get(file) ?? JSON.stringify(searchFile(content, { language, file }));
    files.set(file, text);
    return JSON.parse(text);
  };
  const found = await find(words, language, read);
  expect(found.places.length).toBeGreaterThan(0);
  await found.pagesAt(found.places.slice(0, 10));
  return [...files.values()].reduce((sum, file) => sum + gzipSync(file).length, 0);
}

function asset(folder: string, name: RegExp): Buffer {
  const [file = ''] = readdirSync(join(folder, '_astro')).filter((each) => name.test(each));
  return readFileSync(join(folder, '_astro', file));
}
