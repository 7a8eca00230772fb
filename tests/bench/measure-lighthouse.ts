/**
 * Lighthouse for telephones over one page of each template, with the mark of the sample off (it keeps search engines away).
 * Here and not in `npm test`: what takes its time on a busy computer says nothing of a telephone. Lighthouse simulates the
 * telephone and its network from what the page asks for, so that a figure depends as little as can be on this computer.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import lighthouse, { type Config, type Result } from 'lighthouse';
import { oneEach } from '../a11y/templates.ts';
import { findBrowser } from '../support/browser.ts';
import { freePort } from '../support/free-port.ts';
import { sampleTrust } from '../support/sample-editions.ts';
import { serveSample } from '../support/served-sample.ts';
import { discard, median, progress } from './measure.ts';

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const SLOW_4G = { rttMs: 150, throughputKbps: 1_638.4, cpuSlowdownMultiplier: 4 };
const VERY_SLOW = { rttMs: 400, throughputKbps: 400, cpuSlowdownMultiplier: 4 };

/** These answer with an error, which costs points wherever it is right to answer so. */
const isError = /\/(404|410|500)\/?$/;
const only = process.argv[3];

const sample = await serveSample({ ...sampleTrust('kent'), sample: false });
const folder = mkdtempSync(path.join(tmpdir(), 'charterpress-lighthouse-'));
const port = await freePort();
const { args, path: program } = await findBrowser();
const chrome = spawn(
  program,
  [
    ...args,
    '--headless',
    `--remote-debugging-port=${port}`,
    `--user-data-dir=${folder}`,
    'about:blank',
  ],
  { stdio: 'ignore' },
);
await ready();

const paths = oneEach(sample.routes)
  .map((visit) => visit.path)
  .filter((at) => !isError.test(at) && (only === undefined || at.includes(only)));
for (const asset of [...sample.routes.keys()].filter((each) => /^\/(assets\/|robots)/.test(each))) {
  await sample.page(asset);
}
const fast: number[] = [];
const slow: number[] = [];
let below = 0;
for (const at of paths) {
  progress(at);
  // A release is made before anybody asks for it.
  const html = await sample.page(at);
  // What stands beside another page, and a file to save, are kept from search engines on purpose.
  const isHidden = html.includes('content="noindex"');
  const full = await look(at, SLOW_4G, categories, isHidden ? ['is-crawlable'] : []);
  const scores = categories.map((name) => Math.round(100 * (full.categories[name]?.score ?? 0)));
  const [lcp, cls] = [
    figure(full, 'largest-contentful-paint'),
    figure(full, 'cumulative-layout-shift'),
  ];
  const late = figure(await look(at, VERY_SLOW, ['performance']), 'largest-contentful-paint');
  fast.push(lcp);
  slow.push(late);
  const isGood =
    scores.every((score) => score === 100) && lcp <= 1_200 && late <= 3_000 && cls === 0;
  if (isGood) continue;
  below += 1;
  // At once: to look at them all takes a quarter of an hour.
  const figures = `${Math.round(lcp)} ms, ${Math.round(late)} ms, shift ${cls}`;
  say('not as promised', `${at} ${scores.join('/')} ${figures} ${missing(full)}`);
}
say('pages of templates', `${paths.length}, ${paths.length - below} as promised`);
say(
  'LCP on slow 4G, 4x CPU (median, worst)',
  `${Math.round(median(fast))} ms, ${Math.round(Math.max(...fast))} ms`,
);
say(
  'LCP at 400 kbps and 400 ms (median, worst)',
  `${Math.round(median(slow))} ms, ${Math.round(Math.max(...slow))} ms`,
);
chrome.kill();
await once(chrome, 'exit');
await sample.end();
discard(folder);

async function look(
  at: string,
  throttling: typeof SLOW_4G,
  onlyCategories: readonly string[],
  besides: readonly string[] = [],
): Promise<Result> {
  // It fetches robots.txt by way of the page, whose policy refuses that: `connect-src` is for nobody. Tests read the file.
  const skipAudits = ['robots-txt', ...besides];
  const settings = {
    skipAudits,
    onlyCategories: [...onlyCategories],
    throttling,
    throttlingMethod: 'simulate',
  };
  const config = { extends: 'lighthouse:default', settings } as Config;
  const made = await lighthouse(`${sample.address}${at}`, { port, output: 'json' }, config);
  if (made === undefined) throw new Error(`Lighthouse could not look at ${at}.`);
  return made.lhr;
}

function figure({ audits }: Result, name: string): number {
  return audits[name]?.numericValue ?? Number.POSITIVE_INFINITY;
}

/** The names of what cost points. */
function missing({ audits, categories: scored }: Result): string {
  const weighed = Object.values(scored).flatMap(({ auditRefs }) => auditRefs);
  const lost = weighed.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9);
  return lost.map(({ id }) => [id, audits[id]?.explanation ?? ''].join(' ').trim()).join('; ');
}

function say(what: string, result: string): void {
  console.log(`lighthouse | ${what.padEnd(44)} | ${result}`);
}

async function ready(): Promise<void> {
  for (let asked = 0; asked < 100; asked += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/json/version`).catch(() => null);
    if (answer?.ok) return;
    await setTimeout(200);
  }
  throw new Error(`${program} did not start. Look at why, or set CHROME_PATH.`);
}
