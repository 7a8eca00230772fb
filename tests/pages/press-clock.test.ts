/** Pages that change by the clock alone, in the releases of a real press, by a clock of the test's own. */
import { resume, rollBack } from '@charterpress/site/press/hold.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { feed } from '../support/parent-site.ts';
import { type AtWork, filesIn, madeAtOnce, pressAtWork, served } from '../support/press-at-work.ts';
import { consultation, event, forum } from '../support/taking-part.ts';

const BEFORE = '2026-05-31T22:59:59.999Z';
const OPENS = '2026-05-31T23:00:00.000Z';
const BEGINS = '2026-06-10T18:00:00.000Z';
const ENDS = '2026-06-10T20:00:00.000Z';
/** Midnight in London after the last day of June. */
const CLOSES = '2026-06-30T23:00:00.000Z';

let clock = BEFORE;
let work: AtWork;
const now = () => new Date(clock);

beforeEach(async () => {
  clock = BEFORE;
  work = await pressAtWork(0, { now });
  const told = feed();
  told.publish('consultations', 'plan', consultation('What should we do first?'));
  told.publish(
    'events',
    'tea',
    event('Tea in Swale', { forum: { kind: 'forums', document: 'f' } }),
  );
  told.publish('forums', 'f', forum('Swanley forum'));
  told.publish(
    'events',
    'far',
    event('Next year', { begins: '2027-06-10T18:00:00.000Z', ends: null }),
  );
  work.feed.editions.splice(0, Infinity, ...told.editions);
  await work.press.publish();
});

afterEach(() => work.end());

const page = (path: string) => served(work.dataDir, `en/${path}/index.html`);
const release = () => work.press.folders.current() ?? 0;

/** The English pages that the press made otherwise at a moment, the CMS alive or not. */
async function changedAt(moment: string): Promise<readonly string[]> {
  const before = filesIn(work.press.folders.at(release()));
  clock = moment;
  await work.press.publish();
  const after = filesIn(work.press.folders.at(release()));
  return Object.keys({ ...before, ...after })
    .filter((file) => file.startsWith('en/') && /\.(html|ics)$/.test(file))
    .filter((file) => before[file] !== after[file]);
}

describe('a consultation', () => {
  const pages = ['consultations', 'consultations/plan', 'have-your-say'].map(
    (path) => `en/${path}/index.html`,
  );

  test('opens on exactly the pages that show it, with its first minute in London', async () => {
    expect(page('consultations/plan')).toContain('Opens on 1\u00a0June 2026');
    expect((await changedAt(OPENS)).toSorted()).toEqual(pages);
    expect(page('consultations/plan')).toContain('Open until the end of 30\u00a0June 2026');
    expect(page('have-your-say')).toContain('Open now');
  });

  test('closes after its last day with nobody editing, the CMS dead too', async () => {
    await changedAt(OPENS);
    work.feed.answerWith = (_, response) => response.destroy();
    expect((await changedAt(CLOSES)).toSorted()).toEqual(expect.arrayContaining(pages));
    expect(page('consultations/plan')).toContain('Closed since the end of 30\u00a0June 2026');
    expect(page('have-your-say')).toContain('We are not asking for your views just now.');
  });

  test('that closed while the press was down is closed after its start', async () => {
    await changedAt(OPENS);
    clock = CLOSES;
    await work.reopen();
    await work.press.publish();
    expect(page('consultations/plan')).toContain('Closed since');
  });
});

describe('an event', () => {
  test('is on from its beginning and over at its end, on every page that shows it', async () => {
    const shows = ['events', 'events/tea', 'have-your-say', 'have-your-say/f'];
    await changedAt(OPENS);
    const begun = await changedAt(BEGINS);
    expect(begun.toSorted()).toEqual(shows.map((path) => `en/${path}/index.html`).toSorted());
    expect(page('events/tea')).toContain('On now');
    const over = await changedAt(ENDS);
    expect(over.toSorted()).toEqual(
      [...shows, 'events/past'].map((path) => `en/${path}/index.html`).toSorted(),
    );
    expect(page('events/tea')).toContain('Nobody has written down yet what came of it.');
    expect(page('events/past')).toContain('Tea in Swale');
    expect(page('events')).not.toContain('Tea in Swale');
  });
});

test('nothing is made again while no moment comes', async () => {
  const before = release();
  clock = '2026-05-31T22:00:00.000Z';
  expect((await work.press.publish()).isUnchanged).toBe(true);
  expect(release()).toBe(before);
});

test('what a clock changed is what a site made at that moment would say', async () => {
  await changedAt(OPENS);
  await changedAt(BEGINS);
  await changedAt(CLOSES);
  const expected = await madeAtOnce(work.feed.editions, { now });
  expect(filesIn(work.press.folders.at(release()))).toEqual(expected);
});

test('a release that is held stays as it is, and gives way to one of the hour when it is let go', async () => {
  const old = release();
  await changedAt(OPENS);
  await rollBack(work.dataDir, old, now());
  clock = CLOSES;
  await work.press.publish();
  expect(release()).toBe(old);
  await resume(work.dataDir, now());
  expect(page('consultations/plan')).toContain('Closed since');
});
