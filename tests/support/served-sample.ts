/**
 * The sample site as the public gets it: a release on disk behind the server of releases. A page is made when somebody
 * asks for it first, because a test looks at a few hundred of several thousand.
 */
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Trust } from '@charterpress/shared/trust.ts';
import { compressed, writeCopies } from '../../site/press/finish.ts';
import { putAssets } from '../../site/press/put-assets.ts';
import { renderRoute } from '../../site/press/render.ts';
import { serveReleases } from '../../site/press/serve.ts';
import type { Content } from '../../site/src/content/content.ts';
import { fileOfPath, type Route, siteRoutes } from '../../site/src/content/routes.ts';
import { bundle } from './press-at-work.ts';
import { sampleEditions, sampleFiles, sampleTrust } from './sample-editions.ts';
import { scratch } from './scratch.ts';
import { contentOf, site } from './site.ts';

export type ServedSample = {
  readonly content: Content;
  readonly routes: ReadonlyMap<string, Route>;
  /** Where it is served: `http://127.0.0.1:40123`. */
  readonly address: string;
  /** The text of a page, made if nobody asked before. */
  readonly page: (path: string) => Promise<string>;
  readonly end: () => Promise<void>;
};

export async function serveSample(trust: Trust = sampleTrust('kent')): Promise<ServedSample> {
  const content = contentOf(await sampleEditions('kent'), trust);
  const made = await bundle();
  const routes = new Map([...siteRoutes(content)].map((route) => [route.path, route]));
  const folder = scratch('a11y');
  const release = path.join(folder, '1');
  mkdirSync(release);
  symlinkSync('1', path.join(folder, 'current'));
  await putAssets(made.assetsFolder, release);
  for (const { name, bytes } of await sampleFiles('kent')) {
    writeCopies(path.join(release, 'files', name), [bytes]);
  }
  const pages = new Map<string, Promise<string>>();
  for (const error of ['/404', '/en/404/', '/en/410/']) await page(error);

  const server = serveReleases({ releases: folder, siteUrl: site, trust });
  const [answer] = server.listeners('request') as [(...of: unknown[]) => void];
  server.removeAllListeners('request');
  server.on('request', async (request, response) => {
    const asked = decodeURIComponent(new URL(request.url ?? '/', site).pathname);
    if (routes.has(asked)) await page(asked);
    answer(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;

  return {
    content,
    routes,
    address: `http://127.0.0.1:${port}`,
    page,
    end: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      rmSync(folder, { recursive: true, force: true });
    },
  };

  function page(at: string): Promise<string> {
    const making = pages.get(at) ?? make(at);
    pages.set(at, making);
    return making;
  }

  async function make(at: string): Promise<string> {
    const route = routes.get(at);
    if (route === undefined) throw new Error(`The sample site has no page ${at}.`);
    const rendered = await renderRoute(made, route, { site, content: () => content });
    if (!rendered.ok) throw new Error(`${at}: ${rendered.why}`);
    writeCopies(path.join(release, fileOfPath(at)), compressed(rendered.bytes));
    return rendered.bytes.toString();
  }
}
