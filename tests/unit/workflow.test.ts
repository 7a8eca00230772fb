/** Who may take which step from where, cell by cell; and what the record says after each. */
import { type Kind, kindNames } from '@charterpress/shared/domain/kinds.ts';
import {
  type Account,
  type Asked,
  decide,
  openSteps,
  type Situation,
  type StepSaid,
} from '@charterpress/shared/domain/steps.ts';
import {
  afterPublication,
  afterRemoval,
  afterSave,
  afterWithdrawal,
  begun,
  movedOn,
  type State,
  type Step,
  states,
  steps,
  type WorkflowRecord,
} from '@charterpress/shared/domain/workflow.ts';
import { may, mayTake, type Role, roles } from '@charterpress/shared/roles.ts';
import { describe, expect, test } from 'vitest';

const writes = 'submit ask-amendments send-for-fact-check record-fact-check';
const signs = 'second-look mark-reviewed put-back';
const publishes = 'approve schedule unschedule publish correct emergency correct-note';

/** Written out a second time, in another way: by what a person is there for. */
const ofRole: Readonly<Record<Role, string>> = {
  administrator: 'ask-removal confirm-removal',
  editor: `${writes} ${signs} ask-removal`,
  publisher: `${writes} ${signs} ${publishes} withdraw redirect ask-removal confirm-removal`,
  translator: '',
  press: '',
};

const text = 'withdraw redirect second-look correct-note ask-removal confirm-removal mark-reviewed';
const ofState: Readonly<Record<State, string>> = {
  draft: `submit put-back correct emergency ${text}`,
  'in-review': `ask-amendments send-for-fact-check approve correct emergency ${text}`,
  'fact-check': `ask-amendments record-fact-check correct emergency ${text}`,
  approved: `submit ask-amendments schedule publish correct emergency ${text}`,
  scheduled: 'unschedule second-look correct-note ask-removal confirm-removal mark-reviewed',
  published: `put-back correct emergency ${text}`,
  withdrawn:
    'submit put-back emergency redirect second-look correct-note ask-removal confirm-removal mark-reviewed',
  removed: '',
  failed: `submit ask-amendments schedule unschedule publish correct emergency ${text}`,
};

const cells = roles.flatMap((role) =>
  states.flatMap((state) => steps.map((step) => ({ role, state, step }))),
);

describe.each(cells)('$role, $state, $step', ({ role, state, step }) => {
  const allowed =
    ofRole[role].split(' ').includes(step) && ofState[state].split(' ').includes(step);

  test(`is ${allowed ? 'allowed' : 'refused'}`, () => {
    expect(mayTake([role], step, { kind: 'guides', state })).toBe(allowed);
    const decision = decide(situation(state), asked(as(role), step));
    expect(decision.ok).toBe(allowed);
  });
});

test('what stands on every page is no editor’s to touch', () => {
  const editors = steps.filter((step) =>
    states.some((state) => mayTake(['editor'], step, { kind: 'settings', state })),
  );
  expect(editors).toEqual([]);
});

test('the screens offer what the table allows, and nothing else', () => {
  for (const { role, state } of cells) {
    const offered = openSteps(situation(state), as(role));
    const allowed = steps.filter((step) => mayTake([role], step, { kind: 'guides', state }));
    expect(new Set(offered)).toEqual(new Set(allowed));
  }
});

test.each(kindNames)('a refusal of the role comes before any other, in %s', (kind) => {
  const translator = as('translator', 'ewa@example.org', kind);
  const decision = decide(situation('removed'), { ...asked(translator, 'approve'), revision: 1 });
  expect(decision).toEqual({ ok: false, refused: 'role', step: 'approve' });
});

describe('four eyes', () => {
  const inReview: WorkflowRecord = {
    ...record('in-review'),
    editedBy: ['asha@example.org'],
    submitted: { by: 'tom@example.org', at, revision: 3, change: 'major', changeNote: 'Longer' },
  };

  test.each([
    ['who submitted', 'tom@example.org', false],
    ['who wrote last', 'asha@example.org', false],
    ['somebody else', 'ines@example.org', true],
  ])('%s may approve: %s is %s', (_who, email, allowed) => {
    const step = asked(as('publisher', email), 'approve');
    expect(decide({ ...situation('in-review'), record: inReview }, step)).toMatchObject(
      allowed ? { ok: true } : { ok: false, refused: 'same-person', step: 'approve' },
    );
  });

  test('who writes in it while it is reviewed cannot approve it', () => {
    const saved = afterSave(inReview, { by: 'ines@example.org', revision: 4, title: 'A guide' });
    const step = { ...asked(as('publisher', 'ines@example.org'), 'approve'), revision: 4 };
    const decision = decide({ ...situation('in-review'), record: saved }, step);
    expect(decision).toMatchObject({ refused: 'same-person' });
  });

  test('who submits vouches for what others wrote before, but for the last of them', () => {
    const draft = {
      ...record('draft'),
      editedBy: ['ines@example.org', 'asha@example.org', 'tom@example.org'],
    };
    const submitted = decide(
      { ...situation('draft'), record: draft },
      asked(as('editor', 'asha@example.org'), 'submit'),
    );
    expect(submitted).toMatchObject({ record: { editedBy: ['tom@example.org'] } });
  });

  test('who published alone does not sign the second look', () => {
    const waiting = situation('published');
    const alone = as('publisher', 'alone@example.org');
    expect(decide(waiting, asked(alone, 'second-look'))).toMatchObject({ refused: 'same-person' });
    const other = as('editor', 'other@example.org');
    expect(decide(waiting, asked(other, 'second-look'))).toMatchObject({
      record: { secondLook: null },
    });
  });
});

describe('a stale step', () => {
  test('is refused with both names and times', () => {
    const stale = { ...asked(as('publisher'), 'publish'), revision: 2, seen: { by: 'Asha', at } };
    expect(decide(situation('approved'), stale)).toEqual({
      ok: false,
      refused: 'stale',
      seen: { by: 'Asha', at },
      newer: { by: 'Tom', at: later },
    });
  });
});

describe('what a step says of the change', () => {
  const said = (step: StepSaid, live = true) =>
    decide(
      { ...situation('draft'), live: live ? { action: 'published', number: 1 } : null },
      { ...asked(as('publisher'), 'submit'), said: step },
    );

  test.each([
    ['nothing', null, null, 'change-unsaid'],
    ['major without a note', 'major', null, 'note-missing'],
    ['major with an empty note', 'major', '  ', 'note-missing'],
    ['safety without a note', 'safety', null, 'note-missing'],
    ['minor with a note', 'minor', 'A word', 'note-on-minor'],
  ] as const)('%s is refused from the second edition on', (_what, change, changeNote, problem) => {
    expect(said({ step: 'submit', change, changeNote })).toMatchObject({
      refused: 'said',
      problems: [{ problem }],
    });
  });

  test('nothing will do for the first edition', () => {
    expect(said({ step: 'submit', change: null, changeNote: null }, false)).toMatchObject({
      record: { submitted: { change: 'major', changeNote: null } },
    });
  });

  test('goes from the submission into the approval, and from there into the edition', () => {
    const changed = { change: 'safety', changeNote: 'The gate is closed.' } as const;
    const submitted = said({ step: 'submit', ...changed });
    const inReview = submitted.ok ? submitted.record : record('draft');
    const silent = { ...saidWith('approve'), change: null, changeNote: null } as never;
    const approved = decide(
      { ...situation('in-review'), record: inReview },
      { ...asked(as('publisher', 'other@example.org'), 'approve'), said: silent },
    );
    expect(approved).toMatchObject({ record: { state: 'approved', approval: changed } });
    const isApproved = approved.ok ? approved.record : record('draft');
    expect(
      decide({ ...situation('approved'), record: isApproved }, asked(as('publisher'), 'publish')),
    ).toMatchObject({ ok: true, changed });
  });
});

describe('what is not there', () => {
  const refusedOf = (step: Step, of: Partial<Situation>) =>
    decide({ ...situation('published'), ...of }, asked(as('publisher'), step));

  test.each(['withdraw', 'correct-note', 'correct'] as const)(
    'cannot be meant by: %s of a text that readers have no more',
    (step) => {
      const live = { action: 'withdrawn', number: 2 } as const;
      expect(refusedOf(step, { live })).toMatchObject({ refused: 'not-live' });
    },
  );

  test.each(['put-back', 'redirect'] as const)(
    'cannot be meant by: %s before the first edition',
    (step) => {
      expect(refusedOf(step, { live: null })).toMatchObject({ refused: 'not-live' });
    },
  );

  test.each(['publish', 'schedule'] as const)('is not approved, and: %s is refused', (step) => {
    const unapproved = { ...record('approved'), approval: null };
    expect(refusedOf(step, { record: unapproved })).toMatchObject({ refused: 'nothing-approved' });
  });

  test('is not signed for', () => {
    const signed = { ...record('published'), secondLook: null };
    expect(refusedOf('second-look', { record: signed })).toMatchObject({
      refused: 'nothing-to-sign',
    });
  });
});

describe('a correction', () => {
  const corrected = (kind: 'guides' | 'facts', said: object) =>
    decide(
      { ...situation('published'), record: { ...record('published'), kind } },
      { ...asked(as('publisher'), 'correct'), said: { ...saidWith('correct'), ...said } as never },
    );

  test('of a text is minor, whatever is said', () => {
    expect(corrected('guides', { change: null, changeNote: null })).toMatchObject({
      changed: { change: 'minor', changeNote: null },
    });
    expect(corrected('guides', { change: 'major', changeNote: 'New' })).toMatchObject({
      problems: [{ field: 'change', problem: 'only-minor' }],
    });
    expect(corrected('guides', { reason: 'fact-changed' })).toMatchObject({
      problems: [{ field: 'reason', problem: 'not-a-fact' }],
    });
  });

  test('of a fact may be something readers need to know', () => {
    const said = { reason: 'fact-changed', change: 'major', changeNote: 'A new number' };
    expect(corrected('facts', said)).toMatchObject({ ok: true, changed: { change: 'major' } });
  });

  test('mends only what readers have', () => {
    const never = { ...situation('draft'), live: null };
    expect(decide(never, asked(as('publisher'), 'correct'))).toMatchObject({ refused: 'not-live' });
  });
});

describe('a save', () => {
  test.each([
    ['draft', 'draft'],
    ['in-review', 'in-review'],
    ['fact-check', 'fact-check'],
    ['approved', 'approved'],
    ['scheduled', 'scheduled'],
    ['published', 'draft'],
    ['withdrawn', 'draft'],
    ['failed', 'failed'],
  ] as const)('makes of %s: %s', (before, after) => {
    const saved = afterSave(record(before), { by: 'x', revision: 4, title: 'T' });
    expect(saved).toMatchObject({ state: after, revision: 4, title: 'T' });
  });

  test('after the approval leaves the approval as it is, and says that the text moved on', () => {
    const approved = record('approved');
    const saved = afterSave(approved, { by: 'x', revision: 4, title: 'T' });
    expect(saved.approval).toEqual(approved.approval);
    expect([movedOn(approved), movedOn(saved)]).toEqual([false, true]);
  });
});

describe('what was approved goes live', () => {
  test('and a working copy that moved on is a draft, by those who wrote in it since', () => {
    const saved = afterSave(record('approved'), { by: 'x', revision: 4, title: 'T' });
    expect(afterPublication(saved, { revision: 3 })).toMatchObject({
      ...{ state: 'draft', approval: null, editedBy: ['x'] },
    });
    expect(afterPublication(record('approved'), { revision: 3 })).toMatchObject({
      ...{ state: 'published', approval: null, editedBy: [] },
    });
  });

  test('and a second look that was waiting goes on waiting', () => {
    expect(afterPublication(record('approved'), { revision: 3 }).secondLook).not.toBeNull();
  });
});

test('withdrawing ends whatever was under way', () => {
  expect(afterWithdrawal(record('approved'))).toMatchObject({
    ...{ state: 'withdrawn', approval: null, submitted: null },
  });
});

test('removal leaves no word of it', () => {
  const left = afterRemoval({ ...record('in-review'), title: 'Canary' });
  expect(left).toEqual({ ...begun({ ...left, title: '' }), state: 'removed' });
});

const at = '2026-05-03T13:02:00.000Z';
const later = '2026-05-03T13:10:00.000Z';

function as(role: Role, email = `${role}@example.org`, kind: Kind = 'guides'): Account {
  return { email, may: (action) => may([role], action, kind) };
}

/** In each state what there would be in it, and a second look that waits. */
function record(state: State): WorkflowRecord {
  const of = { kind: 'guides', document: 'd1', title: 'A guide', revision: 3 } as const;
  const isApproved = state === 'approved' || state === 'scheduled' || state === 'failed';
  const changed = { change: 'major', changeNote: 'Longer' } as const;
  return {
    ...begun(of),
    state,
    // So that "submit" has something to submit.
    revision: 3,
    approval: isApproved
      ? { version: 'v3', revision: 3, digest: 'd', by: 'z@example.org', at, ...changed }
      : null,
    secondLook: { as: 'emergency', reason: 'Fire', by: 'alone@example.org', at, sequence: 7 },
  };
}

function situation(state: State): Situation {
  const isAhead = state === 'approved' || state === 'failed';
  const whole = record(state);
  return {
    record: isAhead ? { ...whole, revision: 4 } : whole,
    live: { action: 'published', number: 1 },
    newest: { by: 'Tom', at: later },
  };
}

function asked(account: Account, step: Step): Asked {
  return { account, revision: null, seen: null, at, said: saidWith(step) };
}

function saidWith(step: Step): StepSaid {
  const everything = {
    ...{ change: 'major', changeNote: 'Longer', why: 'Say who', of: 'A nurse', answer: 'Right' },
    ...{ saidBy: 'A nurse', saidAt: at, version: 'v3', digest: 'd', bundle: 'b', nextReview: null },
  };
  const reason = step === 'correct' ? 'typing-error' : 'Fire';
  const minor = step === 'correct' ? { change: 'minor', changeNote: null } : {};
  return { ...everything, ...minor, reason, step } as never;
}
