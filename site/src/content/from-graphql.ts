/** The whole content of the site, read once from the CMS: what `astro build` makes the site from. */
import { env } from '../../press/env.ts';
import { readFeed } from '../../press/feed.ts';
import type { Content } from './content.ts';
import { openStore } from './store.ts';

let content: Promise<Content> | undefined;

/** Throws unless the feed could be read to its head and every edition in it can be shown. */
export function contentFromGraphql(): Promise<Content> {
  content ??= readContent();
  return content;
}

async function readContent(): Promise<Content> {
  const { trust, logo, siteUrl, cmsUrl } = env;
  const { editions, setAside, head } = await readFeed(0, { cmsUrl });
  const [unknown] = setAside;
  if (unknown !== undefined) {
    throw new Error(
      `The CMS at ${cmsUrl} published an edition (${unknown.sequence}) that this site cannot show: ${unknown.why}. Update the site, or publish that document again.`,
    );
  }
  const store = openStore({ file: ':memory:', trust, logo, site: siteUrl });
  store.add(editions, head);
  return store.content();
}
