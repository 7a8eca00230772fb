/** What a page says of itself when its document is marked as sensitive, for every kind that can be marked. */
import { kinds } from '@charterpress/shared/domain/kinds.ts';
import { describe, expect, it } from 'vitest';
import { guidePage } from '../../site/src/views/guide.ts';
import { plainPage } from '../../site/src/views/page.ts';
import { servicesPage } from '../../site/src/views/services/list.ts';
import { organisationPage, placePage } from '../../site/src/views/services/place.ts';
import { servicePage } from '../../site/src/views/services/service.ts';
import { sideBySidePage } from '../../site/src/views/side-by-side.ts';
import { eventPage } from '../../site/src/views/taking-part/event.ts';
import { termPage } from '../../site/src/views/words/term.ts';
import { feed, guide, page, prose } from '../support/parent-site.ts';
import { organisation, place, service } from '../support/services.ts';
import { contentOf } from '../support/site.ts';
import { event } from '../support/taking-part.ts';

const title = 'Safe at home';
const term = {
  ...{ term: title, plainMeaning: 'Nobody hurts you.', professionalMeaning: null },
  ...{ staysLatin: false, wordings: [], sensitive: false },
};
const aGuide = guide(title, [['how', 'How', prose('Words.')]]);
const asked = { language: 'en', slug: 'one' };

/** One document of each kind that can be marked, with the page of it. */
const pages = {
  guides: [aGuide, guidePage],
  pages: [page(title, prose('Words.')), plainPage],
  services: [
    service({ name: title, organisation: { kind: 'organisations', document: 'run-by' } }),
    servicePage,
  ],
  organisations: [{ ...organisation, name: title }, organisationPage],
  places: [place({ name: title }), placePage],
  events: [event(title), eventPage],
  terms: [term, termPage],
} as const;

type Marked = keyof typeof pages;
const marked = Object.keys(pages) as readonly Marked[];

function frameOf(kind: Marked, sensitive: boolean) {
  const [content, view] = pages[kind];
  const { editions, publish } = feed();
  publish('organisations', 'run-by', organisation);
  publish(kind, 'one', { ...content, sensitive } as never);
  return view(contentOf(editions), asked)?.frame;
}

describe('a document that is marked as sensitive', () => {
  it('can be of every kind that has the mark', () => {
    const having = Object.entries(kinds).filter(([, shape]) => 'sensitive' in shape);
    expect(having.map(([kind]) => kind).sort()).toEqual([...marked].sort());
  });

  it.each(marked)('of %s has the way out, and a page that says nothing of itself', (kind) => {
    expect(frameOf(kind, true)).toMatchObject({
      title: 'Information for families – Kent Children’s Trust',
      leave: { href: 'https://www.bbc.co.uk/weather', how: { href: '/en/using-this-site/' } },
      ...{ scripts: ['leave'], data: null, social: null, share: null },
    });
    expect(frameOf(kind, false)).toMatchObject({
      title: expect.stringContaining(title),
      ...{ leave: null, scripts: [], data: expect.any(String) },
    });
  });

  it('is so in every language, beside its English and after it was withdrawn', () => {
    const { editions, publish } = feed();
    publish('guides', 'one', { ...aGuide, sensitive: true });
    publish('guides', 'one', aGuide, { language: 'ur', sourceEdition: 1 });
    const urdu = { language: 'ur', slug: 'one' };
    expect(guidePage(contentOf(editions), urdu).frame.scripts).toEqual(['leave']);
    const beside = { language: 'ur', path: 'guides/one' };
    expect(sideBySidePage(contentOf(editions), beside).frame.scripts).toEqual(['leave']);
    publish('guides', 'one', { ...aGuide, sensitive: true }, { action: 'withdrawn', number: 2 });
    expect(guidePage(contentOf(editions), asked).frame.scripts).toEqual(['leave']);
  });
});

describe('a list of services', () => {
  const framed = (path: string) => {
    const { editions, publish } = feed();
    publish('organisations', 'run-by', organisation);
    return servicesPage(contentOf(editions), { language: 'en', path })?.frame;
  };

  it('by a worry that says it all is sensitive too', () => {
    expect(framed('worry/domestic-abuse')?.scripts).toEqual(['leave']);
    expect(framed('worry/money')?.scripts).toEqual([]);
    expect(framed('swale')?.scripts).toEqual([]);
  });
});
