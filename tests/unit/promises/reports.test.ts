import { reportsKept } from '@charterpress/shared/domain/promises/reports.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inContent } from '../../support/checked.ts';

const report = (id: string, on: string, said = 'We began.') => ({
  ...{ id, on, said, status: 'on-track' as const },
  evidence: [],
});
const spring = report('a', '2026-03-01');
const summer = report('b', '2026-07-01');
const autumn = report('c', '2026-10-01');

describe('the reports of an action that readers have', () => {
  test('are free to be written until they are published', () => {
    expect(reportsKept(null, { reports: [spring] })).toEqual([]);
  });

  test('may be followed by another', () => {
    expect(reportsKept({ reports: [spring] }, { reports: [spring, summer] })).toEqual([]);
  });

  test('cannot be reworded', () => {
    const better = { ...spring, said: 'We finished.' };
    expect(reportsKept({ reports: [spring] }, { reports: [better] })).toEqual([
      { field: 'reports.0.said', problem: 'report-changed', day: '2026-03-01' },
    ]);
  });

  test('cannot be taken out', () => {
    expect(reportsKept({ reports: [spring, summer] }, { reports: [summer] })).toMatchObject([
      { field: 'reports', problem: 'report-taken-out', day: '2026-03-01' },
    ]);
  });

  test('cannot change places, nor have another put before them', () => {
    const told = { problem: 'report-moved' };
    const published = { reports: [spring, summer] };
    expect(reportsKept(published, { reports: [summer, spring] })[0]).toMatchObject(told);
    expect(reportsKept(published, { reports: [spring, autumn, summer] })).toEqual([
      { field: 'reports.2.on', problem: 'report-moved', day: '2026-07-01' },
    ]);
  });

  test('are nothing that the checks ask anybody to put right', () => {
    const gone = { kind: 'evidence', document: 'survey' };
    const cites = { ...spring, evidence: [gone] };
    const world = { known: { 'evidence/survey': { standing: 'removed' as const } } };
    const action = { reports: [cites] };
    expect(inContent('actions', action, world)).toMatchObject([{ problem: 'refers-to-removed' }]);
    expect(inContent('actions', action, { ...world, published: action })).toEqual([]);
  });
});

const day = fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01');
const reports = fc.uniqueArray(
  fc.record({ id: fc.nat({ max: 20 }).map(String), on: day, said: fc.string() }),
  { selector: ({ id }) => id, maxLength: 6 },
);

describe('whatever was reported', () => {
  test('adding below is always taken', () => {
    fc.assert(
      fc.property(reports, fc.nat({ max: 6 }), (all, published) => {
        expect(reportsKept({ reports: all.slice(0, published) }, { reports: all })).toEqual([]);
      }),
    );
  });

  test('what is taken begins with all that was published, word for word', () => {
    fc.assert(
      fc.property(reports, reports, (before, after) => {
        const isTaken = reportsKept({ reports: before }, { reports: after }).length === 0;
        const begins = JSON.stringify(after.slice(0, before.length)) === JSON.stringify(before);
        expect(isTaken).toBe(begins);
      }),
    );
  });
});
