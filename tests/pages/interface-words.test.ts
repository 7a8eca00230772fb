/** Words of the interface that a trust says in the place of the shipped ones. */
import type { Edition } from '@charterpress/shared/domain/edition.ts';
import { sayable, shippedWords, wordProblems } from '@charterpress/shared/interface-words.ts';
import { languages } from '@charterpress/shared/languages.ts';
import { words } from '@charterpress/shared/strings.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withCandidate } from '../../site/press/candidate.ts';
import { keysChangedBy } from '../../site/press/keys-changed.ts';
import { openStore } from '../../site/src/content/store.ts';
import { homePage } from '../../site/src/views/home.ts';
import { languagesPage } from '../../site/src/views/languages.ts';
import { feed } from '../support/parent-site.ts';
import { type AtWork, filesIn, logo, SITE, served, trust } from '../support/press-at-work.ts';
import { publishedPress } from '../support/published-press.ts';
import { contentOf } from '../support/site.ts';

const texts = languages.filter(({ form }) => form === 'text').map(({ tag }) => tag);

type Said = readonly (readonly [key: string, word: string])[];

const saying = (said: Said) => ({
  words: said.map(([key, word], at) => ({ id: `row-${at}`, key, word })),
});

function site(english: Said, polish: Said) {
  const { editions, publish } = feed();
  publish('interface-words', 'words', saying(english));
  publish('interface-words', 'words', saying(polish), { language: 'pl', sourceEdition: 1 });
  return editions;
}

const homeIn = (editions: readonly Edition[], language: string) =>
  homePage(contentOf(editions), { language }).frame;

describe('a word of the interface', () => {
  it('is said as the edition of its language says it, and in no other language', () => {
    const editions = site([['skipToContent', 'Go to the text']], [['skipToContent', 'Do treści']]);
    const said = ['en', 'pl', 'ur'].map((tag) => homeIn(editions, tag).skip);
    expect(said).toEqual(['Go to the text', 'Do treści', words('ur')('skipToContent')]);
  });

  it('is said in every form that the language counts with, and each keeps its number', () => {
    const { editions, publish } = feed();
    publish('interface-words', 'words', saying([['coverage.guides_one', '{{count}} help page']]));
    publish('interface-words', 'words', saying([['coverage.guides_few', '{{count}} broszury']]), {
      ...{ language: 'pl', sourceEdition: 1 },
    });
    const content = {
      ...contentOf(editions),
      coverage: () => [{ kind: 'guides' as const, pages: 3, behind: 0 }],
    };
    const [card] = languagesPage(content, { language: 'pl' }).languages;
    expect(card?.pages).toEqual(['3 broszury']);
  });

  it('that lost what the site fills in is not said: the shipped one stays', () => {
    const { editions, publish } = feed();
    publish('interface-words', 'words', saying([['made.translated', 'Translated']]));
    expect(contentOf(editions).words('en')).toBeNull();
  });

  it('comes back as it was shipped when the edition is withdrawn', () => {
    const { editions, publish } = feed();
    const said = saying([['skipToContent', 'Go to the text']]);
    publish('interface-words', 'words', said);
    publish('interface-words', 'words', said, { number: 2, action: 'withdrawn' });
    expect(homeIn(editions.slice(0, 1), 'en').skip).toBe('Go to the text');
    expect(homeIn(editions, 'en').skip).toBe('Skip to the main content');
    expect(words('en')('skipToContent')).toBe('Skip to the main content');
  });

  it('of English stands around Easy Read too', () => {
    const { editions, publish } = feed();
    publish('interface-words', 'words', saying([['skipToContent', 'Go to the text']]));
    expect(contentOf(editions).words('en-x-easyread')?.words.get('skipToContent')).toBe(
      'Go to the text',
    );
  });
});

describe('what is wrong with a word is said at its row', () => {
  it.each([
    ['no key of the site', 'nav.hoem', 'Home', 'unknown-word', 'key'],
    ['a form that no language counts with', 'nav.home_few', 'Home', 'unknown-word', 'key'],
    ['a value left out', 'made.translated', 'Translated', 'word-values', 'word'],
    ['a value of its own', 'nav.home', 'Home {{count}}', 'word-values', 'word'],
    ['a value spelled otherwise', 'made.translated', 'On {{ date }}', 'word-values', 'word'],
  ])('%s', (_what, key, word, problem, field) => {
    const good = { key: 'nav.home', word: 'Start' };
    expect(wordProblems([good, { key, word }])).toMatchObject([
      { field: `words.1.${field}`, problem, key },
    ]);
  });

  it('and a form of a word that counts may leave its number out', () => {
    expect(wordProblems([{ key: 'guide.parts_one', word: 'One part' }])).toEqual([]);
    expect(wordProblems([{ key: 'guide.parts_few', word: '{{count}} części' }])).toEqual([]);
  });

  it.each(texts)('every word of %s can be said otherwise, in every form it counts with', (tag) => {
    const all = [...shippedWords(tag)].map(([key, word]) => ({ key, word }));
    expect(wordProblems(all)).toEqual([]);
    expect(sayable(tag, all)).toEqual(all);
    const forms = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
    const counted = all.flatMap(({ key }) => /^(.*)_other$/.exec(key)?.[1] ?? []);
    const missing = counted.flatMap((key) => forms.map((form) => `${key}_${form}`));
    expect(missing.filter((key) => !shippedWords(tag).has(key))).toEqual([]);
  });
});

describe('a changed word', () => {
  let work: AtWork;
  beforeEach(async () => {
    work = await publishedPress(9);
  });
  afterEach(() => work.end());

  it('makes the pages of its language anew, and leaves the others in the very same files', async () => {
    const before = filesIn(work.press.folders.at(1));
    const [english, polish] = site([['nav.home', 'Start']], [['nav.home', 'Początek']]) as [
      Edition,
      Edition,
    ];
    const sequence = work.feed.editions.length;
    work.feed.editions.push({
      ...english,
      sequence: sequence + 1,
      content: saying([['nav.home', 'Home']]),
    } as Edition);
    await work.press.publish();
    expect(served(work.dataDir, 'en/index.html')).toContain('>Home<');
    work.feed.editions.push({ ...polish, sequence: sequence + 2 });
    await work.press.publish();
    expect(served(work.dataDir, 'pl/index.html')).toContain('Początek');
    const after = filesIn(work.press.folders.at(work.press.folders.current() ?? 0));
    const changed = Object.keys(after).filter((file) => before[file] !== after[file]);
    expect(changed.filter((file) => file.endsWith('.html') && !file.startsWith('pl/'))).toEqual([]);
  });
});

it('a draft of a word shows and changes what its publication would', () => {
  const editions = site([['nav.home', 'Start']], [['nav.home', 'Początek']]);
  const store = openStore({ file: ':memory:', trust, logo, site: SITE });
  store.add(editions.slice(0, 1), 1);
  const next = editions[1] as Edition;
  expect(withCandidate(store.content(), next).words('pl')?.words.get('nav.home')).toBe('Początek');
  const said = keysChangedBy(store.content(), next);
  expect([...said].sort()).toEqual([...store.add([next], 2)].sort());
});
