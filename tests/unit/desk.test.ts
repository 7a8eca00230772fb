import { isOverdue, type Looker, waitingFor } from '@charterpress/shared/domain/desk.ts';
import { begun, type WorkflowRecord } from '@charterpress/shared/domain/workflow.ts';
import { may, type Role } from '@charterpress/shared/roles.ts';
import { describe, expect, test } from 'vitest';

const at = '2026-05-03T09:00:00.000Z';
const asha = 'asha@example.org';
const tom = 'tom@example.org';

function guide(said: Partial<WorkflowRecord>): WorkflowRecord {
  const fresh = begun({ kind: 'guides', document: 'g1', title: 'Playgroups', revision: 3 });
  return { ...fresh, ...said };
}

function looker(email: string, role: Role): Looker {
  return { email, may: (action, kind) => may([role], action, kind) };
}

const wanted = (who: Looker, record: WorkflowRecord) =>
  waitingFor(who, [record]).map((each) => each.wanted);

const submitted = { by: asha, at, revision: 3, change: null, changeNote: null };

describe('what waits for somebody', () => {
  test('is a text to approve, for a publisher who did not write it', () => {
    const record = guide({ state: 'in-review', submitted, editedBy: [asha] });
    expect(wanted(looker(tom, 'publisher'), record)).toEqual(['approve']);
    expect(wanted(looker(asha, 'publisher'), record)).toEqual([]);
    expect(wanted(looker(tom, 'editor'), record)).toEqual([]);
  });

  test('is amendments, for whoever wrote last', () => {
    const amendments = { by: tom, at, why: 'Too long.' };
    const record = guide({ amendments, editedBy: ['somebody@example.org', asha] });
    expect(wanted(looker(asha, 'editor'), record)).toEqual(['amend']);
    expect(wanted(looker('somebody@example.org', 'editor'), record)).toEqual([]);
  });

  test.each(['approved', 'failed'] as const)('is a text that is %s, for a publisher', (state) => {
    expect(wanted(looker(tom, 'publisher'), guide({ state }))).toEqual(['publish']);
    expect(wanted(looker(asha, 'editor'), guide({ state }))).toEqual([]);
  });

  test('is the answer to a fact check, for whoever asked', () => {
    const factCheck = {
      ...{ askedBy: asha, askedAt: at, of: 'The school', revision: 3 },
      ...{ answer: null, saidBy: null, saidAt: null, recordedBy: null },
    };
    const record = guide({ state: 'fact-check', factCheck });
    expect(wanted(looker(asha, 'editor'), record)).toEqual(['record-fact-check']);
    expect(wanted(looker(tom, 'publisher'), record)).toEqual([]);
  });

  test('is a second look, for everybody who writes but the one who was alone', () => {
    const secondLook = { as: 'emergency', reason: 'A flood', by: tom, at, sequence: 9 } as const;
    const record = guide({ state: 'published', secondLook });
    expect(wanted(looker(asha, 'editor'), record)).toEqual(['second-look']);
    expect(wanted(looker(tom, 'publisher'), record)).toEqual([]);
    expect(wanted(looker('ewa@example.org', 'translator'), record)).toEqual([]);
  });
});

describe('a review', () => {
  test('is overdue from its day on', () => {
    const record = guide({ nextReview: '2026-05-03' });
    expect([isOverdue(record, '2026-05-02'), isOverdue(record, '2026-05-03')]).toEqual([
      false,
      true,
    ]);
  });

  test('of what was removed is nobody’s', () => {
    expect(isOverdue(guide({ nextReview: '2020-01-01', state: 'removed' }), '2026-05-03')).toBe(
      false,
    );
  });
});
