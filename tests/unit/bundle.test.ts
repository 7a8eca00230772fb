import {
  type Asked,
  type Bundle,
  dueAt,
  embargoOn,
  inOrder,
  isOpen,
  type Known,
  mayPlan,
  overtaken,
  plan,
} from '@charterpress/shared/domain/bundle.ts';
import { describe, expect, test } from 'vitest';

const pledge = { kind: 'pledges', document: 'p3', language: 'en', revision: 4 } as const;
const guide = { kind: 'guides', document: 'g1', language: 'en', revision: 1 } as const;
const polish = { ...pledge, language: 'pl', revision: null } as const;

const asked: Asked = {
  title: 'Family hubs open',
  goesLive: { wall: '2026-12-01T09:00' },
  items: [pledge, guide],
};
const known: Known = { now: '2026-11-22T10:00:00.000Z', approved: [pledge, guide], waiting: [] };

describe('a bundle', () => {
  test('waits for its moment when each of its documents was approved', () => {
    expect(plan(asked, known)).toEqual({ ok: true, goesLiveAt: '2026-12-01T09:00:00.000Z' });
  });

  test('needs a title', () => {
    expect(plan({ ...asked, title: '  ' }, known)).toEqual({
      ok: false,
      problems: [{ field: 'title', problem: 'empty' }],
    });
  });

  test('needs a document', () => {
    expect(plan({ ...asked, items: [] }, known)).toEqual({
      ok: false,
      problems: [{ field: 'items', problem: 'empty' }],
    });
  });

  test('cannot go live in the past', () => {
    expect(plan({ ...asked, goesLive: { wall: '2026-11-22T10:00' } }, known)).toEqual({
      ok: false,
      problems: [{ field: 'goesLive', problem: 'past' }],
    });
  });

  test('cannot go live at a time that never comes, and is offered the next', () => {
    expect(plan({ ...asked, goesLive: { wall: '2027-03-28T01:30' } }, known)).toEqual({
      ok: false,
      problems: [{ field: 'goesLive', problem: 'never-comes', next: '2027-03-28T02:00' }],
    });
  });

  test('asks which, at a time that comes twice', () => {
    expect(plan({ ...asked, goesLive: { wall: '2027-10-31T01:30' } }, known)).toEqual({
      ok: false,
      problems: [{ field: 'goesLive', problem: 'comes-twice' }],
    });
  });

  test('holds nothing that was not approved', () => {
    expect(plan(asked, { ...known, approved: [guide] })).toEqual({
      ok: false,
      problems: [{ field: 'items', problem: 'not-approved', item: 0 }],
    });
  });

  test('holds no text that was approved again after it was seen', () => {
    const anew = { ...known, approved: [{ ...pledge, revision: 5 }, guide] };
    expect(plan(asked, anew)).toEqual({
      ok: false,
      problems: [{ field: 'items', problem: 'approved-anew', item: 0 }],
    });
  });

  test('holds nothing twice', () => {
    expect(plan({ ...asked, items: [pledge, guide, pledge] }, known)).toEqual({
      ok: false,
      problems: [{ field: 'items', problem: 'named-twice', item: 2 }],
    });
  });

  test('holds nothing that waits in another', () => {
    const waiting = [{ title: 'Spring term', items: [guide] }];
    expect(plan(asked, { ...known, waiting })).toEqual({
      ok: false,
      problems: [{ field: 'items', problem: 'waits-elsewhere', item: 1, bundle: 'Spring term' }],
    });
  });

  test('may hold one language of a document while another holds the other', () => {
    const waiting = [{ title: 'Spring term', items: [polish] }];
    expect(plan(asked, { ...known, waiting }).ok).toBe(true);
  });

  test('says everything that stands in its way at once', () => {
    const nothing = plan({ title: '', goesLive: { wall: '' }, items: [] }, known);
    expect(nothing).toMatchObject({ problems: { length: 3 } });
  });
});

describe('who may plan it', () => {
  test('is a publisher, and nobody else', () => {
    const roles = ['administrator', 'editor', 'publisher', 'translator', 'press'] as const;
    expect(roles.filter((role) => mayPlan([role], [pledge, guide]))).toEqual(['publisher']);
  });

  test('can change and cancel it while it waits and after it failed', () => {
    const states = ['waiting', 'failed', 'live', 'cancelled'] as const;
    expect(states.map(isOpen)).toEqual([true, true, false, false]);
  });
});

describe('its moment', () => {
  const goesLiveAt = '2026-12-01T09:00:00.000Z';

  test.each([
    ['2026-12-01T08:59:59.999Z', 'not-yet'],
    ['2026-12-01T09:00:00.000Z', 'due'],
    ['2026-12-01T09:05:00.000Z', 'due'],
    ['2026-12-01T09:05:00.001Z', 'missed'],
    ['2026-12-08T09:00:00.000Z', 'missed'],
  ])('at %s is %s', (now, due) => {
    expect(dueAt(goesLiveAt, new Date(now))).toBe(due);
  });
});

describe('its embargo', () => {
  const bundle: Pick<Bundle, 'state'> & { items: (typeof pledge)[] } = {
    state: 'waiting',
    items: [pledge],
  };

  test('holds each of its texts', () => {
    expect(embargoOn(pledge, [bundle])).toBe(bundle);
  });

  test('holds no other text, another language of the same document included', () => {
    expect([embargoOn(guide, [bundle]), embargoOn(polish, [bundle])]).toEqual([null, null]);
  });

  test.each(['cancelled', 'live', 'failed'] as const)('ends when it is %s', (state) => {
    expect(embargoOn(pledge, [{ ...bundle, state }])).toBeNull();
  });
});

test('a text is overtaken by an edition that came after it was pinned', () => {
  const items = [
    { ...pledge, after: 2 },
    { ...guide, after: 0 },
  ];
  const newest = { p3: 3, g1: 0 };
  expect(overtaken(items, ({ document }) => newest[document])).toEqual([items[0]]);
});

test('English is entered before the translations made from it', () => {
  expect(inOrder([polish, guide, pledge], 'en')).toEqual([guide, pledge, polish]);
});
