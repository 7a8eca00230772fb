/** An action that nobody reports as done becomes late in the releases of a real press, by the clock alone. */
import type { Edition } from '@charterpress/shared/domain/edition.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type AtWork, filesIn, pressAtWork, served } from '../support/press-at-work.ts';

const IN_TIME = '2026-06-30T22:59:59.000Z';
const OVERDUE = '2026-06-30T23:00:00.000Z';

let clock = IN_TIME;
let work: AtWork;

beforeEach(async () => {
  clock = IN_TIME;
  work = await pressAtWork(6, { now: () => new Date(clock) });
  promise('forums', []);
  promise('words', [{ id: 'a', on: '2026-05-01', status: 'done', said: 'Done.', evidence: [] }]);
  await publishAll();
});

afterEach(() => work.end());

/** Due by 30 June, which ends in London an hour before it does in UTC. */
function promise(slug: string, reports: readonly object[]): void {
  const content = {
    ...{ title: `We will do ${slug}`, pledge: { kind: 'pledges', document: 'none' } },
    ...{ principles: [], owner: 'Forums team', measure: 'Twelve', promisedOn: null },
    ...{ due: '2026-06-30', reports },
  };
  work.feed.editions.push({
    ...{ kind: 'actions', document: slug, slug, language: 'en', number: 1, action: 'published' },
    ...{ sequence: work.feed.editions.length + 1, change: 'major', changeNote: null },
    ...{ publishedAt: IN_TIME, firstPublishedAt: IN_TIME, changedAt: IN_TIME },
    ...{ sourceEdition: null, digest: 'a'.repeat(64), content },
  } as unknown as Edition);
}

async function publishAll(): Promise<void> {
  while ((await work.press.publish()).hasMore);
}

const pages = () => filesIn(work.press.folders.at(work.press.folders.current() ?? 0));

test('an action becomes late the moment its day is over in London, on the pages that show it and no others', async () => {
  const before = pages();
  expect(served(work.dataDir, 'en/progress/forums/index.html')).not.toContain('Late');
  await publishAll();
  expect(pages()).toEqual(before);
  clock = OVERDUE;
  await publishAll();
  const after = pages();
  const changed = Object.keys(after).filter((file) => after[file] !== before[file]);
  expect(changed.filter((file) => file.endsWith('.html'))).toEqual([
    'en/progress/forums/index.html',
    ...['en', 'pl', 'ur'].map((tag) => `${tag}/progress/index.html`),
  ]);
  expect(served(work.dataDir, 'en/progress/forums/index.html')).toContain(
    'This was due by 30 June 2026.',
  );
  expect(served(work.dataDir, 'ur/progress/index.html')).toContain('دیر سے');
});

test('what was done in time stays done', async () => {
  clock = OVERDUE;
  await publishAll();
  expect(served(work.dataDir, 'en/progress/words/index.html')).not.toContain('class="callout');
});
