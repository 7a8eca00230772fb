import Ajv from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { SCHEMA_PATH } from '../../site/src/twins/schema.ts';
import { twin } from '../../site/src/twins/twin.ts';
import { section, strategy } from '../support/a-strategy.ts';
import { contact, feed, page, paragraph, prose, text } from '../support/parent-site.ts';
import { organisation, service } from '../support/services.ts';
import { contentOf, type RenderedSite, sampleSite, site } from '../support/site.ts';

let made: RenderedSite;

beforeAll(async () => {
  made = await sampleSite();
});

function dataAt(path: string) {
  return JSON.parse(made.pages.get(path) ?? 'null');
}

describe('the twins of the sample', () => {
  it('are all as their schema says', () => {
    const ajv = new Ajv({ strict: true, formats: { uri, date, 'date-time': moment } });
    const isTwin = ajv.compile(dataAt(SCHEMA_PATH));
    const twins = made.routes.filter(({ view }) => view === 'twin');
    const wrong = twins.flatMap(({ path }) =>
      isTwin(dataAt(path)) ? [] : [`${path}: ${ajv.errorsText(isTwin.errors)}`],
    );
    expect(twins.length).toBeGreaterThan(300);
    expect(wrong).toEqual([]);
  });

  it('stand beside every page of a document and every list, in each written language', () => {
    const paths = new Set(made.routes.map(({ path }) => path));
    for (const path of [
      '/en.json',
      '/ur/principles/7.json',
      '/pl/words.json',
      '/ur/charter.json',
    ]) {
      expect(paths).toContain(path);
    }
    expect(paths).toContain('/en/guides/children-centres.json');
    expect(paths).not.toContain('/en/guides/children-centres/who-it-is-for.json');
    expect(paths).not.toContain('/en-x-easyread/charter.json');
  });

  it('stand beside the lists of services too, with what the page of each shows', () => {
    const list = dataAt('/en/services/swale.json');
    expect(list).toMatchObject({ listOf: 'services', filter: { by: 'district', value: 'swale' } });
    const page = made.pages.get('/en/services/swale/') ?? '';
    const shown = [...page.matchAll(/href="([^"]+)" class="entry-link"/g)].map(([, href]) => href);
    expect(shown.length).toBeGreaterThan(3);
    expect(list.documents.map(({ address }: { address: string }) => address)).toEqual(
      shown.map((href) => `${site}${href}`),
    );
    expect(page).toContain(
      '<link rel="alternate" type="application/json" href="/en/services/swale.json">',
    );
    const [first] = list.documents;
    expect(dataAt(first.data.slice(site.length))).toMatchObject({ document: first.document });
    expect(dataAt('/ur/services/worry/money.json').language).toBe('ur');
  });

  it('stand beside the lists of places and of who runs services', () => {
    expect(dataAt('/ur/services/places/ashford.json')).toMatchObject({
      ...{ listOf: 'places', filter: { by: 'district', value: 'ashford' } },
      documents: expect.arrayContaining([
        expect.objectContaining({ address: expect.stringContaining('/places/') }),
      ]),
    });
    expect(dataAt('/en/services/organisations.json').documents.length).toBeGreaterThan(5);
    expect(made.pages.get('/pl/words/')).toContain('href="/pl/words.json"');
  });

  it('stand beside what leads on, from the start of a postcode to its districts', () => {
    const [first] = dataAt('/pl/services/near.json').groups.flatMap(
      ({ links }: { links: { data: string }[] }) => links,
    );
    expect(dataAt(first.data.slice(site.length)).language).toBe('pl');
    const [districts] = dataAt('/en/services/near/tn12.json').groups;
    expect(districts.links.map(({ title }: { title: string }) => title)).toEqual([
      ...['Maidstone', 'Tonbridge and Malling', 'Tunbridge Wells'],
    ]);
    for (const { data } of districts.links) expect(dataAt(data.slice(site.length))).not.toBeNull();
    expect(made.pages.get('/pl/services/near/')).toContain('href="/pl/services/near.json"');
  });

  it('say what has changed, of everything and in a district', () => {
    const { changes, next } = dataAt('/en/changes.json');
    const page = made.pages.get('/en/changes/') ?? '';
    const shown = [...page.matchAll(/href="([^"]+)" class="entry-link"/g)].map(([, href]) => href);
    expect(changes.map(({ address }: { address: string }) => address)).toEqual(
      shown.map((href) => `${site}${href}`),
    );
    expect(next).toBeNull();
    expect(dataAt('/ur/changes/ashford.json')).toMatchObject({
      language: 'ur',
      changes: [{ kind: 'forums', told: expect.stringContaining('نیپالی') }],
    });
    expect(page).toContain('href="/en/changes.json"');
  });

  it('of a long list go on where its pages do', () => {
    const { editions, publish } = feed();
    publish('organisations', 'trust', organisation);
    for (let at = 100; at < 151; at += 1) publish('services', `s${at}`, service());
    const content = contentOf(editions);
    const read = (twinOf: string) => JSON.parse(twin(content, { language: 'en', twin: twinOf }));
    const { documents, next } = read('services/a-z');
    expect([documents.length, next]).toEqual([50, `${site}/en/services/a-z/2.json`]);
    expect(read('services/a-z/2')).toMatchObject({ next: null, filter: { by: 'a-z' } });
  });

  it('say which edition they are, under which licence, and whether the English has moved on', () => {
    expect(dataAt('/ur/principles/7.json')).toMatchObject({
      address: `${site}/ur/principles/7/`,
      language: 'ur',
      direction: 'rtl',
      kind: 'principles',
      standing: 'behind',
      licence: { name: 'Open Government Licence v3.0' },
      edition: { number: 1, digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
  });
});

describe('a twin', () => {
  it('has facts filled in in the language of the text, and its links whole', () => {
    const { editions, publish } = feed();
    const to = { kind: 'facts', document: 'line' } as const;
    publish('facts', 'line', contact('Family line', '01632 960100'));
    publish('facts', 'line', contact('Linia rodzinna', '01632 960100'), {
      ...{ language: 'pl', sourceEdition: 1 },
    });
    const link = { type: 'link' as const, children: [text('Więcej')] };
    const body = [
      paragraph(
        { type: 'fact', fact: to },
        { ...link, to: { document: { kind: 'pages', document: 'about' } } },
      ),
    ];
    publish('pages', 'about', page('About', prose('Words.')));
    publish('pages', 'about', page('O nas', body), { language: 'pl', sourceEdition: 1 });
    const { content } = JSON.parse(twin(contentOf(editions), { language: 'pl', twin: 'about' }));
    expect(content.body).toContain('01632 960100');
    expect(content.body).toContain(`href="${site}/pl/about/"`);
  });

  it('has references to sections as numbers that lead to them', () => {
    const { editions, publish } = feed();
    const sections = [
      section('now', 'Now', ['See {section/vision/early-help}.']),
      section('vision', 'Vision', [['early-help', 'Early help.']]),
    ];
    publish('strategies', 'parents', strategy(sections));
    const { content } = JSON.parse(
      twin(contentOf(editions), { language: 'en', twin: 'strategies/parents' }),
    );
    expect(content.sections[0].paragraphs[0].body).toBe(
      `<p>See <a href="${site}/en/strategies/parents/#section/vision/early-help">section 2.1</a>.</p>`,
    );
  });

  it('says that a text was withdrawn, and what is not known as null', () => {
    const { editions, publish } = feed();
    publish('pages', 'about', page('About', prose('Words.')), { action: 'withdrawn' });
    const { content, standing } = JSON.parse(
      twin(contentOf(editions), { language: 'en', twin: 'about' }),
    );
    expect(standing).toBe('withdrawn');
    expect(content.image).toBeNull();
  });

  it('is asked for in vain where no page is', () => {
    expect(() => twin(contentOf([]), { language: 'en', twin: 'nowhere' })).toThrow('siteRoutes');
  });
});

const uri = (value: string) => URL.canParse(value);
const date = /^\d{4}-\d{2}-\d{2}$/;
const moment = (value: string) => !Number.isNaN(Date.parse(value));
