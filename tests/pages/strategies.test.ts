/** A strategy as readers meet it, and what stands around it. */
import { brotliCompressSync } from 'node:zlib';
import { composeDraft } from '@charterpress/shared/domain/draft.ts';
import type { Edition } from '@charterpress/shared/domain/edition.ts';
import type { ContentOfKind } from '@charterpress/shared/domain/kinds.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { budgets } from '../../site/press/budgets.ts';
import { checkPage } from '../../site/press/checks.ts';
import { movesOfDocument } from '../../site/src/content/moves.ts';
import { routesOfDocument, siteRoutes } from '../../site/src/content/routes.ts';
import { openStore, type Store } from '../../site/src/content/store.ts';
import type { Link } from '../../site/src/views/links.ts';
import { bodyPage } from '../../site/src/views/strategy/body.ts';
import { changesPage } from '../../site/src/views/strategy/changes.ts';
import { coursePage } from '../../site/src/views/strategy/course.ts';
import { decisionPage } from '../../site/src/views/strategy/decision.ts';
import { evidencePage } from '../../site/src/views/strategy/evidence.ts';
import { bodiesPage, decisionsPage, strategiesPage } from '../../site/src/views/strategy/lists.ts';
import { professionalsPage } from '../../site/src/views/strategy/professionals.ts';
import { type StrategyPage, strategyPage } from '../../site/src/views/strategy/strategy.ts';
import { section, strategy } from '../support/a-strategy.ts';
import { feed } from '../support/parent-site.ts';
import { logo, SITE, trust } from '../support/press-at-work.ts';
import { contentOf, renderSite } from '../support/site.ts';

const english = strategy([
  section('vision', 'Our vision', ['Parents get help early.', ['early', 'See {section/sources}.']]),
  section('drivers', 'Why', ['We build on {section/vision/early}.']),
  section('sources', 'Sources', ['What we read.'], 'appendix'),
]);
const urdu = strategy([
  section('vision', 'ہمارا خواب', ['مدد جلد ملتی ہے۔', ['early', 'دیکھیں {section/sources}۔']]),
  section('drivers', 'کیوں', ['ہم {section/vision/early} پر چلتے ہیں۔']),
  section('sources', 'ماخذ', ['ہم نے کیا پڑھا۔'], 'appendix'),
]);

let told: ReturnType<typeof feed>;
beforeEach(() => {
  told = feed();
});

describe('a strategy', () => {
  it('has each paragraph under its number, at an address that does not follow the number', () => {
    told.publish('strategies', 'parents', english);
    const [vision, , sources] = page('en').sections;
    expect(vision?.heading).toBe('1. Our vision');
    expect(sources?.heading).toBe('Appendix A. Sources');
    expect(vision?.clauses.map(({ formerId, id, link }) => [id, formerId, link.words])).toEqual([
      ['section/vision/vision-1', null, '1.1'],
      ['section/vision/early', 'section/vision/vision-2', '1.2'],
    ]);
  });

  it.each([
    ['en', 'appendix A', 'section 1.2'],
    ['ur', 'ضمیمہ \u2066A\u2069', 'حصہ \u20661.2\u2069'],
  ])('says its references in %s, and each leads to what it names', (language, first, second) => {
    publishBoth();
    const linked = linksIn(page(language));
    expect(linked).toEqual([
      { href: '#section/sources', words: first },
      { href: '#section/vision/early', words: second },
    ]);
  });

  it('without numbers has a sign to link to a paragraph by, which says what it is', () => {
    told.publish('strategies', 'parents', { ...english, numbering: 'none' });
    const [vision] = page('en').sections;
    expect(vision?.heading).toBe('Our vision');
    expect(vision?.clauses[0]?.link).toEqual({ words: '¶', label: 'Link to this paragraph' });
  });

  it('has its milestones where a section is about them, and at its end where none is', () => {
    const milestones = [{ id: 'm', what: 'Two forums more', due: '2027-04-01', who: null }];
    const about = section('when', 'By when', ['These days count.'], 'milestones');
    told.publish('strategies', 'parents', { ...english, milestones });
    told.publish('strategies', 'other', strategy([about], { milestones }));
    expect(page('en').milestones?.table.body[0]?.[0]?.children).toMatchObject([
      { text: '1 April 2027' },
    ]);
    const other = strategyPage(contentOf(told.editions), { language: 'en', slug: 'other' });
    expect(other.milestones).toBeNull();
    expect(other.sections[0]?.milestones?.table.name).toBe('Milestones');
  });

  it('that was replaced says so, and leads to the one that replaced it', () => {
    told.publish('strategies', 'parents', { ...english, status: 'replaced' });
    const newer = { ...english, title: 'The new one', replaces: of('parents') };
    told.publish('strategies', 'newer', newer);
    const [notice] = page('en').frame.notices;
    expect(notice).toMatchObject({ title: 'Replaced', link: { href: '/en/strategies/newer/' } });
    const details = strategyPage(contentOf(told.editions), {
      language: 'en',
      slug: 'newer',
    }).details;
    expect(details).toMatchObject([
      { name: 'It replaces', link: { href: '/en/strategies/parents/' } },
    ]);
  });

  it('says how it was approved, whichever of the two names the other', () => {
    told.publish('strategies', 'parents', {
      ...english,
      decisions: [{ kind: 'decisions', document: 'named' }],
    });
    told.publish('bodies', 'board', board);
    told.publish('decisions', 'named', decision({ on: '2026-03-01' }));
    told.publish('decisions', 'naming', decision({ on: '2026-04-01', subjects: [of('parents')] }));
    const rulings = page('en').rulings?.all.map(({ link, said }) => [
      link.href,
      said.map(({ text }) => text).join(', '),
    ]);
    expect(rulings).toEqual([
      ['/en/decisions/naming/', 'The board, Asked to approve it, Approved with changes'],
      ['/en/decisions/named/', 'The board, Asked to approve it, Approved with changes'],
    ]);
    const content = contentOf(told.editions);
    const about = decisionPage(content, { language: 'en', slug: 'named' }).related;
    expect(hrefsIn(about[0]?.links)).toEqual(['/en/strategies/parents/']);
    const all = bodyPage(content, { language: 'en', slug: 'board' }).rulings?.all;
    expect(all?.map(({ link }) => link.href)).toEqual([
      '/en/decisions/naming/',
      '/en/decisions/named/',
    ]);
  });

  it('and its evidence lead to each other, whichever of the two names the other', () => {
    told.publish('strategies', 'parents', {
      ...english,
      evidence: [{ kind: 'evidence', document: 'one' }],
    });
    told.publish('evidence', 'one', research([]));
    told.publish('evidence', 'two', research([of('parents')]));
    expect(hrefsIn(page('en').related[0]?.links)).toEqual([
      '/en/evidence/one/',
      '/en/evidence/two/',
    ]);
    const content = contentOf(told.editions);
    expect(
      ['one', 'two'].map(
        (slug) => evidencePage(content, { language: 'en', slug }).related[0]?.links[0]?.href,
      ),
    ).toEqual(['/en/strategies/parents/', '/en/strategies/parents/']);
  });

  it('with a slug of its own anew leads on from the old address of its comparison too', () => {
    told.publish('strategies', 'draft', english);
    told.publish('strategies', 'parents', { ...english, draft: of('draft') });
    told.publish(
      'strategies',
      'parents',
      { ...english, draft: of('draft') },
      { number: 2, slug: 'families' },
    );
    const history = told.editions.filter(({ document }) => document === 'parents');
    expect(movesOfDocument(contentOf(told.editions), history).redirects).toEqual({
      '/en/strategies/parents/': '/en/strategies/families/',
      '/en/strategies/parents/changes/': '/en/strategies/families/changes/',
    });
  });

  it('of three hundred paragraphs is light enough for a telephone', async () => {
    const words = (at: number, of: number) =>
      Array.from(
        { length: 22 },
        (_, word) =>
          `${vocabulary[(at * 37 + of * 11 + word * 7 + at * of * word) % vocabulary.length]}`,
      ).join(' ');
    const long = Array.from({ length: 20 }, (_, at) =>
      section(
        `part-${at}`,
        `Part ${at}`,
        Array.from({ length: 15 }, (_, of) => words(at, of)),
      ),
    );
    told.publish('strategies', 'parents', strategy(long));
    const made = await renderSite(contentOf(told.editions));
    const html = made.pages.get('/en/strategies/parents/') ?? '';
    expect(checkPage('/en/strategies/parents/', html, SITE).problems).toEqual([]);
    expect(html).toContain('20.15');
    expect(brotliCompressSync(html).length).toBeLessThan(budgets.page);
  }, 240_000);
});

describe('a translation of a strategy that is behind', () => {
  const changed = strategy([
    ...english.sections.slice(0, 1),
    section('drivers', 'Why', ['We build on {section/vision/early}.', 'And on {section/vision}.']),
    ...english.sections.slice(2),
  ]);

  it('names the section that changed by its own heading, and leads to it', () => {
    publishBoth();
    told.publish('strategies', 'parents', changed, { number: 2 });
    const [notice] = page('ur').frame.notices;
    expect(notice?.lists.at(-1)?.items).toMatchObject([
      { href: '/ur/strategies/parents/#section/drivers', label: { text: 'کیوں' } },
    ]);
  });

  it('has the new English beside that section alone, with its references in words', () => {
    publishBoth();
    told.publish('strategies', 'parents', changed, { number: 2 });
    const [vision, drivers] = page('ur').sections;
    expect(vision?.english).toBeNull();
    expect(drivers?.english?.blocks).toEqual([
      {
        type: 'paragraph',
        children: ['And on ', 'section 1', '.'].map((words) => ({
          type: 'text',
          text: words,
          marks: [],
        })),
      },
    ]);
  });

  it('names a section that came by its English heading, and leads to the English', () => {
    publishBoth();
    const more = strategy([...english.sections, section('new', 'Something new', ['New words.'])]);
    told.publish('strategies', 'parents', more, { number: 2 });
    const items = page('ur').frame.notices[0]?.lists.at(-1)?.items;
    expect(items).toMatchObject([
      { href: '/en/strategies/parents/#section/new', label: { text: 'Something new' } },
    ]);
  });
});

describe('what changed since the draft', () => {
  beforeEach(() => {
    const draft = strategy([
      section('vision', 'Our vision', ['Parents get help.', ['early', 'See {section/sources}.']]),
      section('costs', 'Costs', ['It costs nothing.']),
      section('sources', 'Sources', ['What we read.'], 'appendix'),
    ]);
    told.publish('strategies', 'draft', draft);
    told.publish('strategies', 'parents', { ...english, draft: of('draft') });
  });

  it('is said section by section, as readers read it', () => {
    const { sections } = changesPage(contentOf(told.editions), { language: 'en', slug: 'parents' });
    expect(sections.map(({ heading, said }) => [heading, said])).toEqual([
      ['1. Our vision', 'Changed'],
      ['2. Costs', 'Taken out'],
      ['2. Why', 'New'],
      ['Appendix A. Sources', 'The same as in the draft'],
    ]);
    expect(sections[0]?.lines[0]?.pieces).toEqual([
      { is: 'same', words: 'Parents get help' },
      { is: 'added', words: ' early' },
      { is: 'same', words: '.' },
    ]);
  });

  it('can be read where both texts can, and is led to in English from where they cannot', () => {
    told.publish(
      'strategies',
      'parents',
      { ...urdu, draft: of('draft') },
      { language: 'ur', sourceEdition: 1 },
    );
    expect(page('en').changes?.href).toBe('/en/strategies/parents/changes/');
    expect(page('ur').changes).toMatchObject({
      href: '/en/strategies/parents/changes/',
      hreflang: 'en',
    });
    const routes = routesOfDocument(contentOf(told.editions), {
      ...{ kind: 'strategies', document: 'parents', language: 'ur' },
    });
    expect(routes.map(({ view }) => view)).toEqual(['strategy']);
  });

  it('makes the draft say that it is one, and lead to the final text', () => {
    const content = contentOf(told.editions);
    const [notice] = strategyPage(content, { language: 'en', slug: 'draft' }).frame.notices;
    expect(notice?.link?.href).toBe('/en/strategies/parents/');
    const [now, former] = strategiesPage(content, { language: 'en' }).groups;
    expect(now?.entries.map(({ document }) => document)).toEqual(['parents']);
    expect(former?.entries.map(({ document }) => document)).toEqual(['draft']);
  });
});

describe('a strategy that is agreed', () => {
  let store: Store;
  beforeEach(() => {
    store = openStore({ file: ':memory:', trust, logo, site: SITE });
    told.publish('strategies', 'parents', {
      ...{ ...english, inForceFrom: '2026-04-01', inForceTo: '2026-06-30' },
    });
    store.add(told.editions as Edition[], told.editions.length);
  });
  afterEach(() => store.close());

  it.each([
    ['2026-03-31T22:59:00.000Z', 'Agreed, but not in force yet'],
    ['2026-03-31T23:00:00.000Z', 'In force'],
    ['2026-06-30T22:59:00.000Z', 'In force'],
    ['2026-06-30T23:00:00.000Z', 'No longer in force'],
  ])('at %s says "%s", by the clock of London', (now, words) => {
    store.settle(new Date(now));
    const shown = strategyPage(store.content(), { language: 'en', slug: 'parents' });
    expect(shown.standing.words).toBe(words);
  });
});

describe('a decision without a result', () => {
  it.each([
    ['2026-05-01T22:59:00.000Z', 'Not decided yet'],
    ['2026-05-01T23:00:00.000Z', 'What was decided is not recorded here'],
  ])('at %s says "%s"', (now, words) => {
    const store = openStore({ file: ':memory:', trust, logo, site: SITE });
    told.publish('bodies', 'board', board);
    told.publish('decisions', 'one', decision({ on: '2026-05-01', result: null }));
    store.add(told.editions as Edition[], told.editions.length);
    store.settle(new Date(now));
    const { details } = decisionPage(store.content(), { language: 'en', slug: 'one' });
    store.close();
    expect(details).toContainEqual({ name: 'What they decided', value: words });
  });
});

describe('the decisions of all boards', () => {
  it('stand year by year, and the newest of them beside the boards', () => {
    told.publish('bodies', 'board', board);
    for (const year of ['2021', '2022', '2023', '2024', '2025', '2026']) {
      told.publish('decisions', `d${year}`, decision({ on: `${year}-03-01` }));
    }
    const content = contentOf(told.editions);
    const { years } = decisionsPage(content, { language: 'en' });
    expect(years.map(({ all, title }) => [title, all.length])).toEqual([
      ...[['2026', 1] as const, ['2025', 1] as const, ['2024', 1] as const],
      ...[['2023', 1] as const, ['2022', 1] as const, ['2021', 1] as const],
    ]);
    const { more, rulings } = bodiesPage(content, { language: 'ur' });
    expect(rulings?.all.map(({ on }) => on.moment.slice(0, 4))).toEqual([
      ...['2026', '2025', '2024', '2023', '2022'],
    ]);
    expect(more?.href).toBe('/ur/decisions/');
    const paths = [...siteRoutes(content)].map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['/ur/decisions/', '/ur/decisions.json']));
  });

  it('have no page before there is one', () => {
    told.publish('bodies', 'board', board);
    const content = contentOf(told.editions);
    expect([...siteRoutes(content)].map(({ path }) => path)).not.toContain('/en/decisions/');
    expect(bodiesPage(content, { language: 'en' }).more).toBeNull();
  });
});

describe('a draft with nothing in it yet', () => {
  const pages = {
    strategies: strategyPage,
    bodies: bodyPage,
    decisions: decisionPage,
    evidence: evidencePage,
    courses: coursePage,
  } as const;

  it.each(Object.keys(pages) as (keyof typeof pages)[])('of %s can be looked at', (kind) => {
    const missing = (field: string) => `Nothing in ${field} yet`;
    const { content } = composeDraft(kind, {}, { missing, slug: null });
    told.publish(kind, 'draft', content as ContentOfKind<typeof kind>);
    const shown = pages[kind](contentOf(told.editions), { language: 'en', slug: 'draft' });
    expect(shown.frame.title).toMatch(/^Nothing in (title|name) yet/);
  });
});

describe('the page for people who work with families', () => {
  it('has the tiers as a windscreen that begins where reading begins', () => {
    const tiersIn = (language: string) =>
      professionalsPage(contentOf([]), { language }).windscreen.panes.map(({ tier }) => tier);
    expect(tiersIn('en')).toEqual(['1', '2', '3', '4']);
    expect(tiersIn('ur')).toEqual(['4', '3', '2', '1']);
  });
});

function publishBoth(): void {
  told.publish('strategies', 'parents', english);
  told.publish('strategies', 'parents', urdu, { language: 'ur', sourceEdition: 1 });
}

function page(language: string): StrategyPage {
  return strategyPage(contentOf(told.editions), { language, slug: 'parents' });
}

function of(document: string) {
  return { kind: 'strategies', document };
}

function linksIn({ sections }: StrategyPage) {
  return sections
    .flatMap(({ clauses }) => clauses)
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => ('children' in block ? block.children : []))
    .flatMap((child) =>
      child.type === 'link'
        ? [
            {
              href: child.to.href,
              words: child.children[0]?.type === 'text' ? child.children[0].text : null,
            },
          ]
        : [],
    );
}

function hrefsIn(links: readonly Link[] | undefined) {
  return links?.map(({ href }) => href);
}

const board: ContentOfKind<'bodies'> = {
  ...{ name: 'The board', type: 'board', summary: 'It decides.', meets: null, members: [] },
  ...{ howToRaise: null, contact: null },
};

function decision(more: Partial<ContentOfKind<'decisions'>>): ContentOfKind<'decisions'> {
  return {
    ...{ title: 'The strategy', madeBy: { kind: 'bodies', document: 'board' }, on: '2026-03-01' },
    ...{ reference: null, classification: null, subjects: [], asked: 'approve' },
    ...{ result: 'approved-with-changes', decided: null },
    ...more,
  };
}

function research(supports: ContentOfKind<'evidence'>['supports']): ContentOfKind<'evidence'> {
  return {
    ...{ title: 'Research', type: 'research', author: null, publishedOn: null, summary: 'Short.' },
    ...{ findings: null, web: null, attachments: [], supports },
  };
}

const vocabulary =
  'parents children families help early school trust listen support forum charter health plan promise district money housing safety learn together agree report meeting answer centre adviser council carer young people service need change reason first later always open choose speak read write question month year person group work home'.split(
    ' ',
  );
