/**
 * From the publisher's 200 to the new words on the served page: everything as `npm start` runs it (MongoDB, CMS, press,
 * preview, site server), with generated editions in every language beside the few guides that are published here.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { alone, noted } from '../support/staff.ts';
import type { System } from '../support/system.ts';
import { text, tree } from '../support/texts.ts';
import { fill, untilPressed } from './filled.ts';
import { generate, TWELVE } from './generate.ts';
import { median, ninetyFifth, progress, report } from './measure.ts';
import { withSystem } from './trust-of-twelve.ts';

const documents = Number(process.argv[2]);
const isLarge = documents > 1_000;
const PUBLICATIONS = isLarge ? 12 : 30;

await withSystem(measure);

async function measure(system: System): Promise<void> {
  const ask = await signIn(system, 'publisher');
  progress('everything runs; writing the guides that are published');
  const guides: Guide[] = [];
  for (let number = 1; number <= PUBLICATIONS; number += 1) guides.push(await write(ask, number));
  const ids = new Map(guides.map(({ id, number }) => [`guides-${number}`, id]));
  const head = await fill(system, generate(documents, TWELVE), { ids });
  progress(`${head} editions are in; the press makes the whole site`);
  await untilPressed(system, head);
  progress(`publishing ${guides.length} times`);
  const times: number[] = [];
  for (const guide of guides) {
    // Of many pages a young press makes its next folder for longer than the two seconds that follow.
    if (isLarge) await untilAhead(system);
    times.push(await publish(system, ask, guide));
    // As long as the press makes its next folder ahead, as between two publications of people.
    await pause(2_000);
  }
  report(
    documents,
    'the CMS’s 200 -> new bytes served (median, 95th)',
    `${median(times).toFixed(2)} s, ${ninetyFifth(times).toFixed(2)} s`,
  );
}

async function untilAhead({ dataDir }: System): Promise<void> {
  const names = () => readdirSync(path.join(dataDir, 'releases'));
  while (names().includes('.making') || !names().some((name) => /^\.(spare|stock)-/.test(name))) {
    await pause(100);
  }
}

type Ask = (method: string, at: string, body?: unknown) => Promise<unknown>;
type Guide = { readonly id: string; readonly number: number; readonly revision: number };

async function signIn(system: System, name: string): Promise<Ask> {
  const send = async (method: string, at: string, body: unknown, headers: object = {}) => {
    const answer = await fetch(`${system.cmsUrl}/api/${at}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${at} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  const account = { email: `${name}@example.org`, password: system.password(name) };
  const { token } = (await send('POST', 'users/login', account)) as { token: string };
  return (method, at, body) => send(method, at, body, { authorization: `JWT ${token}` });
}

async function write(ask: Ask, number: number): Promise<Guide> {
  const sentence = 'A worker in your area listens first and tells you what there is nearby';
  const paragraphs = Array.from({ length: 40 }, (_, at) => ({
    ...{ type: 'paragraph', version: 1 },
    children: [text(`${sentence} (${number}.${at}).`)],
  }));
  const { doc } = (await ask('POST', 'guides?depth=0', {
    title: `Guide ${number}`,
    slug: `guide-${number}`,
    summary: 'What it is, for whom, and how to get it.',
    audience: 'parents',
    parts: [{ slug: 'what-it-is', title: 'What it is', body: tree(paragraphs) }],
  })) as { doc: { id: string; revision: number } };
  return { id: doc.id, number, revision: doc.revision };
}

/** Seconds from the answer of the CMS to the first sight of the new words. */
async function publish(system: System, ask: Ask, { id, number, revision }: Guide): Promise<number> {
  const said = `Said at ${new Date().toISOString()}`;
  const { doc } = (await ask('PATCH', `guides/${id}?depth=0`, { summary: said, revision })) as {
    doc: { revision: number };
  };
  await ask('POST', `guides/${id}/publish`, { revision: doc.revision, ...alone, ...noted });
  const start = performance.now();
  for (;;) {
    const page = await fetch(`${system.siteUrl}/en/guides/guide-${number}/`);
    if ((await page.text()).includes(said)) return (performance.now() - start) / 1000;
    if (performance.now() - start > 30_000) throw new Error(`guide-${number} never went live.`);
    await pause(5);
  }
}
