import { isReserved } from '@charterpress/shared/domain/addresses.ts';
import { routesOfDocument, siteRoutes } from '@charterpress/site/src/content/routes.ts';
import { describe, expect, test } from 'vitest';
import { sampleEditions, sampleTrust } from '../support/sample-editions.ts';
import { contentOf } from '../support/site.ts';

const content = contentOf(await sampleEditions('kent'), sampleTrust('kent'));

describe('what the site has by itself', () => {
  test('no page that somebody authors can take the address of', () => {
    const authored = content
      .list('pages', 'en')
      .flatMap(({ document }) =>
        routesOfDocument(content, { kind: 'pages', document, language: 'en' }),
      )
      .map(({ path }) => nameIn(path));
    const names = [...siteRoutes(content)].map(({ path }) => nameIn(path));
    const free = [...new Set(names)].filter(
      (name) => name !== '' && !authored.includes(name) && !isReserved('pages', name),
    );
    expect(free).toEqual([]);
  });

  test('leaves every other name to authors', () => {
    expect(['about', 'privacy', 'help'].filter((name) => isReserved('pages', name))).toEqual([]);
  });
});

/** What follows the tag of a language: `search` of `/en/search/`; empty where a file stands, or what there is once. */
function nameIn(path: string): string {
  return /^\/en\/([\w-]+)\//.exec(path)?.[1] ?? '';
}
