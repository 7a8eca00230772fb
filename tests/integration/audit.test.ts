import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Account, type Cms, startCms } from '../support/cms.ts';
import { alone } from '../support/staff.ts';
import { principle } from '../support/texts.ts';

let cms: Cms;
let publisher: Account;
let brokenLink: typeof import('../../cms/src/publishing/audit.ts').brokenLink;

beforeAll(async () => {
  cms = await startCms();
  publisher = await cms.account('publisher');
  ({ brokenLink } = await import('../../cms/src/publishing/audit.ts'));
  await publishPrinciple(1);
  await publishPrinciple(2);
  await publishPrinciple(3);
});

async function publishPrinciple(number: number): Promise<void> {
  const data = principle({ number }) as never;
  const saved = await cms.payload.create({ collection: 'principles', data, overrideAccess: true });
  const { id, revision } = saved as never as { id: string; revision: number };
  await cms.ask(publisher, 'POST', `/api/principles/${id}/publish`, { revision, ...alone });
}

function events() {
  return cms.payload.db.connection.collection('audit-events');
}

/** Each test breaks a copy of its own. */
let whole: Record<string, unknown>[] | undefined;

beforeEach(async () => {
  whole ??= await events().find().toArray();
  await events().deleteMany({});
  await events().insertMany(whole);
});

describe('the audit', () => {
  test('says who published what, with the digest and without the text', async () => {
    expect(await events().findOne({ position: 1 })).toMatchObject({
      ...{ by: publisher.email, did: 'published in an emergency' },
      ...{ kind: 'principles', language: 'en', sequence: 1 },
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(JSON.stringify(whole)).not.toContain('Parents are partners');
  });

  test('is whole as it was written', async () => {
    expect(await brokenLink(cms.payload)).toBeNull();
  });

  test('takes no reason that the database would keep otherwise than it was hashed', async () => {
    const { docs } = await cms.payload.find({ collection: 'principles', overrideAccess: true });
    const path = `/api/principles/${docs[0]?.id}/removal`;
    const answer = await cms.ask(publisher, 'POST', path, { reason: 'half a character: \ud83d' });
    expect([answer.status, await brokenLink(cms.payload)]).toEqual([400, null]);
  });

  test('shows an event that was changed', async () => {
    await events().updateOne({ position: 2 }, { $set: { by: 'somebody.else@example.org' } });
    expect(await brokenLink(cms.payload)).toBe(2);
  });

  test('shows an event that was taken out', async () => {
    await events().deleteOne({ position: 2 });
    expect(await brokenLink(cms.payload)).toBe(2);
  });

  test('shows that the last event was taken off', async () => {
    await events().deleteOne({ position: 3 });
    expect(await brokenLink(cms.payload)).toBe(3);
  });

  test('is read by an administrator and by nobody else', async () => {
    const asked = [
      await cms.account('administrator'),
      publisher,
      await cms.account('editor'),
      null,
    ];
    const answers = await Promise.all(asked.map((as) => cms.ask(as, 'GET', '/api/audit-events')));
    expect(answers.map(({ status }) => status)).toEqual([200, 403, 403, 403]);
  });

  test('is verified by a script that names the broken event and fails', async () => {
    await events().updateOne({ position: 2 }, { $set: { by: 'somebody.else@example.org' } });
    const verified = promisify(execFile)(process.execPath, ['cms/scripts/verify-audit.ts'], {
      env: process.env,
    });
    await expect(verified).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /The audit is broken at event 2 of 3.*\nEvent 2 says: .*, somebody.else@example.org published in an emergency principles\//,
      ),
    });
  });

  test('is verified by a script that says so when an event is gone', async () => {
    await events().deleteOne({ position: 2 });
    const verified = promisify(execFile)(process.execPath, ['cms/scripts/verify-audit.ts'], {
      env: process.env,
    });
    await expect(verified).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('There is no event 2.'),
    });
  });

  test('is verified by a script that says so when it is whole', async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['cms/scripts/verify-audit.ts'],
      { env: process.env },
    );
    expect(stdout).toContain('The audit is whole: 3 events.');
  });
});
