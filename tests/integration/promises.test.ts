/** Promises in the CMS: what was reported stays reported, whichever door a text comes through. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Account, type Cms, startCms } from '../support/cms.ts';
import { alone, noted } from '../support/staff.ts';
import { paragraph, principle } from '../support/texts.ts';

type Document = { readonly id: string; readonly revision: number };

let cms: Cms;
let publisher: Account;
let publishing: typeof import('../../cms/src/publishing/publish.ts');
let pledge: Document;

beforeAll(async () => {
  cms = await startCms();
  publisher = await cms.account('publisher');
  publishing = await import('../../cms/src/publishing/publish.ts');
  pledge = await create('pledges', {
    ...{ number: 1, promise: 'We will listen to you.', answerable: 'Director of services' },
    ...{ meaning: paragraph('We ask.'), ifNotKept: paragraph('Ring us.') },
  });
  await published('pledges', pledge.id);
});

async function create(collection: Kind, data: object): Promise<Document> {
  const asked = { collection, data, overrideAccess: true };
  return (await cms.payload.create(asked as never)) as never;
}

async function save(collection: Kind, id: string, data: object): Promise<Document> {
  const { revision } = await read(collection, id);
  const asked = { collection, id, data: { ...data, revision }, overrideAccess: true };
  return (await cms.payload.update(asked as never)) as never;
}

async function read(collection: Kind, id: string): Promise<Document> {
  return (await cms.payload.findByID({ collection, id, depth: 0, overrideAccess: true })) as never;
}

function enter(kind: Kind, document: string, version: Document) {
  return publishing.publish(cms.payload, {
    ...{ kind, document, language: 'en', version: version as never },
    ...{ change: 'major', changeNote: null, by: publisher.email },
  });
}

async function published(kind: Kind, id: string) {
  return enter(kind, id, await read(kind, id));
}

const to = (relationTo: Kind, { id }: Document) => ({ relationTo, value: id });
const report = (id: string, on: string, said = 'Two forums meet.') => ({
  ...{ id, on, said, status: 'on-track', evidence: [] },
});

let last = 0;
function anAction(more: object = {}): Promise<Document> {
  last += 1;
  return create('actions', {
    ...{ slug: `action-${last}`, title: 'Open a forum', pledge: to('pledges', pledge) },
    ...{ owner: 'Forums team', measure: 'Twelve forums', promisedOn: '2026-01-10' },
    ...{ due: '2026-03-31', reports: [report('a', '2026-02-01')], ...more },
  });
}

async function checksAt(kind: Kind, { id }: Document) {
  const answered = await cms.ask(publisher, 'GET', `/api/${kind}/${id}/checks`);
  const { save: told } = (await answered.json()) as {
    save: readonly { readonly field: string; readonly rule: string; readonly message: string }[];
  };
  return told.map(({ field, message, rule }) => [field, rule, message]);
}

describe('a report that was published', () => {
  test('is told at its field when somebody rewords it, and the text is not published', async () => {
    const action = await anAction();
    expect(await published('actions', action.id)).toMatchObject({ ok: true });
    const reworded = await save('actions', action.id, {
      reports: [report('a', '2026-02-01', 'All.')],
    });
    expect(await checksAt('actions', action)).toContainEqual([
      'reports.0.said',
      'report-changed',
      "Put the report of 1 February 2026 back as readers have it (see 'Report 1: What happened'), and add a new report below that says what is so.",
    ]);
    const body = { revision: reworded.revision, ...alone, ...noted };
    const answer = await cms.ask(publisher, 'POST', `/api/actions/${action.id}/publish`, body);
    expect(answer.status).toBe(422);
  });

  test('is followed by others, which are published with it', async () => {
    const action = await anAction();
    await published('actions', action.id);
    const more = [report('a', '2026-02-01'), report('b', '2026-03-01')];
    await save('actions', action.id, { reports: more });
    expect(await published('actions', action.id)).toMatchObject({ ok: true, value: { number: 2 } });
  });

  test('stays when two people publish at the same moment, and one of them did not have it', async () => {
    const action = await anAction();
    await published('actions', action.id);
    const ours = [report('a', '2026-02-01'), report('b', '2026-03-01')];
    const theirs = [report('a', '2026-02-01'), report('c', '2026-03-02')];
    const one = await save('actions', action.id, { reports: ours });
    const other = await save('actions', action.id, { reports: theirs });
    const done = await Promise.all([
      enter('actions', action.id, one),
      enter('actions', action.id, other),
    ]);
    expect(done.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(done.find(({ ok }) => !ok)).toMatchObject({
      refused: 'text',
      problems: [{ field: 'reports', problem: 'report-taken-out' }],
    });
  });

  test('stays through a time in which the page led elsewhere', async () => {
    const [action, other] = [await anAction(), await anAction()];
    await published('actions', action.id);
    await published('actions', other.id);
    const { enterRedirection } = await import('../../cms/src/publishing/redirect.ts');
    const { inLedger } = await import('../../cms/src/publishing/ledger.ts');
    const target = { kind: 'actions', document: other.id } as const;
    const of = { kind: 'actions', document: action.id, by: publisher.email } as const;
    await inLedger(cms.payload, (ledger) => enterRedirection(ledger, { ...of, to: target }));
    await save('actions', action.id, { reports: [] });
    expect(await published('actions', action.id)).toMatchObject({
      ok: false,
      problems: [{ problem: 'report-taken-out' }],
    });
  });
});

test('the form is told which reports have to stay', async () => {
  const action = await anAction();
  await published('actions', action.id);
  await save('actions', action.id, {
    reports: [report('a', '2026-02-01'), report('b', '2026-03-01')],
  });
  const answer = await cms.ask(publisher, 'GET', `/api/actions/${action.id}/status`);
  expect(await answer.json()).toMatchObject({ keptRows: ['a'] });
});

describe('what cannot be followed is told at its field', () => {
  test('a principle that has the number of another', async () => {
    await published('principles', (await create('principles', principle({ number: 3 }))).id);
    const other = await create('principles', principle({ number: 3, statement: 'Another' }));
    expect(await checksAt('principles', other)).toContainEqual([
      'number',
      'repeated',
      "Change '3' in 'Number': it is used already.",
    ]);
    expect(await published('principles', other.id)).toMatchObject({ ok: false, refused: 'text' });
  });

  test('an action that is due before it was promised', async () => {
    const action = await anAction({ due: '2026-01-09' });
    expect(await checksAt('actions', action)).toContainEqual([
      'due',
      'due-before-promised',
      "Enter a day in 'Due' that is not before 10 January 2026, the day on which it was promised.",
    ]);
    expect(await published('actions', action.id)).toMatchObject({ ok: false, refused: 'text' });
  });

  test('an outcome that is about nothing', async () => {
    const outcome = await create('outcomes', {
      ...{ slug: 'nothing', title: 'Words', asked: 'Why?', said: 'So.', because: 'We did.' },
      ...{ answer: 'did', changedOn: '2026-02-01' },
    });
    expect(await published('outcomes', outcome.id)).toMatchObject({
      problems: [{ field: 'pledges', problem: 'outcome-about-nothing' }],
    });
  });

  test('a consultation that is reported before anything came of it', async () => {
    const phase = {
      ...{ id: 'p', name: 'Parents', asks: 'parents', opens: '2026-01-01', closes: '2026-01-31' },
    };
    const asked = await create('consultations', {
      ...{ slug: 'spring', title: 'Spring', summary: 'We ask.', phases: [phase] },
    });
    expect(await published('consultations', asked.id)).toMatchObject({ ok: true });
    await save('consultations', asked.id, { reportedOn: '2026-02-10' });
    expect(await published('consultations', asked.id)).toMatchObject({
      problems: [{ field: 'reportedOn', problem: 'reported-without-outcomes' }],
    });
    const outcome = await create('outcomes', {
      ...{ slug: 'spring', title: 'Words', asked: 'Why?', said: 'So.', because: 'No money.' },
      ...{ answer: 'did-not', consultation: to('consultations', asked) },
    });
    expect(await published('outcomes', outcome.id)).toMatchObject({ ok: true });
    expect(await published('consultations', asked.id)).toMatchObject({ ok: true });
  });
});

describe('the progress report for a board', () => {
  const asked = (on: string, as: Account | null = publisher) =>
    cms.ask(as, 'GET', `/api/progress-report?on=${on}`);

  test('tells how each promise stood at the end of a day, and prints by itself', async () => {
    await published('charter', (await charter()).id);
    const action = await anAction({
      ...{ title: 'Ring <everybody> back', promisedOn: '2026-01-05' },
      reports: [report('a', '2026-02-01', 'We began.'), report('b', '2026-05-01', 'Nearly.')],
    });
    await published('actions', action.id);
    const page = await (await asked('2026-04-01')).text();
    expect(page).toContain('Progress on our promises at 1 April 2026');
    expect(page).toContain('Ring &lt;everybody&gt; back <span class="standing late">Late</span>');
    expect(page).toContain('31 March 2026, overdue');
    expect(page).toContain('We began.');
    expect(page).not.toContain('Nearly.');
    expect(page).not.toMatch(/<script|src=|https?:/);
    const earlier = await (await asked('2026-01-09')).text();
    expect(earlier).toContain('Ring &lt;everybody&gt; back <span class="standing not-started">');
  });

  test('is for staff, of days that have come', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const translator = await cms.account('translator', 'tomasz', ['pl']);
    const press = await cms.account('press', 'press-of-tests');
    expect((await asked(today, translator)).status).toBe(200);
    expect((await asked(today, press)).status).toBe(403);
    expect((await asked('2999-01-01')).status).toBe(422);
    expect((await asked('2026-02-30')).status).toBe(422);
  });

  async function charter(): Promise<Document> {
    return create('charter', {
      ...{ slug: 'charter', title: 'The charter', introduction: paragraph('We promise.') },
      ...{ status: 'adopted', pledges: [to('pledges', pledge)] },
    });
  }
});
