import type { AuditEvent } from '@charterpress/shared/domain/audit.ts';
import { historyOf } from '@charterpress/shared/domain/history.ts';
import { describe, expect, test } from 'vitest';

const save = (revision: number, by: string, at: string) => ({ revision, by, at: moment(at) });
const act = (did: string, at: string) => ({ did, by: 'tom@example.org', at: moment(at) });
const moment = (at: string) => `2026-05-03T${at}:00.000Z`;

describe('the history of a document', () => {
  test('tells acts and saves in one row, newest first', () => {
    const lines = historyOf([act('published', '10:00') as AuditEvent], [save(1, 'Asha', '09:00')]);
    expect(lines.map(({ line }) => line)).toEqual(['act', 'saves']);
  });

  test('gathers the saves of one person with nothing between', () => {
    const saves = [save(1, 'Asha', '09:00'), save(2, 'Asha', '09:10'), save(3, 'Asha', '09:20')];
    expect(historyOf([], saves)).toEqual([
      { line: 'saves', by: 'Asha', times: 3, revision: 3, at: moment('09:20') },
    ]);
  });

  test('keeps the saves of two people apart, and those before and after an act', () => {
    const saves = [
      save(1, 'Asha', '09:00'),
      save(2, 'Tom', '09:10'),
      save(3, 'Asha', '09:20'),
      save(4, 'Asha', '11:00'),
    ];
    const lines = historyOf([act('published', '10:00') as AuditEvent], saves);
    const said = lines.map((each) => (each.line === 'act' ? each.event.did : each.by));
    expect(said).toEqual(['Asha', 'published', 'Asha', 'Tom', 'Asha']);
  });
});
