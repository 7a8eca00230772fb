/** What a parent reads of consultations, forums and events. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contact, feed, prose } from '../support/parent-site.ts';
import { type AtWork, pressAtWork, served } from '../support/press-at-work.ts';
import { sampleTrust } from '../support/sample-editions.ts';
import { service } from '../support/services.ts';
import { consultation, event, forum, place } from '../support/taking-part.ts';

const NOW = '2026-06-05T09:00:00.000Z';
const refer = (kind: string, document: string) => ({ kind, document });

let work: AtWork;
let told: ReturnType<typeof feed>;

beforeEach(async () => {
  work = await pressAtWork(0, { now: () => new Date(NOW) });
  told = feed();
});

afterEach(() => work.end());

async function page(path: string, language = 'en'): Promise<string> {
  work.feed.editions.splice(0, Infinity, ...told.editions);
  const { failed } = await work.press.publish();
  expect(failed).toEqual([]);
  return served(work.dataDir, `${language}/${path}`).replaceAll(/\r\n /g, '');
}

describe('an event', () => {
  test('says what nobody knows, and never that there is none of it', async () => {
    told.publish('events', 'tea', event('Tea'));
    const html = await page('events/tea/index.html');
    const unknown = html.match(/We do not know\. Ask before you come\./g);
    expect(unknown).toHaveLength(3);
    expect(html).not.toMatch(/<dd>\s*<p>No<\/p>/);
  });

  test('has the address and the access of its place where it has none of its own', async () => {
    told.publish('places', 'hall', place('The Hall', { stepFree: 'partly' }));
    // The page of a place leads to the services of its district.
    told.publish('services', 'play', service());
    told.publish('events', 'tea', event('Tea', { place: refer('places', 'hall') }));
    const html = await page('events/tea/index.html');
    for (const words of ['The Hall', '2 High Street', 'ME10 1AA', 'In part']) {
      expect(html).toContain(words);
    }
  });

  test('that was moved and called off says so in a language whose translation is behind', async () => {
    told.publish('events', 'tea', event('Tea'));
    told.publish('events', 'tea', event('Herbata'), { language: 'pl', sourceEdition: 1 });
    const moved = { begins: '2026-06-12T18:00:00.000Z', ends: null, cancelled: true };
    told.publish('events', 'tea', event('Tea', moved), { number: 2, changeNote: 'Called off.' });
    const html = await page('events/tea/index.html', 'pl');
    expect(html).toContain('To wydarzenie się nie odbędzie.');
    expect(html).toContain('12 czerwca 2026');
    expect(html).not.toContain('10 czerwca 2026');
  });

  test('for all districts says so in one line', async () => {
    const districts = sampleTrust('kent').districts.map(({ slug }) => slug);
    told.publish('events', 'tea', event('Tea', { districts }));
    const html = await page('events/tea/index.html');
    expect(html).toContain('For the whole of Kent');
    expect(html).not.toMatch(/<p>Swale<\/p>/);
  });

  test('that is over shows who came and what came of it, and nothing to book', async () => {
    const over = { begins: '2026-05-10T18:00:00.000Z', ends: null, bookBy: '2026-05-08' };
    const after = {
      cameBySector: [{ id: '1', sector: 'Schools', people: 3 }],
      whatCameOfIt: prose('A later bus.'),
    };
    told.publish('events', 'tea', event('Tea', { ...over, ...after }));
    const html = await page('events/tea/index.html');
    expect(html).toMatch(/<th scope="row">Schools<\/th>\s*<td>3<\/td>/);
    expect(html).toContain('A later bus.');
    expect(html).not.toContain('Booking');
    expect(html).not.toContain('.ics');
  });
});

describe('a calendar', () => {
  test('of an event holds to RFC 5545, whatever is in its words', async () => {
    const title = `Tea; cake, \\ and "more"\n${'ہم سب ملتے ہیں '.repeat(8)}`;
    told.publish('events', 'tea', event(title));
    await page('events/index.html');
    const raw = served(work.dataDir, 'en/events/tea.ics');
    const lines = raw.split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(raw).not.toMatch(/[^\r]\n|\ufffd/);
    const unfolded = raw.replaceAll('\r\n ', '');
    const summary = /^SUMMARY;LANGUAGE=en:(.*)\r$/m.exec(unfolded)?.[1] ?? '';
    const read = summary.replaceAll('\\n', '\n').replaceAll(/\\([\\;,])/g, '$1');
    expect(read).toBe(title);
    expect(unfolded).toContain('DTSTART:20260610T180000Z\r\nDTEND:20260610T200000Z');
  });

  test('takes its stamp from the edition, and says that an event was called off', async () => {
    told.publish('events', 'tea', event('Tea'), { publishedAt: '2026-05-01T08:00:00.000Z' });
    expect(await page('events/tea.ics')).toContain('SEQUENCE:0\r\n');
    const later = { number: 2, changeNote: 'Off.', publishedAt: '2026-05-02T08:00:00.000Z' };
    told.publish('events', 'tea', event('Tea', { cancelled: true }), later);
    const calendar = await page('events/tea.ics');
    for (const line of ['SEQUENCE:1', 'STATUS:CANCELLED', 'DTSTAMP:20260502T080000Z']) {
      expect(calendar).toContain(`${line}\r\n`);
    }
  });

  test('of a forum and of a district hold their events, in the reader’s language where there is one', async () => {
    told.publish('forums', 'f', forum('Swanley forum'));
    told.publish('events', 'tea', event('Tea', { forum: refer('forums', 'f') }));
    told.publish('events', 'tea', event('Herbata', { forum: refer('forums', 'f') }), {
      ...{ language: 'pl', sourceEdition: 1 },
    });
    told.publish('events', 'far', event('Elsewhere', { districts: ['thanet'] }));
    const [ofForum, ofDistrict] = [
      await page('have-your-say/f.ics'),
      await page('events/districts/swale.ics', 'pl'),
    ];
    expect(ofForum.match(/UID:.*/g)).toEqual(['UID:events-tea@127.0.0.1']);
    expect(ofDistrict).toContain('SUMMARY;LANGUAGE=pl:Herbata');
    expect(ofDistrict.match(/UID:.*/g)).toEqual(['UID:events-tea@127.0.0.1']);
  });
});

describe('have your say', () => {
  test('says in each district who meets, or that nobody does and how to start', async () => {
    told.publish('forums', 'f', forum('Swanley forum'));
    told.publish(
      'forums',
      'none',
      forum('Swale forum', { standing: 'none-yet', districts: ['swale'] }),
    );
    const html = await page('have-your-say/index.html');
    expect(html).toContain('There is no forum in Thanet yet.');
    expect(html).toMatch(
      /There is no forum in Swale yet\.\s*<a href="\/en\/have-your-say\/none\/"/,
    );
    expect(html).not.toContain('There is no forum in Sevenoaks yet.');
    expect(await page('have-your-say/none/index.html')).toContain('How to start a forum');
  });

  test('leads to what is not translated yet in English, and says so', async () => {
    told.publish('consultations', 'plan', consultation('What first?'));
    const html = await page('have-your-say/index.html', 'ur');
    expect(html).toContain('href="/en/consultations/plan/" hreflang="en"');
  });
});

test('a forum shows what was raised with its answer, or that there is none yet', async () => {
  const matter = {
    said: 'The bus',
    answeredOn: null,
    answer: null,
    answeredBy: null,
    outcome: null,
  };
  const raised = [
    { ...matter, id: '1', on: '2026-01-02' },
    { ...matter, id: '2', on: '2026-02-02', answer: 'A later bus.', answeredOn: '2026-03-02' },
  ];
  told.publish('forums', 'f', forum('Swanley forum', { raised }));
  const html = await page('have-your-say/f/index.html');
  expect(html).toMatch(/2 February 2026[\s\S]*Answered on 2 March 2026[\s\S]*A later bus/);
  expect(html).toMatch(/2 January 2026[\s\S]*There is no answer yet\./);
});

test('a consultation has the days of the English where its translation is behind', async () => {
  told.publish('facts', 'line', contact('Line', '01632 960101'));
  told.publish('consultations', 'plan', consultation('What first?'));
  told.publish('consultations', 'plan', consultation('Co najpierw?'), {
    ...{ language: 'pl', sourceEdition: 1 },
  });
  const [phase] = consultation('').phases;
  const longer = { phases: phase === undefined ? [] : [{ ...phase, closes: '2026-07-15' }] };
  told.publish('consultations', 'plan', consultation('What first?', longer), {
    ...{ number: 2, changeNote: 'Two weeks more.' },
  });
  const html = await page('consultations/plan/index.html', 'pl');
  expect(html).toContain('Trwa do końca dnia 15\u00a0lipca 2026');
  expect(html).not.toContain('30 czerwca');
});
