/** Promises as parents follow them: from the charter to the last report, and back. */
import type { ContentOfKind } from '@charterpress/shared/domain/kinds.ts';
import type { Standing } from '@charterpress/shared/domain/promises/standing.ts';
import { openStore } from '@charterpress/site/src/content/store.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { comparison } from '../../site/src/components/comparison.ts';
import { siteRoutes } from '../../site/src/content/routes.ts';
import { outcomesAbout } from '../../site/src/views/outcomes.ts';
import { pledgePage } from '../../site/src/views/pledge.ts';
import { principlePage } from '../../site/src/views/principle.ts';
import { actionPage } from '../../site/src/views/progress/action.ts';
import { progressPage } from '../../site/src/views/progress/progress.ts';
import { reader } from '../../site/src/views/reader.ts';
import { guide as aGuide, feed, principle, prose } from '../support/parent-site.ts';
import { logo, SITE, trust } from '../support/press-at-work.ts';
import { organisation, service } from '../support/services.ts';

let told: ReturnType<typeof feed>;
let store: ReturnType<typeof openStore>;

beforeEach(() => {
  told = feed();
  store = openStore({ file: ':memory:', trust, logo, site: SITE });
});

afterEach(() => store.close());

/** What pages are made from at noon of a day. */
function on(day: string) {
  store.add(told.editions.slice(store.head()), told.editions.length);
  store.settle(new Date(`${day}T12:00:00Z`));
  return store.content();
}

const refersTo = (kind: string, document: string) => ({ kind, document });
const report = (id: string, day: string, status: Standing, said = `${id} was said.`) => ({
  ...{ id, on: day, status, said, evidence: [] },
});

function action(more: Partial<ContentOfKind<'actions'>> = {}): ContentOfKind<'actions'> {
  return {
    ...{ title: 'Open a forum in every district', pledge: refersTo('pledges', 'pledge-1') },
    ...{ principles: [refersTo('principles', '7')], owner: 'Forums team', measure: 'Twelve' },
    ...{ promisedOn: '2026-01-10', due: '2026-06-30', reports: [], ...more },
  };
}

function pledge(number: number): ContentOfKind<'pledges'> {
  return {
    ...{ number, promise: `Promise number ${number}`, meaning: prose('It means much.') },
    ...{ answerable: 'Director', ifNotKept: prose('Ring us.'), drawing: null },
    ...{ principles: [refersTo('principles', '7')], guides: [] },
  };
}

function charterOf(...pledges: number[]): void {
  for (const number of pledges) told.publish('pledges', `pledge-${number}`, pledge(number));
  told.publish('charter', 'charter', {
    ...{ title: 'The charter', introduction: prose('We promise.'), version: '1' },
    ...{ status: 'adopted', adoptedOn: null, inForceFrom: null, inForceTo: null, replaces: null },
    pledges: pledges.map((number) => refersTo('pledges', `pledge-${number}`)),
  });
}

function outcome(more: Partial<ContentOfKind<'outcomes'>> = {}): ContentOfKind<'outcomes'> {
  return {
    ...{ title: 'Clear words', consultation: null, pledges: [], answer: 'did' as const },
    ...{ principles: [refersTo('principles', '7')], asked: 'Do you understand us?' },
    ...{ said: 'No.', because: 'We wrote it again.', changedOn: '2026-02-01' },
    ...{ before: null, after: null, ...more },
  };
}

describe('the page of all promises', () => {
  test('says how each stands, and that nothing is published where nothing is', () => {
    charterOf(1, 2, 3);
    told.publish('actions', 'forums', action({ reports: [report('a', '2026-02-01', 'on-track')] }));
    told.publish('actions', 'desk', action({ due: '2026-01-31' }));
    const pledges = { pledge: refersTo('pledges', 'pledge-2') };
    told.publish(
      'actions',
      'words',
      action({ ...pledges, reports: [report('a', '2026-01-20', 'done')] }),
    );
    const page = progressPage(on('2026-03-01'), { language: 'en' });
    expect(page.pledges.map(({ standing, done }) => [standing.is, done])).toEqual([
      ['late', '0 of 2 done'],
      ['done', '1 of 1 done'],
      ['none', null],
    ]);
    expect(page.pledges[0]?.actions.map(({ href }) => href)).toEqual([
      '/en/progress/desk/',
      '/en/progress/forums/',
    ]);
  });

  test('draws as many as it counts, and says the same numbers in words', () => {
    charterOf(1, 2, 3, 4);
    told.publish('actions', 'forums', action({ due: '2026-01-31' }));
    const { chart } = progressPage(on('2026-03-01'), { language: 'en' });
    expect(chart?.description).toBe('Late: 1. No actions yet: 3');
    expect(chart?.bars.map(({ count, width, x }) => [count, width, x])).toEqual([
      ...[
        ['0', 0, 0],
        ['1', 25, 0],
        ['0', 0, 25],
        ['0', 0, 25],
        ['3', 75, 25],
      ],
    ]);
  });

  test('draws from the right where reading begins there', () => {
    charterOf(1, 2, 3, 4);
    told.publish('actions', 'forums', action({ due: '2026-01-31' }));
    const { chart } = progressPage(on('2026-03-01'), { language: 'ur' });
    expect(chart?.bars.flatMap(({ width, x }) => (width > 0 ? [[width, x]] : []))).toEqual([
      [25, 75],
      [75, 0],
    ]);
  });

  test('stands in every language as soon as there is an action, and not before', () => {
    charterOf(1);
    const paths = () => [...siteRoutes(on('2026-03-01'))].map(({ path }) => path);
    expect(paths()).not.toContain('/en/progress/');
    told.publish('actions', 'forums', action());
    expect(paths()).toEqual(expect.arrayContaining(['/en/progress/', '/ur/progress/']));
    expect(paths()).not.toContain('/ur/progress/forums/');
  });

  test('keeps an action of a promise that is no longer in the charter', () => {
    charterOf(1);
    told.publish('actions', 'old', action({ pledge: refersTo('pledges', 'pledge-9') }));
    const { others } = progressPage(on('2026-03-01'), { language: 'en' });
    expect(others?.entries.map(({ href }) => href)).toEqual(['/en/progress/old/']);
  });
});

describe('an action', () => {
  test('is on time on its last day and overdue on the next, with nobody editing', () => {
    charterOf(1);
    told.publish('actions', 'forums', action({ reports: [report('a', '2026-02-01', 'on-track')] }));
    const content = on('2026-06-30');
    const shown = () => actionPage(content, { language: 'en', slug: 'forums' });
    expect(shown()).toMatchObject({ standing: { is: 'on-track' }, overdue: null });
    store.settle(new Date('2026-06-30T23:00:00Z'));
    expect(shown()).toMatchObject({
      standing: { is: 'late', words: 'Late' },
      overdue: 'This was due by 30 June 2026. It stays late until a report says that it is done.',
    });
  });

  test('shows every report, the newest first, and leads to its promise and principles', () => {
    charterOf(1);
    told.publish('principles', '7', principle(7, 'One language'));
    const reports = [report('a', '2026-02-01', 'not-started'), report('b', '2026-03-01', 'late')];
    told.publish('actions', 'forums', action({ reports }));
    const page = actionPage(on('2026-04-01'), { language: 'en', slug: 'forums' });
    expect(page.reports.entries.map(({ said, standing }) => [said.text, standing.is])).toEqual([
      ['b was said.', 'late'],
      ['a was said.', 'not-started'],
    ]);
    expect(page.keeps?.link.href).toBe('/en/charter/pledge-1/');
    expect(page.related[0]?.links[0]?.href).toBe('/en/principles/7/');
  });

  test('whose day was moved says when it was due at first', () => {
    charterOf(1);
    told.publish('actions', 'forums', action({ due: '2026-03-31' }));
    told.publish('actions', 'forums', action({ due: '2026-05-31' }), { number: 2 });
    const moved = action({ due: '2026-06-30' });
    told.publish('actions', 'forums', moved, { number: 3 });
    told.publish('actions', 'words', action());
    const content = on('2026-04-01');
    const movedOf = (slug: string) => actionPage(content, { language: 'en', slug }).moved?.text;
    expect(movedOf('forums')).toBe('It was first due by 31 March 2026.');
    expect(movedOf('words')).toBe(undefined);
  });

  test('shows a report that nobody has translated yet in English, and counts it', () => {
    charterOf(1);
    const first = report('a', '2026-02-01', 'on-track');
    told.publish('actions', 'forums', action({ reports: [first] }));
    const urdu = action({ title: 'فورم', reports: [{ ...first, said: 'کہا گیا۔' }] });
    told.publish('actions', 'forums', urdu, { language: 'ur', sourceEdition: 1 });
    const more = action({ reports: [first, report('b', '2026-03-01', 'done')] });
    told.publish('actions', 'forums', more, { number: 2 });
    const page = actionPage(on('2026-04-01'), { language: 'ur', slug: 'forums' });
    expect(page.standing.is).toBe('done');
    expect(page.reports.entries.map(({ said }) => [said.text, said.in?.tag])).toEqual([
      ['b was said.', 'en'],
      ['کہا گیا۔', undefined],
    ]);
  });
});

describe('a promise', () => {
  test('shows what is done for it, and what came of what people said', () => {
    charterOf(1);
    told.publish('actions', 'forums', action());
    const about = { pledges: [refersTo('pledges', 'pledge-1')], principles: [] };
    told.publish('outcomes', 'evening', outcome(about));
    const page = pledgePage(on('2026-03-01'), { language: 'en', slug: 'pledge-1' });
    expect(page?.doing?.standing.is).toBe('not-started');
    expect(page?.doing?.entries.map(({ href }) => href)).toEqual(['/en/progress/forums/']);
    expect(page?.outcomes?.outcomes.map(({ anchor }) => anchor)).toEqual(['outcome-evening']);
  });

  test('that nobody has published an action for says that it is not known', () => {
    charterOf(1, 2);
    told.publish('actions', 'forums', action());
    const page = pledgePage(on('2026-03-01'), { language: 'en', slug: 'pledge-2' });
    expect(page?.doing?.standing.is).toBe('none');
  });
});

describe('a principle', () => {
  const earlier = [
    {
      ...{ id: 'w1', wording: 'Services share words.', from: null, until: '2026-01-05' },
      ...{ reason: 'You did not understand us.', consultation: refersTo('consultations', 'c') },
    },
  ];

  test('shows how it was said before, why that changed, and what came of what people said', () => {
    told.publish('principles', '7', { ...principle(7, 'Services share clear words.'), earlier });
    told.publish('outcomes', 'clear', outcome({ consultation: refersTo('consultations', 'c') }));
    told.publish('outcomes', 'other', outcome());
    const page = principlePage(on('2026-03-01'), { language: 'en', slug: '7' });
    const [wording] = page.wordings?.wordings ?? [];
    expect(wording).toMatchObject({
      when: 'Until 5 January 2026',
      why: { words: { text: 'You did not understand us.' } },
      answers: [{ href: '#outcome-clear' }],
    });
    expect(wording && comparison(wording.compared).text).toContain(
      'Services share <ins><span class="spoken">put in: </span>clear </ins>words.',
    );
    expect(page.outcomes?.outcomes).toHaveLength(2);
  });

  test('leads to the guides and actions that carry it out, as they lead to it', () => {
    told.publish('principles', '7', principle(7, 'One language'));
    charterOf(1);
    told.publish('actions', 'forums', action());
    const page = principlePage(on('2026-03-01'), { language: 'en', slug: '7' });
    expect(page.actions?.entries.map(({ href }) => href)).toEqual(['/en/progress/forums/']);
    expect(page.related.flatMap(({ links }) => links.map(({ href }) => href))).toEqual([
      '/en/charter/pledge-1/',
    ]);
  });
});

test('a promise leads to the services that carry it out, those of its guides first and each once', () => {
  const guide = { kind: 'guides', document: 'centres' } as const;
  const seven = { kind: 'principles', document: '7' } as const;
  told.publish('organisations', 'trust', organisation);
  told.publish('principles', '7', principle(7, 'One language'));
  told.publish('guides', 'centres', aGuide('Centres', [['what', 'What', prose('Help.')]]));
  told.publish('services', 'drop-in', service({ name: 'Drop in', principles: [seven] }));
  told.publish('services', 'play', service({ guides: [guide], principles: [seven] }));
  charterOf(1);
  told.publish('pledges', 'pledge-1', { ...pledge(1), guides: [guide] }, { number: 2 });
  const { related } = pledgePage(on('2026-03-01'), { language: 'en', slug: 'pledge-1' }) ?? {};
  const services = related?.find(({ title }) => title === 'Services that carry this out');
  expect(services?.links.map(({ href }) => href)).toEqual([
    '/en/services/play/',
    '/en/services/drop-in/',
  ]);
});

describe('an outcome', () => {
  const shown = (language: string) =>
    outcomesAbout(reader(on('2026-03-01'), language), 'principles', '7')?.outcomes ?? [];

  test('says why something was not done, and since when what was done is so', () => {
    told.publish('outcomes', 'done', outcome());
    told.publish('outcomes', 'left', outcome({ answer: 'did-not', changedOn: null }));
    expect(shown('en').map(({ parts, since }) => [parts[2]?.label, since?.text])).toEqual([
      ['We did this', 'It has been so since 1 February 2026'],
      ['We did not do it, because', undefined],
    ]);
  });

  test('compares two wordings, and says in the reader’s language what was taken out', () => {
    told.publish('outcomes', 'done', outcome({ before: 'Shared words', after: 'Clear words' }));
    const [found] = shown('ur');
    expect(found?.wording && comparison(found.wording).text).toContain(
      '<p class="changed" lang="en" dir="ltr"><del><span class="spoken"><span lang="ur" dir="rtl">نکالا گیا:</span> </span>Shared</del>',
    );
  });

  test('whose translation is behind is shown in English, since nothing here could say so', () => {
    told.publish('outcomes', 'done', outcome());
    const urdu = outcome({ title: 'صاف الفاظ' });
    told.publish('outcomes', 'done', urdu, { language: 'ur', sourceEdition: 1 });
    expect(shown('ur')[0]?.title.text).toBe('صاف الفاظ');
    told.publish('outcomes', 'done', outcome({ because: 'Not yet.' }), { number: 2 });
    expect(shown('ur')[0]?.title).toEqual({
      text: 'Clear words',
      in: { tag: 'en', direction: 'ltr' },
    });
  });

  test('that was withdrawn stands nowhere', () => {
    told.publish('outcomes', 'done', outcome());
    told.publish('outcomes', 'done', outcome(), { number: 2, action: 'withdrawn' });
    expect(shown('en')).toEqual([]);
  });
});
