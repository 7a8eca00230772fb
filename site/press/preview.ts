/**
 * Renders pages over what is live, with editions that are not published: for staff who want to see them first, and for
 * the CMS, so that nothing goes into the feed that the press could not show. `node site/press/preview.ts`.
 */
import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import type { Edition } from '@charterpress/shared/domain/edition.ts';
import { routesOfDocument } from '../src/content/routes.ts';
import { openStore, type Store, type StoreOptions } from '../src/content/store.ts';
import { jsonBody } from './body.ts';
import type { Bundle } from './bundle.ts';
import { withCandidate } from './candidate.ts';
import { checkAt } from './checks.ts';
import { hasKey } from './key.ts';
import { sendPreview } from './preview-pages.ts';
import { reachOf } from './reach.ts';
import { readEdition, typeOfKind } from './read-edition.ts';
import { renderRoute } from './render.ts';

const LIMIT_BYTES = 2 * 1024 * 1024;

export type PreviewOptions = Omit<StoreOptions, 'readOnly'> & {
  readonly bundle: Bundle;
  readonly pressKey: string | null;
  /** Where drafts come from, and the only place that may frame what is shown of them. */
  readonly cmsUrl: string;
  /** How long a question about the reach of a change may take. */
  readonly patienceMs?: number;
};

type Answer = {
  readonly pages: readonly { readonly path: string; readonly bytes: number }[];
  readonly problems: readonly { readonly path: string; readonly why: string }[];
};

export function servePreview(options: PreviewOptions): Server {
  return createServer((request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('X-Robots-Tag', 'noindex, nofollow');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    answer(request, response).catch(() => send(response, 500, { problems: [] }));
  });

  /** What the CMS asks, of an edition that is not published, over what is live. */
  function doorAt(asked: string): typeof candidate | null {
    if (asked === 'POST /candidates') return candidate;
    return asked === 'POST /reach' ? reach : null;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'GET' || request.method === 'HEAD') {
      return sendPreview({ ...options, live }, request, response);
    }
    const over = doorAt(`${request.method} ${request.url}`);
    if (over === null) {
      return send(response, 404, { message: 'Ask POST /candidates or POST /reach.' });
    }
    if (!hasKey(request, options.pressKey)) {
      return send(response, 401, { message: 'Send the key of the press.' });
    }
    const body = (await jsonBody(request, LIMIT_BYTES)) as { edition?: Edition } | null;
    const { kind, ...fields } = body?.edition ?? ({} as Partial<Edition>);
    const read = readEdition({ ...fields, __typename: kind && typeOfKind(kind) });
    if (!read.ok) return send(response, 422, { problems: [{ path: '', why: read.why }] });
    const base = live();
    try {
      await over(base, read.edition, response);
    } finally {
      base.close();
    }
  }

  /** Whether its pages can be made, and how much they weigh. */
  async function candidate(base: Store, edition: Edition, response: ServerResponse): Promise<void> {
    const { pages, problems } = await renderedOver(base, edition);
    send(response, problems.length > 0 ? 422 : 200, problems.length > 0 ? { problems } : { pages });
  }

  async function reach(base: Store, edition: Edition, response: ServerResponse): Promise<void> {
    send(response, 200, await reachOf(base, edition, options));
  }

  async function renderedOver(base: Store, edition: Edition): Promise<Answer> {
    const { bundle, site } = options;
    const content = (record: (key: string) => void) => withCandidate(base.content(record), edition);
    const pages: { path: string; bytes: number }[] = [];
    const problems: { path: string; why: string }[] = [];
    for (const route of routesOfDocument(
      content(() => {}),
      edition,
    )) {
      const render = await renderRoute(bundle, route, { site, content });
      const wrong = render.ok
        ? checkAt(route.path, () => render.bytes.toString(), site).problems
        : [render.why];
      if (wrong.length > 0) problems.push({ path: route.path, why: wrong.join(' ') });
      else if (render.ok) pages.push({ path: route.path, bytes: render.bytes.length });
    }
    return { pages, problems };
  }

  /** Opened for each candidate, since the press goes on. Before the first publication it stands alone. */
  function live(): Store {
    const isLive = existsSync(options.file);
    return openStore(isLive ? { ...options, readOnly: true } : { ...options, file: ':memory:' });
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}

if (import.meta.main) {
  const { env } = await import('./env.ts');
  const { loadBundle, makeBundle } = await import('./bundle.ts');
  const { host, port } = env.previewAddress;
  const folder = path.join(env.dataDir, 'site-bundle');
  await makeBundle(folder);
  const server = servePreview({
    ...env,
    file: path.join(env.dataDir, 'press/store.sqlite'),
    site: env.siteUrl,
    bundle: await loadBundle(folder),
  });
  server.on('error', (error) => {
    console.error(
      `The preview cannot listen on ${host}:${port} (${error.message}). Set PREVIEW_ADDRESS to a free one.`,
    );
    process.exit(1);
  });
  server.listen(port, host, () => console.log(`The preview listens on http://${host}:${port}.`));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.closeAllConnections();
      server.close(() => process.exit(0));
    });
  }
}
