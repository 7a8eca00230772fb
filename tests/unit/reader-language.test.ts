import { expect, test } from 'vitest';
import { readerLanguage } from '../../site/press/reader-language.ts';

const tags = ['en', 'pl', 'ur', 'en-x-easyread'];

test.each([
  ['of the address, whatever the browser asks for', '/ur/guides/', 'pl', 'ur'],
  ['Easy Read where the address says so', '/en-x-easyread/guides/', 'pl', 'en-x-easyread'],
  ['the first that the browser asks for', '/guides/', 'pl,ur;q=0.9', 'pl'],
  ['the dearest, in whichever order it is asked for', '/', 'pl;q=0.4, ur;q=0.8', 'ur'],
  ['of a country', '/', 'ur-PK', 'ur'],
  ['the next where the first is not here', '/', 'fr-FR,pl;q=0.5', 'pl'],
  ['none that is refused', '/', 'pl;q=0', 'en'],
  ['English where nothing fits', '/xx/', 'fr', 'en'],
  ['English where nothing can be read', '/', ';;q=,', 'en'],
  ['English where nothing is asked for', '/', undefined, 'en'],
])('the language of whoever finds no page is %s', (_what, path, accepts, tag) => {
  expect(readerLanguage({ path, accepts }, tags)).toBe(tag);
});
