import { kindNames } from '@charterpress/shared/domain/kinds.ts';
import { typeOfKind } from '@charterpress/site/press/read-edition.ts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startPrepared } from '../support/prepared-system.ts';
import { runBeside } from '../support/run-beside.ts';
import { type Document, type Staff, signIn } from '../support/staff.ts';
import type { System } from '../support/system.ts';
import { paragraph } from '../support/texts.ts';

let system: System;
let publisher: Staff;
let lastNumber = 100;

beforeAll(async () => {
  system = await startPrepared();
  publisher = await signIn(system, 'publisher');
});
afterAll(() => system?.end());

type Written = { readonly document: Document; readonly words: string; readonly path: string };

async function write(): Promise<Written> {
  lastNumber += 1;
  const words = `Kept through every fault, number ${lastNumber}`;
  const meaning = paragraph('We plan with you, not for you.');
  const values = { number: lastNumber, statement: words, meaning, status: 'adopted' };
  const document = await publisher.create('principles', values);
  return { document, words, path: `/en/principles/${lastNumber}/` };
}

async function writeSome(count: number): Promise<readonly Written[]> {
  const written: Written[] = [];
  while (written.length < count) written.push(await write());
  return written;
}

function page(path: string): Promise<Response> {
  return fetch(`${system.siteUrl}${path}`, { redirect: 'manual' });
}

async function isServed({ path, words }: Written): Promise<boolean> {
  return (await (await page(path)).text()).includes(words);
}

function untilServed(written: Written): Promise<boolean> {
  return vi.waitUntil(() => isServed(written), { timeout: 40_000, interval: 100 });
}

/** As a loss of power would end it. Answers the number that it had. */
function kill(name: string): number | null {
  const pid = system.process(name);
  if (pid === null) throw new Error(`There is no ${name} to be killed.`);
  process.kill(pid, 'SIGKILL');
  return pid;
}

/** Waits until the supervisor has started another in its place and the CMS has its database. */
async function untilBack(name: string, killed: number | null): Promise<void> {
  const isAnother = () => ![null, killed].includes(system.process(name));
  await vi.waitUntil(isAnother, { timeout: 30_000, interval: 50 });
  await vi.waitUntil(cmsIsWell, { timeout: 60_000, interval: 100 });
}

async function cmsIsWell(): Promise<boolean> {
  const answer = await fetch(`${system.cmsUrl}/api/health`, {
    signal: AbortSignal.timeout(5000),
  }).catch(() => null);
  return answer?.ok === true;
}

/** The documents whose publication was acknowledged while something was killed. */
async function publishWhile(
  written: readonly Written[],
  fault: () => void,
): Promise<readonly Written[]> {
  const acknowledged: Written[] = [];
  const publications = written.map(async (each) => {
    await publisher.publish('principles', each.document);
    acknowledged.push(each);
    if (acknowledged.length === 3) fault();
  });
  await Promise.allSettled(publications);
  return acknowledged;
}

async function expectWholeFeed(): Promise<void> {
  const query = 'query($after: Int!) { Feed(after: $after, limit: 200) { head editions { ';
  const each = kindNames.map((kind) => `... on ${typeOfKind(kind)} { sequence }`).join(' ');
  const sequences: number[] = [];
  let head = 1;
  while (sequences.length < head) {
    const answer = await fetch(`${system.cmsUrl}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: `${query}${each} } } }`,
        variables: { after: sequences.length },
      }),
    });
    const { data } = (await answer.json()) as {
      data: { Feed: { head: number; editions: { sequence: number }[] } };
    };
    head = data.Feed.head;
    sequences.push(...data.Feed.editions.map(({ sequence }) => sequence));
  }
  expect(sequences).toEqual(sequences.map((_, at) => at + 1));
}

describe('when the database is killed', () => {
  it('the site goes on, and what was acknowledged right before is live once it is back', async () => {
    const written = await write();
    await publisher.publish('principles', written.document);
    const killed = kill('database');
    expect((await page('/en/')).status).toBe(200);
    await untilBack('database', killed);
    await untilServed(written);
    expect(system.said()).toContain('The database ended. Starting it again.');
  });

  it('in the middle of publications, no acknowledged one is lost and the feed has no gap', async () => {
    const written = await writeSome(12);
    let killed: number | null = null;
    const acknowledged = await publishWhile(written, () => {
      killed = kill('database');
    });
    await untilBack('database', killed);
    expect(acknowledged.length).toBeGreaterThanOrEqual(3);
    for (const each of acknowledged) await untilServed(each);
    await expectWholeFeed();
    const audit = await runBeside(system, 'cms/scripts/verify-audit.ts');
    expect(audit.said).toContain('The audit is whole');
  });
});

describe('when the CMS is killed', () => {
  it('the site goes on, and the CMS publishes again once it is back', async () => {
    const [before, after] = [await write(), await write()];
    await publisher.publish('principles', before.document);
    const killed = kill('CMS');
    expect((await page('/ur/principles/7/')).status).toBe(200);
    await untilBack('CMS', killed);
    await publisher.publish('principles', after.document);
    await Promise.all([untilServed(before), untilServed(after)]);
    await publisher.untilLive('principles', after.document);
  });
});

describe('when the press is killed', () => {
  it('in the middle of publications, the next one makes all of them live', async () => {
    const written = await writeSome(12);
    const killed: unknown[] = [];
    const acknowledged = await publishWhile(written, () => killed.push(kill('press')));
    expect(acknowledged).toHaveLength(12);
    expect(killed).toHaveLength(1);
    for (const each of written) await untilServed(each);
    for (const { document } of written) await publisher.untilLive('principles', document);
  });
});

describe('when the preview is killed', () => {
  it('publishing goes on and says that nobody looked at the pages beforehand', async () => {
    const written = await write();
    const killed = kill('preview');
    const { candidate } = await publisher.publish('principles', written.document);
    expect(candidate).toBe('unchecked');
    await untilServed(written);
    await untilBack('preview', killed);
  });
});

describe('when all but the site is dead', () => {
  let last: Written;

  beforeAll(async () => {
    last = await write();
    await publisher.publish('principles', last.document);
    for (const name of ['npm start', 'press', 'preview', 'CMS', 'database']) kill(name);
  });

  it('it serves pages, files and 404s by itself', async () => {
    const home = await page('/en/');
    const [style] = /\/_astro\/[^"]+\.css/.exec(await home.text()) ?? [];
    const paths = ['/', '/ur/charter/', '/en/sitemap.xml', String(style), '/en/no-such-page/'];
    const answers = await Promise.all(paths.map(page));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 404]);
    expect(await cmsIsWell()).toBe(false);
  });

  it('the next start ends what was left behind, and has everything that was acknowledged', async () => {
    await system.stop();
    await system.startAgain();
    expect(system.said()).toContain('Stopping the site that an earlier npm start left behind');
    await untilServed(last);
    await expectWholeFeed();
  });
});

describe('typed a second time', () => {
  it('npm start says where the first one runs, and leaves it alone', async () => {
    const second = await runBeside(system, 'cms/scripts/start.ts');
    expect(second.code).toBe(0);
    expect(second.said).toContain(`as process ${system.process('npm start')}`);
    expect(second.said).toContain(system.environment().SITE_URL);
    expect((await page('/en/')).status).toBe(200);
    expect(await cmsIsWell()).toBe(true);
  });
});
