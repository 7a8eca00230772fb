import { beforeAll, describe, expect, test } from 'vitest';
import { type Approved, type Desk, desk, sound } from '../support/approved.ts';
import { type Cms, startCms } from '../support/cms.ts';

let cms: Cms;
let staff: Desk;
let reminders: typeof import('../../cms/src/reviews/reminders.ts');

beforeAll(async () => {
  cms = await startCms();
  staff = await desk(cms);
  reminders = await import('../../cms/src/reviews/reminders.ts');
});

async function published(statement: string): Promise<Approved> {
  const document = await staff.approved(statement);
  await sound(await staff.step(staff.publisher, document, 'publish'));
  return document;
}

function plan(document: Approved, said: object, as = staff.editor): Promise<Response> {
  return cms.ask(as, 'POST', `/api/principles/${document.document}/review`, said);
}

/** A document whose next review is on a day that may be over: nobody can say so, time alone brings it. */
async function reviewOn(document: Approved, nextReview: string, owner: string): Promise<void> {
  await sound(await plan(document, { owner, nextReview: '2099-01-01' }));
  await cms.payload.db.collections.workflow?.updateOne(
    { document: document.document },
    { $set: { nextReview } },
  );
}

async function mails(to: string): Promise<readonly string[]> {
  const { docs } = await cms.payload.find({
    collection: 'messages' as never,
    where: { what: { equals: 'review-due' }, to: { equals: to } },
    sort: 'at',
    overrideAccess: true,
  });
  return (docs as unknown as { note: string }[]).map(({ note }) => note);
}

async function audit({ document }: Approved): Promise<readonly string[]> {
  const { docs } = await cms.payload.find({
    collection: 'audit-events' as never,
    where: { document: { equals: document } },
    sort: '-position',
    limit: 1,
    overrideAccess: true,
  });
  return (docs as unknown as { did: string }[]).map(({ did }) => did);
}

const noon = (day: string) => new Date(`${day}T12:00:00Z`);

describe('a review', () => {
  test('is planned with an owner who has no account, and the audit says so', async () => {
    const document = await published('Planned');
    const said = { owner: 'parenting.team@example.org', nextReview: '2099-01-01' };
    await sound(await plan(document, said));
    expect(await staff.workflow(document)).toMatchObject(said);
    expect(await audit(document)).toEqual(['planned a review']);
  });

  test.each([
    [{ owner: 'the team' }, 'Enter one e-mail address'],
    [{ nextReview: '2026-02-30' }, 'in the calendar'],
    [{ nextReview: '2026-01-01' }, 'still to come'],
  ])('is not planned with %o', async (said, words) => {
    const document = await published('Wrongly planned');
    const answer = await plan(document, said);
    expect(answer.status).toBe(422);
    expect(((await answer.json()) as { messages: string[] }).messages[0]).toContain(words);
  });

  test('is not planned by a translator', async () => {
    const document = await published('Not theirs');
    const translator = await cms.account('translator');
    expect((await plan(document, { owner: 'me@example.org' }, translator)).status).toBe(403);
  });

  test('with nothing to change is recorded, and readers see no new date', async () => {
    const document = await published('As good as ever');
    await sound(await plan(document, { owner: 'team@example.org' }));
    const { newestEdition } = await import('../../cms/src/publishing/stored.ts');
    const edition = () =>
      newestEdition(cms, {
        kind: 'principles',
        document: document.document,
        language: 'en',
      });
    const before = await edition();
    await sound(await staff.step(staff.editor, document, 'mark-reviewed'));
    const inAYear = new Date();
    inAYear.setUTCFullYear(inAYear.getUTCFullYear() + 1);
    expect(await staff.workflow(document)).toMatchObject({
      state: 'published',
      owner: 'team@example.org',
      lastReviewed: expect.stringMatching(/^\d{4}-/),
      nextReview: expect.stringMatching(new RegExp(`^${inAYear.getUTCFullYear()}-`)),
    });
    expect(await edition()).toEqual(before);
    expect(await audit(document)).toEqual(['reviewed, nothing to change']);
  });
});

describe('the mails about a review', () => {
  test('are one each, a month before, on the day and a fortnight after', async () => {
    const document = await published('Read me again');
    await reviewOn(document, '2090-06-15', 'owner@example.org');
    const other = await cms.another('a second worker');
    const days = [
      '2090-05-15',
      '2090-05-16',
      '2090-05-17',
      '2090-06-15',
      '2090-06-29',
      '2090-08-01',
    ];
    for (const day of days) {
      await Promise.all([
        reminders.sendReviewReminders(cms.payload, noon(day)),
        reminders.sendReviewReminders(other, noon(day)),
      ]);
      await reminders.sendReviewReminders(cms.payload, noon(day));
    }
    expect(await mails('owner@example.org')).toEqual([
      'It is to be read again by 15 June 2090.',
      'It is to be read again today, 15 June 2090.',
      'It was to be read again by 15 June 2090, two weeks ago.',
    ]);
  });

  test('are not sent about a draft that nobody reads', async () => {
    const draft = await staff.written('Not out yet');
    await reviewOn(draft, '2090-06-15', 'drafts@example.org');
    await reminders.sendReviewReminders(cms.payload, noon('2090-06-15'));
    expect(await mails('drafts@example.org')).toEqual([]);
  });
});

describe('what is overdue', () => {
  test('is listed for staff, the longest overdue first', async () => {
    const [long, short] = [await published('Long overdue'), await published('Overdue')];
    await reviewOn(short, '2026-02-01', 'team@example.org');
    await reviewOn(long, '2026-01-01', 'team@example.org');
    const answer = await sound(await cms.ask(staff.editor, 'GET', '/api/reviews'));
    const { overdue } = answer as { overdue: { document: string; standing: { days: number } }[] };
    expect(overdue.map(({ document }) => document).slice(0, 2)).toEqual([
      long.document,
      short.document,
    ]);
  });

  test('comes as CSV, and no cell of it is run as a formula', async () => {
    const document = await published('Formula');
    await reviewOn(document, '2026-03-01', '=cmd@example.org');
    const answer = await cms.ask(staff.editor, 'GET', '/api/reviews.csv');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const csv = await answer.text();
    expect(csv).toContain('Document,Kind,Owner,Last reviewed,Next review,Days overdue');
    expect(csv).toContain(",'=cmd@example.org,");
  });

  test('is shown to nobody who is not staff', async () => {
    const press = await cms.account('press');
    const asked = ['/api/reviews', '/api/reviews.csv', '/api/facts-to-confirm'];
    const answers = await Promise.all(asked.map((path) => cms.ask(press, 'GET', path)));
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
  });
});

describe('facts', () => {
  test('that expired or are about to are listed, the longest expired first', async () => {
    const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    await aFact('Expired line', '2026-01-31');
    await aFact('Expiring line', soon);
    await aFact('Good line', '2099-01-01');
    await aFact('Lasting line', null);
    const answer = await sound(await cms.ask(staff.editor, 'GET', '/api/facts-to-confirm'));
    const { facts } = answer as { facts: { label: string; standing: { state: string } }[] };
    expect(facts.map(({ label, standing }) => [label, standing.state])).toEqual([
      ['Expired line', 'expired'],
      ['Expiring line', 'expiring'],
    ]);
  });
});

/** Published while it was good: what has expired is not published any more, and time alone brings it. */
async function aFact(label: string, expires: string | null): Promise<void> {
  const { publish } = await import('../../cms/src/publishing/publish.ts');
  const slug = label.toLowerCase().replaceAll(' ', '-');
  const version = await cms.payload.create({
    collection: 'facts',
    data: {
      type: 'contact',
      label,
      slug,
      telephone: '01632 960123',
      expires: '2099-01-01',
    } as never,
    overrideAccess: true,
  });
  const done = await publish(cms.payload, {
    kind: 'facts',
    document: String(version.id),
    language: 'en',
    version: version as never,
    change: 'major',
    changeNote: null,
    by: 'a program',
  });
  expect(done).toMatchObject({ ok: true });
  const newest = { document: String(version.id) };
  await cms.payload.db.collections['fact-editions']?.updateOne(newest, {
    $set: { 'content.expires': expires },
  });
}
