/** What pages say of services, and above all what they do not say of what nobody knows. */
import type { Edition } from '@charterpress/shared/domain/edition.ts';
import { type ContentOfKind, kinds } from '@charterpress/shared/domain/kinds.ts';
import { ageBands, isForBand, knownAges } from '@charterpress/shared/domain/services/ages.ts';
import type { Content } from '@charterpress/site/src/content/content.ts';
import { routesOfServices } from '@charterpress/site/src/content/routes-of-services.ts';
import { servicesIn } from '@charterpress/site/src/content/services-in.ts';
import { openStore } from '@charterpress/site/src/content/store.ts';
import { findHelpPage, waysPage } from '@charterpress/site/src/views/services/find-help.ts';
import { servicesPage } from '@charterpress/site/src/views/services/list.ts';
import { placePage } from '@charterpress/site/src/views/services/place.ts';
import { servicePage } from '@charterpress/site/src/views/services/service.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { feed } from '../support/parent-site.ts';
import { logo, SITE } from '../support/press-at-work.ts';
import { sampleTrust } from '../support/sample-editions.ts';
import { line, organisation, place, service } from '../support/services.ts';

type Told = ReturnType<typeof feed>;

function contentOf(tell: (told: Told) => void, today = '2026-06-01T09:00:00.000Z'): Content {
  const told = feed();
  told.publish('facts', 'line', line);
  told.publish('organisations', 'trust', organisation);
  told.publish('places', 'hall', place());
  tell(told);
  const store = openStore({ file: ':memory:', trust: sampleTrust('kent'), logo, site: SITE });
  store.settle(new Date(today));
  store.add(told.editions as readonly Edition[], told.editions.length);
  return store.content();
}

const one = (said: Partial<ContentOfKind<'services'>> = {}, today?: string) =>
  contentOf((told) => told.publish('services', 'play', service(said)), today);

const pageOf = (content: Content, language = 'en') => {
  const page = servicePage(content, { language, slug: 'play' });
  if (page === null) throw new Error('There is no page of the service.');
  return page;
};

/** Every text that a page shows, its frame and the moment of its publication left out. */
function textsOf(page: object): string {
  const { dates, frame, ...shown } = page as { readonly frame?: object; readonly dates?: object };
  return JSON.stringify(shown);
}

const answer = (content: Content, id: string, language = 'en') =>
  pageOf(content, language).answers.find((each) => each.id === id);
const list = (content: Content, path: string, language = 'en') =>
  servicesPage(content, { language, path });
const names = (content: Content, path: string, language = 'en') =>
  list(content, path, language)?.groups.flatMap(({ entries }) =>
    entries.map(({ label }) => label.text),
  );

/** What a page says as a fact, where nobody knows it. */
const facts = /\bfree\b|\bno\b|\bnobody\b(?! has)|every age|all ages|\d\d?[:.]\d\d|\bopen\b/i;
const optional = Object.entries(kinds.services)
  .filter(([name, field]) => !field.needed && !['sensitive', 'guides', 'principles'].includes(name))
  .map(([name]) => name);
const nothing = (name: string) =>
  Array.isArray(service()[name as keyof ReturnType<typeof service>]) ? [] : null;
const emptied = (fields: readonly string[]) =>
  Object.fromEntries(
    fields.map((name) => [
      name,
      name === 'everywhere' || name === 'atHome' ? false : nothing(name),
    ]),
  );

describe('a service of which nobody knows anything but its name', () => {
  test('says nothing as a fact, on its page and in lists', () => {
    const content = one({ ...emptied(optional), name: 'Play', summary: 'Play.' });
    expect(textsOf(pageOf(content))).not.toMatch(facts);
    expect(textsOf(list(content, 'a-z') ?? {})).not.toMatch(facts);
  });

  test('answers every question by whom to ask', () => {
    const answers = pageOf(one(emptied(optional))).answers.filter(
      ({ id }) => id !== 'organisation',
    );
    expect(
      answers.map(({ texts }) => texts[0]?.text).filter((text) => !/^Ask /.test(text ?? '')),
    ).toEqual([]);
  });
});

const questions = {
  ages: 'forMe',
  fromAge: 'forMe',
  toAge: 'forMe',
  forWhom: 'forMe',
  cost: 'cost',
  price: 'cost',
  referral: 'referral',
  wait: 'wait',
  hours: 'when',
  interpreters: 'languages',
  languages: 'languages',
  stepFree: 'stepFree',
  whoWillKnow: 'whoWillKnow',
  lasting: 'lasting',
};

describe('one thing that nobody knows', () => {
  test.each(Object.entries(questions))('%s leaves no fact in its answer', (field, question) => {
    const others = {
      ...{ costNote: null, referralNote: null, access: null },
      ...(question === 'forMe' ? { ages: 'from-to' as const } : {}),
      ...(field === 'price' ? { cost: null } : {}),
      ...(field === 'languages' ? { interpreters: null } : {}),
    };
    const content = one({ ...others, [field]: nothing(field) });
    expect(textsOf(answer(content, question) ?? {})).not.toMatch(facts);
  });

  test.each(optional)('%s leaves no fact on the page that was not there before', (field) => {
    const count = (content: Content) =>
      textsOf(pageOf(content)).match(new RegExp(facts, 'gi'))?.length ?? 0;
    expect(count(one(emptied([field])))).toBeLessThanOrEqual(count(one()));
  });
});

describe('what is known', () => {
  test('of an old translation is what the English says today', () => {
    const content = contentOf((told) => {
      told.publish('services', 'play', service());
      told.publish('services', 'play', service({ name: 'Zabawa' }), {
        language: 'pl',
        sourceEdition: 1,
      });
      told.publish('services', 'play', service({ cost: 'costs' }), { number: 2 });
    });
    expect(answer(content, 'cost', 'pl')?.texts.map(({ text }) => text)).toContain(
      'To jest płatne.',
    );
  });

  test('of hours is a sentence and a table in the reader’s language, and what is not is asked about', () => {
    const opening = answer(one(), 'when')?.opening;
    expect(opening?.periods[0]?.sentences).toEqual(['Monday, 09:30 to 11:00']);
    expect(opening?.periods[0]?.table.rows).toEqual([['Monday', '09:30 to 11:00']]);
    expect(opening?.ask).toBe('Ask about the school holidays.');
  });

  test('of an address comes from the place, which is corrected once', () => {
    const [there] = answer(one(), 'where')?.places ?? [];
    expect(there?.address?.text).toBe('1 Mill Street, Faversham, ME13\u00a01AA');
  });

  test('of an exception is shown until its last day is over', () => {
    const closed = { id: 'e', from: '2026-12-24', to: '2026-12-26', closed: true };
    const exceptions = [{ ...closed, opens: null, closes: null, why: 'Christmas' }];
    const lines = (today: string) =>
      answer(one({ exceptions }, today), 'when')?.opening?.exceptions?.lines[0]?.text;
    expect(lines('2026-12-26T23:59:00.000Z')).toBe('24 December 2026 to 26 December 2026, closed');
    expect(lines('2026-12-27T00:00:00.000Z')).toBeUndefined();
  });
});

describe('what was checked', () => {
  test.each([
    ['2026-09-01T12:00:00.000Z', null, ['Stay and play']],
    [
      '2026-09-02T12:00:00.000Z',
      'This was last checked more than six months ago',
      ['Stay and play'],
    ],
    [
      '2027-03-02T12:00:00.000Z',
      'This was last checked more than a year ago, so our lists leave it out',
      [],
    ],
  ])('on 1 March 2026 is warned of on %s', (today, warning, listed) => {
    const content = one({}, today);
    expect(pageOf(content).warning?.title ?? null).toBe(warning);
    expect(names(content, 'swale')).toEqual(listed);
    expect(pageOf(content).checked?.text).toBe('Checked on 1 March 2026 by: directory officer.');
  });
});

describe('who checked', () => {
  const inPolish = (english: Partial<ContentOfKind<'services'>>) =>
    contentOf((told) => {
      told.publish('services', 'play', service());
      told.publish('services', 'play', service({ checkedBy: 'kierownik' }), {
        language: 'pl',
        sourceEdition: 1,
      });
      told.publish('services', 'play', service(english), { number: 2, change: 'minor' });
    });

  test('is said in the reader’s language', () => {
    expect(pageOf(inPolish({ summary: 'Toys and many songs.' }), 'pl').checked?.text).toContain(
      'kierownik',
    );
  });

  test('is said in English where somebody else has checked since', () => {
    expect(pageOf(inPolish({ checkedBy: 'library manager' }), 'pl').checked?.text).toContain(
      'library manager',
    );
  });
});

describe('a service without a place', () => {
  const answers = (said: Partial<ContentOfKind<'services'>>) =>
    pageOf(one({ places: [], stepFree: null, access: null, transport: null, ...said })).answers;
  const ids = (said: Partial<ContentOfKind<'services'>>) => answers(said).map(({ id }) => id);
  const where = (said: Partial<ContentOfKind<'services'>>) =>
    answers(said)
      .find(({ id }) => id === 'where')
      ?.texts.map(({ text }) => text);

  test('lets nobody ask how to get there before they know where it is', () => {
    expect(ids({})).not.toContain('travel');
    expect(ids({})).not.toContain('stepFree');
    expect(where({})).toEqual(['Swale', 'Ask where it is.']);
  });

  test('says what is known of the way and of steps', () => {
    expect(ids({ transport: 'Bus 7.', stepFree: 'yes' })).toEqual(
      expect.arrayContaining(['travel', 'stepFree']),
    );
  });

  test('says in English what the translation does not know yet of the way', () => {
    const nowhere = { places: [], stepFree: null, access: null, transport: null };
    const content = contentOf((told) => {
      told.publish('services', 'play', service(nowhere));
      told.publish('services', 'play', service(nowhere), { language: 'pl', sourceEdition: 1 });
      told.publish('services', 'play', service({ ...nowhere, transport: 'Bus 7.' }), { number: 2 });
    });
    expect(JSON.stringify(answer(content, 'travel', 'pl')?.english)).toContain('Bus 7.');
  });

  test('comes to the home, and says so once', () => {
    expect(where({ atHome: true })).toEqual(['Swale', 'They come to your home.']);
  });
});

test('a service begins with how to reach it', () => {
  expect(pageOf(one()).answers[0]?.id).toBe('contact');
});

describe('a list of services', () => {
  const wide = service({ name: 'Advice', everywhere: true, districts: [], places: [] });
  const kent = contentOf((told) => {
    told.publish('services', 'play', service({ districts: [] }));
    told.publish('services', 'advice', wide);
    told.publish('services', 'club', service({ name: 'Club', districts: ['dover'], places: [] }));
    told.publish('services', 'club', service({ name: 'Klub' }), {
      language: 'pl',
      sourceEdition: 1,
    });
  });

  test('of a district has its own, those at its places, and then those of the whole area', () => {
    expect(names(kent, 'swale')).toEqual(['Stay and play', 'Advice']);
    expect(names(kent, 'dover')).toEqual(['Club', 'Advice']);
    expect(list(kent, 'dover')?.groups[1]?.title?.text).toBe('For the whole of Kent');
  });

  test('has what is in the reader’s language first, and says of the rest that it is in English', () => {
    expect(names(kent, 'a-z', 'pl')).toEqual(['Klub', 'Advice', 'Stay and play']);
    expect(list(kent, 'a-z', 'pl')?.groups[0]?.entries[1]?.note).toBe('po angielsku');
  });

  test('with nothing in it offers the whole area, districts, and nothing that leads nowhere', () => {
    const { nothing: offer } = list(kent, 'worry/housing') ?? {};
    expect(offer?.wide?.entries.map(({ label }) => label.text)).toEqual(['Advice']);
    expect(offer?.groups[0]?.links).toHaveLength(12);
    const onlySwale = one();
    expect(list(onlySwale, 'thanet')?.nothing?.groups[0]?.links.map(({ href }) => href)).toEqual([
      '/en/services/canterbury/',
      '/en/services/dover/',
    ]);
  });

  test('of a band of ages has just those that the rule of ages says', () => {
    const years = fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 30 }));
    fc.assert(
      fc.property(fc.array(years, { maxLength: 6 }), (ranges) => {
        const services = ranges.map(([one, other]) =>
          service({ ages: 'from-to', fromAge: Math.min(one, other), toAge: Math.max(one, other) }),
        );
        const content = contentOf((told) => {
          for (const [at, each] of services.entries()) told.publish('services', `s${at}`, each);
        });
        const found = ageBands.map(({ name }) =>
          servicesIn(content, { by: 'age', value: name }).map(({ document }) => document),
        );
        const expected = ageBands.map((band) =>
          services.flatMap((each, at) => (isForBand(knownAges(each), band) ? [`s${at}`] : [])),
        );
        expect(found).toEqual(expected);
      }),
      { numRuns: 40, verbose: 1 },
    );
  });

  test('of many is cut into portions, each with an address', () => {
    const many = contentOf((told) => {
      for (let at = 10; at < 70; at += 1) told.publish('services', `s${at}`, service());
    });
    expect(list(many, 'swale')?.groups[0]?.entries).toHaveLength(50);
    expect(list(many, 'swale/2')?.groups[0]?.entries).toHaveLength(10);
    expect(list(many, 'swale/2')?.title.text).toBe('Help in Swale: Page 2 of 2');
    expect(list(many, 'swale/3')).toBeNull();
    const paths = routesOfServices(many, 'en').map(({ path }) => path);
    expect(paths).toContain('/en/services/swale/2/');
    expect(paths).not.toContain('/en/services/swale/3/');
  });
});

describe('the ways to help', () => {
  const content = one();

  test('all stand on the front page of finding help', () => {
    const { contents, groups } = findHelpPage(content, { language: 'ur' });
    expect(contents?.links.map(({ href }) => href)).toEqual([
      ...['#district', '/ur/services/near/', '/ur/services/places/', '#worry', '#age', '#carer'],
      ...['#tier', '/ur/services/a-z/', '/ur/services/organisations/'],
    ]);
    expect(groups[0]?.links).toHaveLength(12);
  });

  test('by the start of a postcode name every district it may be in', () => {
    const page = waysPage(content, { language: 'en', path: 'near/tn12' });
    expect(page?.groups[0]?.links.map(({ label }) => label.text)).toEqual([
      ...['Maidstone', 'Tonbridge and Malling', 'Tunbridge Wells'],
    ]);
    expect(waysPage(content, { language: 'en', path: 'near/zz1' })).toBeNull();
  });

  test('by a place say whom to ask for and what is on there', () => {
    const page = placePage(content, { language: 'en', slug: 'hall' });
    expect(page.sections[0]?.texts[0]?.text).toBe('the caretaker');
    expect(page.services.entries.map(({ label }) => label.text)).toEqual(['Stay and play']);
  });
});
