/** The press alone: feed read, full render, publication to live, memory. */
import type { AddressInfo } from 'node:net';
import { planEverything } from '@charterpress/site/press/plan.ts';
import { openPress } from '@charterpress/site/press/press.ts';
import { renderRoute } from '@charterpress/site/press/render.ts';
import { serveReleases } from '@charterpress/site/press/serve.ts';
import { bundle, logo, SITE } from '../support/press-at-work.ts';
import { sampleTrust } from '../support/sample-editions.ts';
import { inLanguages, TWELVE } from './generate.ts';
import {
  discard,
  folder,
  median,
  peakMemory,
  progress,
  report,
  seconds,
  startFeed,
} from './measure.ts';

const documents = Number(process.argv[2]);
const PUBLICATIONS = 15;
const dataDir = folder();
const feed = await startFeed(documents);
const trust = inLanguages(sampleTrust('kent'), TWELVE);
const pages = await bundle();
let pulledAt = 0;
const press = await openPress({
  ...{ dataDir, trust, logo, siteUrl: SITE, cmsUrl: feed.url, pressKey: null, bundle: pages },
  onStep: (step) => {
    if (step === 'pulled') pulledAt = performance.now();
  },
});

progress('reading the feed, then making the whole site');
const startedAt = performance.now();
const { failed } = await press.publish();
const madeIn = (performance.now() - pulledAt) / 1000;
const readIn = (pulledAt - startedAt) / 1000;
const count = press.ledger.pageCount();
report(documents, 'feed read, checked and stored', `${readIn.toFixed(1)} s`);
report(
  documents,
  'rendered, checked, compressed, written, live',
  `${count} pages, ${madeIn.toFixed(1)} s, ${Math.round(count / madeIn)} pages/s`,
);
for (const { path: page, why } of failed.slice(0, 3)) console.error(`${page}: ${why}`);
report(documents, 'pages that failed', String(failed.length));
report(documents, 'memory of the press after that, at most', peakMemory());

progress('rendering alone');
let alone = 0;
const aloneIn = await seconds(async () => {
  for (const { route } of planEverything(press.store, press.ledger).render) {
    await renderRoute(pages, route, { site: SITE, content: press.store.content });
    alone += 1;
  }
});
report(documents, 'rendering alone, on one core', `${Math.round(alone / aloneIn)} pages/s`);

progress('making the next folder ahead, then publishing');
await untilReady();
const { releases } = press.folders;
const server = serveReleases({ releases, siteUrl: SITE, trust });
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const times: number[] = [];
let rendered = 0;
for (let number = 1; number <= PUBLICATIONS; number += 1) {
  const edited = await fetch(`${feed.url}/edit`, { method: 'POST', body: String(number) });
  const { path: address, says } = (await edited.json()) as { path: string; says: string };
  times.push(
    await seconds(async () => {
      ({ rendered } = await press.publish());
      const page = await (await fetch(site + address)).text();
      if (!page.includes(says)) throw new Error(`${site}${address} does not say "${says}".`);
    }),
  );
  await untilReady();
}
report(
  documents,
  'feed has it -> new bytes served (median, worst)',
  `${median(times).toFixed(2)} s, ${Math.max(...times).toFixed(2)} s, ${rendered} pages each`,
);
report(documents, 'memory of the press in all, at most', peakMemory());

/** As it is when people publish one after the other: nobody waits for a folder. */
async function untilReady(): Promise<void> {
  for (;;) {
    await press.tidy();
    if (press.folders.hasSpare(press.ledger.newestRelease()?.number ?? 0)) return;
    await press.folders.ahead.done();
  }
}

server.closeAllConnections();
server.close();
await press.close();
feed.end();
discard(dataDir);
