/** Publishes whenever the CMS nudges, and every few seconds in case it did not. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Address } from './env.ts';
import { hasKey } from './key.ts';
import { confirmLive, type LiveOptions } from './live.ts';
import type { PdfMaker } from './pdfs.ts';
import type { Press, Publication } from './press.ts';
import { tellsStanding } from './standing.ts';

export type WatchOptions = LiveOptions & {
  readonly pressAddress: Address;
  readonly everyMs?: number;
  /** `null` where nobody makes PDFs of booklets. */
  readonly pdfs: PdfMaker | null;
  readonly say: (line: string) => void;
};

export type Watch = { readonly stop: () => Promise<void> };

const EVERY_MS = 3_000;
/** Between releases of booklets: long enough for whoever publishes to come first. */
const SOON_MS = 300;

/** Resolves when it listens. */
export async function watch(press: Press, options: WatchOptions): Promise<Watch> {
  const { everyMs = EVERY_MS } = options;
  let wake = () => {};
  let isNudged = true;
  let isStopped = false;
  let last: Publication | null = null;
  let trouble: readonly string[] = [];
  const tellStanding = tellsStanding(options);
  const server = createServer(answer);
  await listen(server, options.pressAddress);
  const done = run();

  return {
    stop: async () => {
      isStopped = true;
      wake();
      await done;
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  async function run(): Promise<void> {
    while (!isStopped) {
      isNudged = false;
      await once();
      if (!isNudged && !isStopped) await sleep(last?.hasBooklets ? SOON_MS : everyMs);
    }
  }

  async function once(): Promise<void> {
    try {
      await options.pdfs?.keep();
      const made = await press.publish();
      last = made;
      if (!made.isUnchanged) options.say(sentence(made));
      tell([...(await confirmLive(press, options)), ...(await troubleOfPdfs())]);
      if (!isNudged) await press.tidy();
      if (made.hasMore) isNudged = true;
      if (!isNudged && !made.hasBooklets) options.pdfs?.begin(wake);
    } catch (error) {
      tell([error instanceof Error ? error.message : String(error)]);
    }
  }

  async function troubleOfPdfs(): Promise<readonly string[]> {
    const { pdfs } = options;
    return pdfs === null ? [] : [...pdfs.trouble(), ...(await tellStanding(pdfs.failed()))];
  }

  /** Says trouble once, not every few seconds. */
  function tell(problems: readonly string[]): void {
    for (const problem of problems) if (!trouble.includes(problem)) options.say(problem);
    if (trouble.length > 0 && problems.length === 0) options.say('The press works again.');
    trouble = problems;
  }

  async function sleep(forMs: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      wake = resolve;
      timer = setTimeout(resolve, forMs);
    });
    clearTimeout(timer);
  }

  function answer(request: IncomingMessage, response: ServerResponse): void {
    request.resume();
    const asked = `${request.method} ${request.url}`;
    if (asked === 'GET /status') sendStatus(response);
    else if (asked !== 'POST /nudge') response.writeHead(404).end();
    else if (!hasKey(request, options.pressKey)) response.writeHead(401).end();
    else {
      isNudged = true;
      wake();
      response.writeHead(202).end();
    }
  }

  function sendStatus(response: ServerResponse): void {
    const status = { serves: press.folders.current(), last, trouble };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(status));
  }
}

export function sentence(made: Publication): string {
  const failed = made.failed.map(({ path, sequence, why }) =>
    path === ''
      ? `Edition ${sequence} is set aside: ${why}`
      : `${path} is not as it should be, and keeps its last good text if it had one: ${why}`,
  );
  return [
    `Release ${made.release}: ${made.changed} files changed, ${made.removed} pages removed, everything up to edition ${made.upTo}.`,
    ...failed,
    ...(made.weighs === null ? [] : [made.weighs]),
  ].join('\n');
}

async function listen(server: Server, { host, port }: Address): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}
