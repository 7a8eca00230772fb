/** The whole content of the site, read once from the CMS: what `astro build` makes the site from. */
import { env } from '../../press/env.ts';
import { readFeed, type SetAside } from '../../press/feed.ts';
import type { Content } from './content.ts';
import { type Moves, siteMoves } from './moves.ts';
import { type ShortAddresses, shortAddresses } from './short-addresses.ts';
import { openStore, type Store } from './store.ts';

let store: Promise<Store> | undefined;

/** Throws unless the feed could be read to its head and every edition in it can be shown. */
export async function contentFromGraphql(): Promise<Content> {
  return (await readStore()).content();
}

/** Where former addresses lead, and which texts were taken away. */
export async function movesFromGraphql(): Promise<Moves> {
  const { content, moved, history } = await readStore();
  return siteMoves(
    content(),
    moved().map(({ kind, document }) => history(kind, document)),
  );
}

/** Where short addresses lead. */
export async function shortAddressesFromGraphql(): Promise<ShortAddresses> {
  return shortAddresses(await readStore());
}

function readStore(): Promise<Store> {
  store ??= fill();
  return store;
}

type Row = { readonly document?: unknown };

async function fill(): Promise<Store> {
  const { trust, logo, siteUrl, cmsUrl } = env;
  const filled = openStore({ file: ':memory:', trust, logo, site: siteUrl });
  let unknown: readonly SetAside[] = [];
  for await (const { editions, setAside, head } of readFeed(0, { cmsUrl })) {
    filled.add(editions, head);
    // Of a text that was removed the feed keeps the heads: they are read, and then told by their tombstone.
    const erased = editions.filter(({ action }) => action === 'removed');
    unknown = [...unknown, ...setAside].filter(
      ({ row }) => !erased.some(({ document }) => document === (row as Row).document),
    );
  }
  const [first] = unknown;
  if (first !== undefined) {
    throw new Error(
      `The CMS at ${cmsUrl} published an edition (${first.sequence}) that this site cannot show: ${first.why}. Update the site, or publish that document again.`,
    );
  }
  filled.settle(new Date());
  return filled;
}
