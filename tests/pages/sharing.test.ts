/** What a page says to machines, and the ways to hand it on. */
import { readShortPath } from '@charterpress/shared/domain/short-address.ts';
import { Parser } from 'htmlparser2';
import ICAL from 'ical.js';
import jsQR from 'jsqr';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageAtShort, shortAddresses } from '../../site/src/content/short-addresses.ts';
import { policyOfAllPages } from '../../site/src/csp.ts';
import { guidePage } from '../../site/src/views/guide.ts';
import { plainPage } from '../../site/src/views/page.ts';
import { browser } from '../support/browser.ts';
import { feed, guide, page, prose } from '../support/parent-site.ts';
import { sampleEditions, sampleTrust } from '../support/sample-editions.ts';
import { faultsIn } from '../support/schema-org.ts';
import { contentOf, type RenderedSite, sampleSite, site } from '../support/site.ts';

let made: RenderedSite;
let chrome: Browser;

beforeAll(async () => {
  made = await sampleSite();
  chrome = await browser();
});

afterAll(async () => {
  await chrome.close();
});

type Read = { readonly words: string; readonly data: string };

/** The words of a page, spaces made one, and its block of data. */
function read(html: string): Read {
  const found = { words: '', data: '' };
  let at: 'words' | 'data' = 'words';
  const parser = new Parser({
    onopentag: (name) => {
      at = name === 'script' ? 'data' : 'words';
    },
    ontext: (text) => {
      found[at] += text;
    },
    onclosetag: () => {
      at = 'words';
    },
  });
  parser.end(html);
  return { ...found, words: found.words.replace(/\s+/g, ' ') };
}

/** Every text in a value but the names of types, languages, our own addresses, days and times. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return isNoText(value) ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name.startsWith('@') || languages.includes(name) ? [] : textsIn(inner),
  );
}

const languages = ['inLanguage', 'availableLanguage'];
const isNoText = (value: string) =>
  /^(https:\/\/schema\.org\/|\d{4}-\d{2}-\d{2}(T|$)|\d{2}:\d{2}$)/.test(value) ||
  value.startsWith(`${site}/`);

describe('the short address on a page', () => {
  const printedOn = (html = '') => /class="poster-address">[^<]*<bdi[^>]*>([^<]+)</.exec(html)?.[1];

  it('leads back to it', async () => {
    const content = contentOf(await sampleEditions('kent'));
    const addresses = shortAddresses({ content: () => content, moved: () => [] });
    const within = new Set(
      made.routes.filter(({ view }) => view === 'guide-part').map(({ path }) => path),
    );
    const astray = [...made.pages].filter(([path, html]) => {
      const printed = printedOn(html);
      if (printed === undefined || within.has(path)) return false;
      const asked = readShortPath(`${new URL(`https://${printed}`).pathname}/`);
      const to = asked === null ? null : pageAtShort(addresses, asked);
      return !html.includes(`<link rel="canonical" href="${site}${to}">`);
    });
    expect(astray.map(([path]) => path)).toEqual([]);
  });

  it.each(['/ur/services/swale/', '/pl/words/', '/en/progress/', '/en/', '/so/changes/'])(
    'stands on lists as on documents: %s',
    (path) => {
      expect(printedOn(made.pages.get(path))).toMatch(/\/s\/[0-9a-z]{8}/);
    },
  );

  it.each(['/en/services/worry/domestic-abuse/', '/en/using-this-site/', '/en/search/'])(
    'does not stand where nobody should be seen to have been: %s',
    (path) => {
      expect(made.pages.get(path)).toContain('<main');
      expect(printedOn(made.pages.get(path))).toBeUndefined();
    },
  );
});

describe('the data in a page', () => {
  it('says nothing that does not stand on the page', () => {
    const invented = [...made.pages].flatMap(([path, html]) => {
      const { data, words } = read(html);
      const texts = data === '' ? [] : textsIn(JSON.parse(data));
      return texts
        .filter((text) => !words.includes(text.replace(/\s+/g, ' ')))
        .filter((text) => !html.includes(`href="${text}"`))
        .map((text) => `${path}: ${text}`);
    });
    expect(invented).toEqual([]);
  });

  it('holds to the vocabulary of schema.org', () => {
    const faults = [...made.pages].flatMap(([path, html]) => {
      const { data } = read(html);
      const nodes = data === '' ? [] : JSON.parse(data)['@graph'];
      return nodes.flatMap(faultsIn).map((fault: string) => `${path}: ${fault}`);
    });
    expect(faults).toEqual([]);
  });

  it('says of what kind the page is, and where it stands', () => {
    const typesAt = (path: string) =>
      JSON.parse(read(made.pages.get(path) ?? '').data)['@graph'].map(
        (node: { '@type': string }) => node['@type'],
      );
    expect(typesAt('/ur/words/tier-of-need/')).toEqual(['DefinedTerm', 'BreadcrumbList']);
    expect(typesAt('/en/guides/children-centres/')).toEqual(['CreativeWork', 'BreadcrumbList']);
    expect(typesAt('/en/')).toEqual(['WebPage']);
    expect(read(made.pages.get('/en/404/') ?? '').data).toBe('');
  });

  it('is refused by no policy of the page, and runs nothing', async () => {
    const tab = await chrome.newPage();
    const refused: string[] = [];
    tab.on('console', (message) => refused.push(message.text()));
    await tab.route('**/*', (route) => {
      const path = new URL(route.request().url()).pathname;
      const body = made.pages.get(path);
      const headers = { 'content-security-policy': policyOfAllPages(sampleTrust('kent')) };
      const contentType = 'text/html; charset=utf-8';
      return body === undefined
        ? route.fulfill({ body: '' })
        : route.fulfill({ body, headers, contentType });
    });
    await tab.goto(`${site}/en/guides/children-centres/`);
    expect(await tab.locator('script[type="application/ld+json"]').count()).toBe(1);
    expect(refused.filter((message) => /content security policy/i.test(message))).toEqual([]);
    await tab.close();
  });
});

describe('a page', () => {
  function helpPage(sensitive: boolean) {
    const { editions, publish } = feed();
    publish('pages', 'help', { ...page('Help', prose('Words.')), sensitive });
    publish('guides', 'safe', {
      ...guide('Being safe', [['what', 'What', prose('Words.')]]),
      sensitive,
    });
    return contentOf(editions);
  }

  it('can be handed on by WhatsApp, text and e-mail, on paper, and on another site', () => {
    const { frame } = plainPage(helpPage(false), { language: 'en', slug: 'help' });
    expect(frame.share?.ways.map(({ href }) => href)).toEqual([
      `https://wa.me/?text=Help%20${encodeURIComponent(`${site}/en/help/`)}`,
      expect.stringMatching(/^sms:\?&body=Help%20https%3A%2F%2Fcharter\.example\.org%2Fs%2F/),
      `mailto:?subject=Help&body=${encodeURIComponent(`${site}/en/help/`)}`,
    ]);
    expect(frame.share?.card.html).toContain(`<a href="${site}/en/help/">Help</a>`);
    expect(frame.share?.poster.address).toMatch(/^charter\.example\.org\/s\/[0-9a-z]{8}$/);
  });

  it('that is sensitive offers none of it', () => {
    expect(plainPage(helpPage(true), { language: 'en', slug: 'help' }).frame.share).toBeNull();
    expect(guidePage(helpPage(true), { language: 'en', slug: 'safe' }).frame.share).toBeNull();
  });

  it('that was withdrawn offers none of it', () => {
    const { editions, publish } = feed();
    publish('pages', 'help', page('Help', prose('Words.')), { action: 'withdrawn' });
    const { frame } = plainPage(contentOf(editions), { language: 'en', slug: 'help' });
    expect(frame.share).toBeNull();
  });

  it('has all of it in its weight, which stays far below the budget', () => {
    const share = /<section class="share[\s\S]*?<\/main>/.exec(
      made.pages.get('/ur/principles/7/') ?? '',
    );
    expect(share?.[0].length).toBeLessThan(6_000);
  });
});

describe('the calendars', () => {
  type Calendar = { readonly path: string; readonly read: InstanceType<typeof ICAL.Component> };
  const calendars = (): readonly Calendar[] =>
    [...made.pages]
      .filter(([path]) => path.endsWith('.ics'))
      .map(([path, text]) => ({ path, read: new ICAL.Component(ICAL.parse(text)) }));
  const eventsIn = ({ read: calendar }: Calendar) =>
    calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));

  it('are read by another program, and each holds something', () => {
    const all = calendars();
    expect(all.length).toBeGreaterThan(50);
    expect(all.filter(({ read: { name } }) => name !== 'vcalendar')).toEqual([]);
    const empty = all.filter((each) => each.read.getAllSubcomponents().length === 0);
    expect(empty.map(({ path }) => path)).toEqual([]);
  });

  it('say when an event is and where its page stands', () => {
    const events = calendars().flatMap(eventsIn);
    const isWhole = (event: (typeof events)[number]) =>
      event.uid !== '' &&
      event.startDate.zone?.tzid === 'UTC' &&
      event.endDate.compare(event.startDate) > 0 &&
      made.pages.has(new URL(String(event.component.getFirstPropertyValue('url'))).pathname);
    expect(events.length).toBeGreaterThan(50);
    expect(events.filter((event) => !isWhole(event)).map(({ summary }) => summary)).toEqual([]);
  });

  it('keep the marks and the script of names', () => {
    const path = '/ur/events/ashford-forum-meeting';
    const [event] = calendars()
      .filter((each) => each.path === `${path}.ics`)
      .flatMap(eventsIn);
    expect(read(made.pages.get(`${path}/`) ?? '').words).toContain(event?.summary);
    expect(event?.location).toContain(', 4 Sample Lane, Ashford');
  });
});

describe('the square on a poster', () => {
  it.each(['/ur/services/stay-and-play-ashford/', '/pl/charter/pledge-3/'])(
    'of %s is read by a camera as the address below it',
    async (path) => {
      const html = made.pages.get(path) ?? '';
      const poster = html.slice(html.indexOf('<svg class="qr"'));
      const svg = poster
        .slice(0, poster.indexOf('</svg>') + '</svg>'.length)
        .replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"')
        .replace('<path', '<path stroke="black"');
      const { data, info } = await sharp(Buffer.from(svg))
        .flatten({ background: 'white' })
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      const seen = jsQR(Uint8ClampedArray.from(data), info.width, info.height)?.data;
      const written = /<bdi dir="ltr">([^<]*)<\/bdi>/.exec(poster)?.[1];
      expect(seen).toBe(`https://${written}/`);
      expect(written).toMatch(/^charter\.example\.org\/s\/[0-9a-z]{8}/);
    },
  );
});
