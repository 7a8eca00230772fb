import { daysAfter } from '@charterpress/shared/domain/london-time.ts';
import {
  type ConsultationDays,
  consultationStanding,
  consultationTurns,
  dueSoon,
  phaseTurns,
  stageOn,
} from '@charterpress/shared/domain/taking-part/consultation-phase.ts';
import { reachedBy, standing } from '@charterpress/shared/domain/taking-part/turns.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const spring = { opens: '2026-03-02', closes: '2026-03-20' };
const summer = { opens: '2026-06-01', closes: '2026-07-10' };
const both: ConsultationDays = {
  phases: [spring, summer],
  reportsBy: '2026-09-30',
  reportedOn: null,
};
const stageAt = (moment: string, consultation: ConsultationDays = both) =>
  consultationStanding(consultation, reachedBy(new Date(moment))).is;

describe('a consultation with two phases', () => {
  test.each([
    ['the day before it opens', '2026-03-01T12:00:00Z', 'coming'],
    ['the last moment before its first day', '2026-03-01T23:59:59.999Z', 'coming'],
    ['the first moment of its first day', '2026-03-02T00:00:00Z', 'open'],
    ['its closing day, late in the evening', '2026-03-20T23:59:59.999Z', 'open'],
    ['the midnight after its closing day', '2026-03-21T00:00:00Z', 'between'],
    ['the gap between its phases', '2026-05-01T12:00:00Z', 'between'],
    // The clocks went forward: the first of June begins at 23:00 UTC.
    ['the first moment of its second phase', '2026-05-31T23:00:00Z', 'open'],
    ['the last moment of its last day', '2026-07-10T22:59:59.999Z', 'open'],
    ['the midnight after its last day', '2026-07-10T23:00:00Z', 'reporting'],
    ['the day by which answers are promised', '2026-09-30T22:59:59.999Z', 'reporting'],
    ['the day after that', '2026-09-30T23:00:00Z', 'late'],
  ])('on %s is %s', (_, moment, stage) => {
    expect(stageAt(moment)).toBe(stage);
  });

  test('is reported from the day people were told, however late', () => {
    const told = { ...both, reportedOn: '2026-11-02' };
    expect(stageAt('2026-11-01T23:59:59Z', told)).toBe('late');
    expect(stageAt('2026-11-02T00:00:00Z', told)).toBe('reported');
  });

  test('is only closed where nobody said when the answers come', () => {
    expect(stageAt('2030-01-01T00:00:00Z', { ...both, reportsBy: null })).toBe('closed');
  });
});

test('a phase of one day is open all that day, whichever way the clocks change in it', () => {
  const [forward, back] = ['2026-03-29', '2026-10-25'].map((day) =>
    phaseTurns({ opens: day, closes: day }),
  );
  const at = (turns: typeof forward, moment: string) =>
    standing(turns ?? [], reachedBy(new Date(moment))).is;
  expect(at(forward, '2026-03-29T00:00:00Z')).toBe('open');
  expect(at(forward, '2026-03-29T22:59:59Z')).toBe('open');
  expect(at(forward, '2026-03-29T23:00:00Z')).toBe('over');
  expect(at(back, '2026-10-24T23:00:00Z')).toBe('open');
  expect(at(back, '2026-10-25T23:59:59Z')).toBe('open');
  expect(at(back, '2026-10-26T00:00:00Z')).toBe('over');
});

test('a page asks for what comes next, and for nothing after it', () => {
  const asked: string[] = [];
  consultationStanding(both, (when) => {
    asked.push(when);
    return when <= '2026-04-01';
  });
  expect(asked).toEqual(['2026-03-02', '2026-03-21', '2026-06-01']);
});

describe('staff are told a fortnight before', () => {
  test.each([
    ['2026-02-15', []],
    ['2026-02-16', [{ what: 'opens', day: '2026-03-02' }]],
    ['2026-03-02', []],
    ['2026-03-06', [{ what: 'closes', day: '2026-03-20' }]],
    ['2026-03-20', [{ what: 'closes', day: '2026-03-20' }]],
    ['2026-09-29', [{ what: 'answer', day: '2026-09-30' }]],
    ['2026-12-01', [{ what: 'answerLate', day: '2026-09-30' }]],
  ])('on %s of %j', (today, due) => {
    expect(dueSoon(both, today)).toEqual(due);
  });

  test('and of nothing any more once people were told', () => {
    expect(dueSoon({ ...both, reportedOn: '2026-11-01' }, '2026-12-01')).toEqual([]);
  });
});

const day = fc.integer({ min: 0, max: 800 }).map((days) => daysAfter('2026-01-01', days));
const phase = fc
  .tuple(day, fc.integer({ min: 0, max: 60 }))
  .map(([opens, days]) => ({ opens, closes: daysAfter(opens, days) }));
const anyConsultation = fc.record({
  phases: fc.array(phase, { maxLength: 5 }),
  reportsBy: fc.option(day),
  reportedOn: fc.option(day),
});

test('it is known until when what is so stays so', () => {
  const reached = reachedBy(new Date('2026-03-10T12:00:00Z'));
  expect(consultationStanding(both, reached)).toEqual({
    ...{ is: 'open', from: '2026-03-02', next: '2026-03-21' },
  });
  const over = reachedBy(new Date('2027-01-01T12:00:00Z'));
  expect(consultationStanding(both, over).next).toBeNull();
});

describe('of any consultation', () => {
  test('the stage changes on its turns and on no other day', () => {
    fc.assert(
      fc.property(anyConsultation, day, (consultation, today) => {
        const turns = consultationTurns(consultation);
        const reached = (when: string) => when <= today;
        expect(standing(turns, reached).is).toBe(stageOn(today, consultation));
        const yesterday = stageOn(daysAfter(today, -1), consultation);
        const isTurn = turns.some(({ from }) => from === today);
        expect(isTurn).toBe(yesterday !== stageOn(today, consultation));
      }),
      { numRuns: 400 },
    );
  });

  test('the turns are in order, and each is another stage', () => {
    fc.assert(
      fc.property(anyConsultation, (consultation) => {
        const turns = consultationTurns(consultation);
        const days = turns.slice(1).map(({ from }) => from);
        expect(days).toEqual([...new Set(days)].sort());
        expect(turns.every(({ is }, at) => is !== turns[at - 1]?.is)).toBe(true);
      }),
    );
  });

  test('it is open on exactly the days of its phases until it is reported', () => {
    fc.assert(
      fc.property(anyConsultation, day, (consultation, today) => {
        const isOpen = consultation.phases.some((one) => one.opens <= today && today <= one.closes);
        const isTold = consultation.reportedOn !== null && consultation.reportedOn <= today;
        expect(stageOn(today, consultation) === 'open').toBe(isOpen && !isTold);
      }),
    );
  });
});
