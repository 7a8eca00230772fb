/** Whatever people save and whichever steps they take, in any order: nothing is live that only one person has seen. */
import {
  type Account,
  decide,
  openSteps,
  type Situation,
  type StepSaid,
} from '@charterpress/shared/domain/steps.ts';
import {
  afterPublication,
  afterSave,
  afterWithdrawal,
  begun,
  type Step,
  steps,
  type WorkflowRecord,
} from '@charterpress/shared/domain/workflow.ts';
import { may, type Role } from '@charterpress/shared/roles.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const staff: Readonly<Record<string, Role>> = {
  'asha@example.org': 'editor',
  'tom@example.org': 'publisher',
  'ines@example.org': 'publisher',
  'ewa@example.org': 'translator',
};

const person = fc.constantFrom(...Object.keys(staff));
/** Saves, steps that lead on as the screens offer them, and whatever else. */
const act = fc.oneof(
  { weight: 2, arbitrary: fc.record({ by: person, does: fc.constant('save' as const) }) },
  { weight: 6, arbitrary: fc.record({ by: person, does: fc.nat(50) }) },
  {
    weight: 1,
    arbitrary: fc.record({ by: person, does: fc.constantFrom(...steps), isStale: fc.boolean() }),
  },
);
type Act = {
  readonly by: string;
  /** A number is one of the steps that are offered to this person at that moment. */
  readonly does: Step | 'save' | number;
  readonly isStale?: boolean;
};

/** What happened, kept beside the record and not by its rules. */
type World = {
  readonly record: WorkflowRecord;
  /** Who saved each revision, the first at 1. */
  readonly savedBy: readonly string[];
  /** Of each revision, who submitted and who approved it last. */
  readonly submittedBy: Readonly<Record<number, string>>;
  readonly approvedBy: Readonly<Record<number, string>>;
  readonly live: Situation['live'];
  readonly shown: Shown | null;
};

/** The revision that readers have, and who put it there alone and who has signed that, if somebody was alone. */
type Shown = {
  readonly revision: number;
  /** As it was when it went live: the same text may be submitted again afterwards. */
  readonly approver: string | undefined;
  readonly submitter: string | undefined;
  readonly alone: { readonly by: string; readonly signedBy: string | null } | null;
};

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

describe(`whatever is done (seed ${seed})`, () => {
  test('what is live was approved by somebody other than who wrote it last and who submitted it, or waits for a second look', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 60 }), (acts) => {
        let world = start();
        for (const each of acts) {
          world = next(world, each);
          expect(faultIn(world), JSON.stringify(each)).toBeNull();
        }
      }),
      { seed, numRuns: 3000 },
    );
  });

  test('sequences such as these do go live, both ways, and are signed', () => {
    const reached = new Set<string>();
    for (const acts of fc.sample(fc.array(act, { maxLength: 60 }), { numRuns: 3000, seed: 4711 })) {
      let world = start();
      for (const each of acts) {
        const before = world;
        world = next(world, each);
        if (world.shown !== before.shown)
          reached.add(world.shown?.alone === null ? 'approved' : 'alone');
        if (before.record.secondLook !== null && world.record.secondLook === null) {
          reached.add('signed');
        }
      }
    }
    expect([...reached].sort()).toEqual(['alone', 'approved', 'signed']);
  });

  test('what the screens offer is not refused, and what they do not offer is', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), person, (acts, email) => {
        const world = acts.reduce(next, start());
        const offered = openSteps(situation(world), account(email));
        const taken = steps.filter(
          (step) => decided(world, { by: email, does: step, isStale: false }).ok,
        );
        expect(new Set(offered)).toEqual(new Set(taken));
      }),
      { seed, numRuns: 1000 },
    );
  });
});

function start(): World {
  const of = { kind: 'guides', document: 'd', title: '', revision: 1 } as const;
  const record = { ...begun(of), editedBy: ['asha@example.org'] };
  return {
    ...{ record, live: null, shown: null, submittedBy: {}, approvedBy: {} },
    savedBy: ['', 'asha@example.org'],
  };
}

function next(world: World, { by, does, isStale = false }: Act): World {
  if (does === 'save') return saved(world, by);
  if (typeof does !== 'number') return taken(world, { by, does, isStale });
  const offered = openSteps(situation(world), account(by)).filter((step) => leadsOn.includes(step));
  const step = offered[does % offered.length];
  return step === undefined ? world : taken(world, { by, does: step, isStale });
}

/** The others are as good as none here, and would make the way to readers a rare one. */
const leadsOn: readonly Step[] = [
  ...(['submit', 'ask-amendments', 'approve', 'publish', 'emergency'] as const),
  ...(['second-look', 'withdraw', 'put-back'] as const),
];

type Taking = { readonly by: string; readonly does: Step; readonly isStale: boolean };

function taken(world: World, { by, does, isStale }: Taking): World {
  const decision = decided(world, { by, does, isStale });
  if (!decision.ok) return world;
  const { record } = decision;
  const { revision } = record;
  switch (does) {
    case 'submit':
      return { ...world, record, submittedBy: { ...world.submittedBy, [revision]: by } };
    case 'approve':
      return { ...world, record, approvedBy: { ...world.approvedBy, [revision]: by } };
    case 'publish':
      return shows(
        { ...world, record },
        { revision: Number(record.approval?.revision), alone: null },
      );
    case 'correct':
    case 'emergency':
      return shows({ ...world, record }, { revision, alone: { by, signedBy: null } });
    case 'second-look': {
      const { shown } = world;
      const alone = shown?.alone ?? null;
      if (shown === null || alone === null) return { ...world, record };
      return { ...world, record, shown: { ...shown, alone: { ...alone, signedBy: by } } };
    }
    case 'withdraw':
    case 'redirect': {
      const action = does === 'withdraw' ? ('withdrawn' as const) : ('redirected' as const);
      return { ...world, record: afterWithdrawal(record), live: { action, number: 1 } };
    }
    case 'put-back':
      return saved({ ...world, record }, by);
    default:
      return { ...world, record };
  }
}

function shows(world: World, { alone, revision }: Pick<Shown, 'alone' | 'revision'>): World {
  const [approver, submitter] = [world.approvedBy[revision], world.submittedBy[revision]];
  const shown = { revision, alone, approver, submitter };
  const live = { action: 'published', number: 1 } as const;
  return { ...world, record: afterPublication(world.record, shown), shown, live };
}

function saved(world: World, by: string): World {
  if (!may([staff[by] as Role], 'write', 'guides')) return world;
  const revision = world.record.revision + 1;
  const record = afterSave(world.record, { by, revision, title: '' });
  return { ...world, record, savedBy: [...world.savedBy, by] };
}

/** What is wrong with what readers have; `null` when nothing is. */
function faultIn({ record, savedBy, shown }: World): string | null {
  if (shown === null) return null;
  const { alone, approver, revision, submitter } = shown;
  if (alone !== null) {
    if (alone.signedBy === null && record.secondLook === null) return 'nobody is asked to look';
    return alone.signedBy === alone.by ? 'who published it alone signed it' : null;
  }
  if (approver === undefined) return 'nobody approved it';
  if (approver === savedBy[revision]) return 'who wrote it last approved it';
  return approver === submitter ? 'who submitted it approved it' : null;
}

function decided(world: World, { by, does, isStale }: Taking) {
  const { revision } = world.record;
  return decide(situation(world), {
    ...{ account: account(by), seen: null, at: '2026-05-03T12:00:00.000Z' },
    revision: isStale ? revision - 1 : revision,
    said: said(does, revision),
  });
}

function situation({ live: shown, record }: World): Situation {
  return { record, live: shown, newest: { by: 'Somebody', at: '2026-05-03T12:00:00.000Z' } };
}

function account(email: string): Account {
  return { email, may: (action) => may([staff[email] as Role], action, 'guides') };
}

function said(step: Step, revision: number): StepSaid {
  const everything = {
    ...{ change: 'minor', changeNote: null, why: 'w', of: 'o', answer: 'a', saidBy: 's' },
    ...{ saidAt: '2026-05-03', version: `v${revision}`, digest: `d${revision}`, bundle: 'b' },
    nextReview: null,
  };
  return { ...everything, reason: step === 'correct' ? 'typing-error' : 'Fire', step } as never;
}
