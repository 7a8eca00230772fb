/** Easy Read, signing and recordings as readers get them, and what they are told when the text moves on. */
import type { Edition } from '@charterpress/shared/domain/edition.ts';
import { describe, expect, it } from 'vitest';
import { withCandidate } from '../../site/press/candidate.ts';
import { keysChangedBy } from '../../site/press/keys-changed.ts';
import { siteMoves } from '../../site/src/content/moves.ts';
import { siteRoutes } from '../../site/src/content/routes.ts';
import { openStore } from '../../site/src/content/store.ts';
import { guidePage } from '../../site/src/views/guide.ts';
import { homePage } from '../../site/src/views/home.ts';
import { principlePage } from '../../site/src/views/principle.ts';
import { versionPage } from '../../site/src/views/version.ts';
import { easyRead, recording, signed, upload } from '../support/language-versions.ts';
import { feed, guide, principle, prose } from '../support/parent-site.ts';
import { logo, SITE } from '../support/press-at-work.ts';
import { sampleTrust } from '../support/sample-editions.ts';
import { contentOf } from '../support/site.ts';

const trust = { ...sampleTrust('kent'), languages: ['en', 'pl', 'en-x-easyread', 'bfi'] };
const EASY = 'en-x-easyread';
const centres = guide('Children’s centres', [
  ['what', 'What it is', prose('A place to play.')],
  ['cost', 'What it costs', prose('Ring us.')],
]);
const of = { kind: 'guides', document: 'centres' };

/** A guide in English and in Easy Read: two sentences on its first part, one on what it costs. */
function guideInEasyRead() {
  const site = feed();
  site.publish('guides', 'centres', centres);
  site.publish('media', 'picture', upload('image/png'));
  site.publish(
    'language-versions',
    'easy',
    easyRead(of, [
      ['summary', null, 'You can play here.'],
      ['part', 'what', 'It is for small children.'],
      ['part', 'what', 'You can stay with your child.'],
      ['part', 'cost', 'Ring us to ask what it costs.'],
    ]),
  );
  return site;
}

const dearer = (change: 'major' | 'minor' | 'safety') =>
  [
    guide('Children’s centres', [
      ['what', 'What it is', prose('A place to play.')],
      ['cost', 'What it costs', prose('It costs £2.')],
    ]),
    { number: 2, change, publishedAt: '2026-05-03T10:00:00.000Z' },
  ] as const;

const inEasyRead = (editions: readonly Edition[]) =>
  versionPage(contentOf(editions, trust), { kind: 'guides', slug: 'centres', language: EASY });

describe('Easy Read', () => {
  it('shows its own sentences, each with its picture, under what the English calls each part', () => {
    const page = inEasyRead(guideInEasyRead().editions);
    expect(page?.sections.map(({ sentences, title }) => [title, sentences.length])).toEqual([
      [null, 1],
      ['What it is', 2],
      ['What it costs', 1],
    ]);
    const [first] = page?.sections[0]?.sentences ?? [];
    expect(first?.text).toBe('You can play here.');
    expect(first?.picture?.src).toMatch(/^\/files\/[0-9a-f]{64}\.png$/);
    expect(page?.frame.notices).toEqual([]);
    expect(page?.full.href).toBe('/en/guides/centres/');
  });

  it('is one page, of a guide too, listed once', () => {
    const paths = [...siteRoutes(contentOf(guideInEasyRead().editions, trust))]
      .map(({ path }) => path)
      .filter((path) => path.startsWith(`/${EASY}/guides/`));
    expect(paths).toEqual([`/${EASY}/guides/`, `/${EASY}/guides/centres/`]);
  });

  it('is offered on the English page and in its languages, and nowhere before it is there', () => {
    const { editions } = guideInEasyRead();
    const english = guidePage(contentOf(editions, trust), { language: 'en', slug: 'centres' });
    expect(english.also?.links.map(({ href }) => href)).toEqual([`/${EASY}/guides/centres/`]);
    expect(english.frame.alternates.map(({ hreflang }) => hreflang)).toContain(EASY);
    const before = contentOf(editions.slice(0, 2), trust);
    expect(guidePage(before, { language: 'en', slug: 'centres' }).also).toBeNull();
    const part = guidePage(contentOf(editions, trust), {
      ...{ language: 'en', slug: 'centres', part: 'cost' },
    });
    expect(part.also?.links[0]?.href).toBe(`/${EASY}/guides/centres/`);
  });

  it('is behind where its section changed, says so, and shows the English there', () => {
    const { editions, publish } = guideInEasyRead();
    publish('guides', 'centres', ...dearer('major'));
    const page = inEasyRead(editions);
    expect(page?.frame.notices[0]?.title).toContain('3 May 2026');
    expect(page?.frame.notices[0]?.texts[0]?.text).toContain('does not have the changes yet');
    const parts = page?.frame.notices[0]?.lists[0]?.items;
    expect(parts).toMatchObject([{ href: '/en/guides/centres/cost/' }]);
    expect(page?.sections.map(({ english }) => english?.blocks.length ?? 0)).toEqual([0, 0, 1]);
  });

  it('stays current after a small correction', () => {
    const { editions, publish } = guideInEasyRead();
    publish('guides', 'centres', ...dearer('minor'));
    expect(inEasyRead(editions)?.frame.notices).toEqual([]);
  });

  it('stays current while only what its sentences are not about changes', () => {
    const site = feed();
    site.publish('guides', 'centres', centres);
    site.publish('media', 'picture', upload('image/png'));
    const about = [['part', 'what', 'It is for small children.']] as const;
    site.publish('language-versions', 'easy', easyRead(of, about));
    site.publish('guides', 'centres', ...dearer('major'));
    expect(inEasyRead(site.editions)?.frame.notices).toEqual([]);
    expect(contentOf(site.editions, trust).coverage(EASY)).toEqual([
      { kind: 'guides', pages: 1, behind: 0 },
    ]);
  });

  it('is behind since the change of its own section, and not since one before it', () => {
    const { editions, publish } = guideInEasyRead();
    const audience = { ...centres, audience: 'professionals' as const };
    publish('guides', 'centres', audience, { number: 2, publishedAt: '2026-05-02T10:00:00.000Z' });
    const [content, head] = dearer('major');
    publish('guides', 'centres', { ...content, audience: 'professionals' }, { ...head, number: 3 });
    expect(inEasyRead(editions)?.frame.notices[0]?.title).toContain('3 May 2026');
  });

  it('is behind when the part that it is about is gone', () => {
    const { editions, publish } = guideInEasyRead();
    const shorter = guide('Children’s centres', [
      ['what', 'What it is', prose('A place to play.')],
    ]);
    publish('guides', 'centres', shorter, { number: 2, change: 'major' });
    expect(inEasyRead(editions)?.frame.notices).toHaveLength(1);
  });

  it('gives way to the English when it is not safe any more', () => {
    const { editions, publish } = guideInEasyRead();
    publish('guides', 'centres', ...dearer('safety'));
    expect(inEasyRead(editions)).toBeNull();
    const page = guidePage(contentOf(editions, trust), { language: EASY, slug: 'centres' });
    expect(page.frame.notices[0]?.tone).toBe('warning');
    expect(page.textIn).toEqual({ tag: 'en', direction: 'ltr' });
  });

  it('is withdrawn with the English', () => {
    const { editions, publish } = guideInEasyRead();
    const told = { number: 2, action: 'withdrawn', changeNote: 'It is closed.' } as const;
    publish('guides', 'centres', centres, told);
    expect(inEasyRead(editions)?.frame.notices[0]?.texts[0]?.text).toBe('It is closed.');
  });

  it('goes with its removal, and with that of the English', () => {
    const own = guideInEasyRead();
    own.publish('language-versions', 'easy', null, { number: 2, action: 'removed' });
    const english = guideInEasyRead();
    english.publish('guides', 'centres', null, { number: 2, action: 'removed' });
    for (const { editions } of [own, english]) {
      const content = contentOf(editions, trust);
      expect(content.edition('guides', 'centres', EASY)).toBeNull();
      expect(content.languagesOf('guides', 'centres')).not.toContain(EASY);
      expect(content.coverage(EASY)).toEqual([]);
      expect(JSON.stringify(content.list('guides', EASY))).toBe('[]');
    }
  });

  it('leaves an address that says it is gone, beside the English that is there', () => {
    const { editions, publish } = guideInEasyRead();
    const stoodAt = { ...of, language: EASY };
    publish('language-versions', 'easy', null, { number: 2, action: 'removed', stoodAt });
    const store = openStore({ file: ':memory:', trust, logo, site: SITE });
    store.add(editions, editions.length);
    expect(store.hasMoved('guides', 'centres')).toBe(true);
    const histories = store.moved().map(({ document, kind }) => store.history(kind, document));
    const { gone } = siteMoves(store.content(), histories);
    expect(gone).toEqual([`/${EASY}/guides/centres/`]);
  });

  it('is there again where another one was removed', () => {
    const { editions, publish } = guideInEasyRead();
    const stoodAt = { ...of, language: EASY };
    const again = easyRead(of, [['summary', null, 'You can come and play.']]);
    publish('language-versions', 'another', again);
    publish('language-versions', 'easy', null, { number: 2, action: 'removed', stoodAt });
    expect(inEasyRead(editions)?.sections).toHaveLength(1);
  });

  it('moves to the other text when it is said to be of another', () => {
    const { editions, publish } = guideInEasyRead();
    publish('principles', '7', principle(7, 'One language'));
    const other = { kind: 'principles', document: '7' };
    const sentences = [['meaning', null, 'We use the same words.']] as const;
    publish('language-versions', 'easy', easyRead(other, sentences), { number: 2 });
    const content = contentOf(editions, trust);
    expect(content.languagesOf('guides', 'centres')).toEqual(['en']);
    expect(content.languagesOf('principles', '7')).toEqual(['en', EASY]);
  });

  it('is counted on the languages page like any language', () => {
    const { editions, publish } = guideInEasyRead();
    publish('guides', 'centres', ...dearer('major'));
    expect(contentOf(editions, trust).coverage(EASY)).toEqual([
      { kind: 'guides', pages: 1, behind: 1 },
    ]);
  });

  it('says of what it does not have that it is not in Easy Read', () => {
    const { editions } = guideInEasyRead();
    const [entry] =
      homePage(contentOf(editions.slice(0, 2), trust), { language: EASY }).guides?.entries ?? [];
    expect(entry?.note).toBe('not in Easy Read');
  });
});

const plain = { image: null, attachments: [], sensitive: false };

describe('the front page', () => {
  it('has Easy Read too, and leads on under its sentences', () => {
    const { editions, publish } = guideInEasyRead();
    const words = {
      title: 'Help for parents',
      summary: 'What we promise.',
      body: prose('Ring us.'),
    };
    publish('pages', 'home', { ...plain, ...words });
    const home = { kind: 'pages', document: 'home' };
    const sentences = [['summary', null, 'We help parents.']] as const;
    publish('language-versions', 'easy-home', easyRead(home, sentences));
    const page = homePage(contentOf(editions, trust), { language: EASY });
    expect(page.version?.sections[0]?.sentences[0]?.text).toBe('We help parents.');
    expect([page.title.text, page.summary, page.body]).toEqual(['Help for parents', null, []]);
    expect(page.guides?.entries).toHaveLength(1);
  });

  it('says so when its section changed since', () => {
    const { editions, publish } = guideInEasyRead();
    const words = {
      title: 'Help for parents',
      summary: 'What we promise.',
      body: prose('Ring us.'),
    };
    publish('pages', 'home', { ...plain, ...words });
    const home = { kind: 'pages', document: 'home' };
    const sentences = [['summary', null, 'We help parents.']] as const;
    publish('language-versions', 'easy-home', easyRead(home, sentences));
    publish('pages', 'home', { ...plain, ...words, summary: 'What we do.' }, { number: 2 });
    const page = homePage(contentOf(editions, trust), { language: EASY });
    expect(page.frame.notices).toHaveLength(1);
    expect(page.version?.sections[0]?.english?.blocks).toHaveLength(1);
  });
});

describe('British Sign Language', () => {
  const signedGuide = () => {
    const site = feed();
    site.publish('guides', 'centres', centres);
    site.publish('media', 'subtitles', upload('text/vtt'));
    const captions = { kind: 'media', document: 'subtitles' };
    site.publish('media', 'film', {
      ...upload('video/mp4'),
      captions,
      transcript: prose('Hello.'),
    });
    site.publish('media', 'picture', upload('image/png'));
    site.publish('language-versions', 'film', signed(of));
    return site;
  };

  it('is a film of our own with captions, transcript and poster, and names who signed and who checked it', () => {
    const page = versionPage(contentOf(signedGuide().editions, trust), {
      ...{ kind: 'guides', slug: 'centres', language: 'bfi' },
    });
    expect(page?.film).toMatchObject({
      ...{ form: 'film', href: expect.stringMatching(/^\/files\/\w{64}\.mp4$/) },
      captions: expect.stringMatching(/\.vtt$/),
      poster: expect.stringMatching(/\.png$/),
      transcript: { blocks: [{ type: 'paragraph' }] },
    });
    expect(page?.people).toEqual([
      'Translated into British Sign Language by Asha Example (NRCPD 1000001)',
      'Checked by Ben Example (NRCPD 1000002)',
    ]);
  });

  it('is behind when the text moves on', () => {
    const { editions, publish } = signedGuide();
    publish('guides', 'centres', ...dearer('major'));
    const page = versionPage(contentOf(editions, trust), {
      ...{ kind: 'guides', slug: 'centres', language: 'bfi' },
    });
    expect(page?.frame.notices).toHaveLength(1);
  });
});

describe('a recording', () => {
  const spoken = (language: string, madeFrom = 1) => {
    const site = feed();
    site.publish('principles', '7', principle(7, 'One language'));
    site.publish('principles', '7', principle(7, 'Jeden język'), {
      ...{ language: 'pl', sourceEdition: 1 },
    });
    site.publish('media', 'sound', upload('audio/mpeg'));
    const seven = { kind: 'principles', document: '7' };
    site.publish('language-versions', 'sound', { ...recording(seven, language), madeFrom });
    return site;
  };
  const on = (editions: readonly Edition[], language: string) =>
    principlePage(contentOf(editions, trust), { language, slug: '7' }).recording;

  it('stands beside the text that it reads out, and beside no other', () => {
    const { editions } = spoken('pl');
    expect(on(editions, 'pl')?.href).toMatch(/\.mp3$/);
    expect(on(editions, 'pl')?.label).toBe('Posłuchaj tej strony');
    expect(on(editions, 'en')).toBeNull();
  });

  it.each(['en', 'pl'])('of a text in %s says so when that text has changed since', (language) => {
    const { editions, publish } = spoken(language);
    expect(on(editions, language)?.warning).toBeNull();
    const sourceEdition = language === 'en' ? null : 1;
    publish('principles', '7', principle(7, 'Other'), { language, sourceEdition, number: 2 });
    expect(on(editions, language)?.warning).toMatch(/recorded|nagraniu/);
  });
});

it('a draft of a version shows and changes what its publication would', () => {
  const { editions, publish } = guideInEasyRead();
  const sentences = [['summary', null, 'You can play and eat here.']] as const;
  publish('language-versions', 'easy', easyRead(of, sentences), { number: 2 });
  const next = editions.at(-1) as Edition;
  const store = openStore({ file: ':memory:', trust, logo, site: SITE });
  store.add(editions.slice(0, -1), editions.length - 1);
  const draft = withCandidate(store.content(), next);
  const page = versionPage(draft, { kind: 'guides', slug: 'centres', language: EASY });
  expect(page?.sections[0]?.sentences[0]?.text).toBe('You can play and eat here.');
  const said = keysChangedBy(store.content(), next);
  // Indexes of the search are told after, and are no pages.
  const changed = [...store.add([next], editions.length)].filter(
    (key) => !key.startsWith('search '),
  );
  expect([...said].sort()).toEqual(changed.sort());
});
