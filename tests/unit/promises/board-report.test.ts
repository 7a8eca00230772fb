import type { ContentOfKind } from '@charterpress/shared/domain/kinds.ts';
import {
  boardReport,
  type Dated,
  type Published,
} from '@charterpress/shared/domain/promises/board-report.ts';
import type { Standing } from '@charterpress/shared/domain/promises/standing.ts';
import { describe, expect, test } from 'vitest';

const to = (document: string) => ({ kind: 'pledges', document });
const at = (day: string) => `${day}T12:00:00.000Z`;
const whole = { isWithdrawn: false };

const report = (id: string, on: string, status: Standing) => ({
  ...{ id, on, status, said: `${id} was said.`, evidence: [] },
});

function action(more: Partial<ContentOfKind<'actions'>> = {}): ContentOfKind<'actions'> {
  return {
    ...{ title: 'A forum in every district', pledge: to('one'), principles: [], measure: 'Twelve' },
    ...{ owner: 'Forums team', promisedOn: '2026-01-10', due: '2026-03-31', reports: [], ...more },
  };
}

const edition = (
  document: string,
  day: string,
  content: ContentOfKind<'actions'> | null,
): Dated<'actions'> => ({ document, publishedAt: at(day), content, ...whole });

function published(...actions: readonly Dated<'actions'>[]): Published {
  const pledge = (document: string, number: number): Dated<'pledges'> => ({
    ...{ document, publishedAt: at('2026-01-05'), ...whole },
    content: {
      ...{ number, promise: `Promise ${number}`, meaning: [], answerable: 'Director' },
      ...{ ifNotKept: [], drawing: null, principles: [], guides: [] },
    },
  });
  const charter: ContentOfKind<'charter'> = {
    ...{ title: 'The charter', introduction: [], version: null, status: 'adopted' },
    ...{ adoptedOn: null, inForceFrom: null, inForceTo: null, replaces: null },
    pledges: [to('one'), to('two')],
  };
  return {
    charter: [{ document: 'charter', publishedAt: at('2026-01-05'), content: charter, ...whole }],
    pledges: [pledge('one', 1), pledge('two', 2)],
    actions,
    outcomes: [],
  };
}

describe('the report for a board', () => {
  const begun = action({ reports: [report('a', '2026-02-01', 'on-track')] });
  const moved = action({
    due: '2026-12-31',
    reports: [report('a', '2026-02-01', 'on-track'), report('b', '2026-05-01', 'done')],
  });
  const history = published(
    edition('forums', '2026-02-02', begun),
    edition('forums', '2026-06-01', moved),
  );
  const standingOn = (day: string) => boardReport(day, history).pledges[0]?.standing;

  test('counts every promise of the charter, those without an action too', () => {
    const { counts, pledges } = boardReport('2026-03-01', history);
    expect(counts).toEqual({ 'on-track': 1, late: 0, done: 0, 'not-started': 0, none: 1 });
    expect(pledges.map(({ number, standing }) => [number, standing])).toEqual([
      [1, 'on-track'],
      [2, null],
    ]);
  });

  test('tells what was late on a day as late, though its day was moved since', () => {
    expect(standingOn('2026-04-01')).toBe('late');
    expect(boardReport('2026-04-01', history).pledges[0]?.actions[0]).toMatchObject({
      isOverdue: true,
      action: { due: '2026-03-31' },
    });
    expect(standingOn('2026-06-01')).toBe('done');
  });

  test('goes by the day that a report speaks of, and says when readers had it later', () => {
    const { pledges } = boardReport('2026-05-02', history);
    expect(pledges[0]?.standing).toBe('done');
    expect(pledges[0]?.actions[0]?.reports.map(({ id, publishedOn }) => [id, publishedOn])).toEqual(
      [
        ['a', null],
        ['b', '2026-06-01'],
      ],
    );
  });

  test('tells of an action that was promised before anything of it was published', () => {
    expect(standingOn('2026-01-09')).toBe(null);
    expect(standingOn('2026-01-10')).toBe('not-started');
  });

  test('leaves out what was removed or withdrawn by that day', () => {
    const gone = published(
      edition('forums', '2026-02-02', begun),
      edition('forums', '2026-03-01', null),
    );
    expect(boardReport('2026-02-28', gone).pledges[0]?.actions).toHaveLength(1);
    expect(boardReport('2026-03-01', gone).pledges[0]?.actions).toEqual([]);
  });

  test('keeps actions of promises that are not in the charter apart', () => {
    const other = published(edition('old', '2026-02-02', action({ pledge: to('nine') })));
    expect(boardReport('2026-03-01', other).others).toHaveLength(1);
  });
});
