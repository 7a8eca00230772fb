import { stageInWords, standingInWords } from '@charterpress/cms/src/admin/worked-out.ts';
import { describe, expect, test } from 'vitest';

/** As a form saves a day. */
const noon = (day: string) => `${day}T12:00:00.000Z`;

describe('the list of consultations', () => {
  const asked = {
    phases: [
      { opens: noon('2026-03-02'), closes: noon('2026-03-31') },
      { opens: noon('2026-06-01'), closes: noon('2026-06-30') },
    ],
    reportsBy: noon('2026-07-31'),
  };

  test.each([
    ['2026-03-01', 'Coming'],
    ['2026-03-31', 'Open'],
    ['2026-04-01', 'Between two phases'],
    ['2026-07-01', 'Answer promised'],
    ['2026-08-01', 'Answer late'],
  ])('says on %s: %s', (day, said) => {
    expect(stageInWords(asked, day)).toBe(said);
  });

  test('says when people were answered', () => {
    expect(stageInWords({ ...asked, reportedOn: noon('2026-07-20') }, '2026-08-01')).toBe(
      'Answered',
    );
  });

  test('says of one that is still being written that it has no days', () => {
    expect(stageInWords({}, '2026-03-02')).toBe('No days yet');
    expect(
      stageInWords({ phases: [{ opens: noon('2026-03-02'), closes: null }] }, '2026-03-02'),
    ).toBe('No days yet');
  });
});

describe('the list of actions', () => {
  const action = {
    due: noon('2026-05-31'),
    reports: [{ on: noon('2026-04-01'), status: 'on-track' }],
  };

  test.each([
    ['2026-03-31', 'Not started'],
    ['2026-05-31', 'On track'],
    ['2026-06-01', 'Late'],
  ])('says on %s: %s', (day, said) => {
    expect(standingInWords(action, day)).toBe(said);
  });

  test('says of one without a day that it has none', () => {
    expect(standingInWords({ reports: [] }, '2026-06-01')).toBe('No days yet');
  });
});
