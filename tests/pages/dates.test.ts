/** Which dates and notes readers see beside a text that was published more than once. */
import { expect, it } from 'vitest';
import { principlePage } from '../../site/src/views/principle.ts';
import { feed, principle } from '../support/parent-site.ts';
import { contentOf } from '../support/site.ts';

const first = '2026-03-02T10:00:00.000Z';
const second = '2026-05-03T10:00:00.000Z';
const third = '2026-06-04T10:00:00.000Z';

it('a small correction leaves the date of the change before it', () => {
  const { editions, publish } = feed();
  publish('principles', '7', principle(7, 'One language'), { publishedAt: first });
  const minor = { number: 2, change: 'minor', publishedAt: second } as const;
  const dates = { firstPublishedAt: first, changedAt: first };
  publish('principles', '7', principle(7, 'One language.'), { ...minor, ...dates });
  const shown = principlePage(contentOf(editions), { language: 'en', slug: '7' });
  expect(shown.dates.map(({ moment }) => moment)).toEqual([first]);
});

it('a corrected note stands in the place and under the date of the one it corrects', () => {
  const { editions, publish } = feed();
  const words = principle(7, 'One language');
  publish('principles', '7', principle(7, 'Our language'), { publishedAt: first });
  const noted = { number: 2, changeNote: 'The club opens at 8', publishedAt: second } as const;
  publish('principles', '7', words, { ...noted, changedAt: second });
  publish('principles', '7', words, {
    ...{ number: 3, change: 'minor', changeNote: 'The club opens at 7', corrects: 2 },
    ...{ publishedAt: third, changedAt: second },
  });
  const { history } = principlePage(contentOf(editions), { language: 'en', slug: '7' });
  expect(history?.changes.map(({ note, on }) => [note, on.moment])).toEqual([
    ['The club opens at 7', second],
  ]);
});
