/** Renders the page of a route from the content, and says what it read and whether it came out as expected. */
import type { Content } from '../src/content/content.ts';
import type { Key } from '../src/content/keys.ts';
import type { Route } from '../src/content/routes.ts';
import { isData } from '../src/twins/data.ts';
import type { Bundle } from './bundle.ts';

export type Render =
  | { readonly ok: true; readonly bytes: Buffer; readonly reads: ReadonlySet<Key> }
  | { readonly ok: false; readonly why: string; readonly reads: ReadonlySet<Key> };

type Source = {
  readonly site: string;
  readonly content: (record: (key: Key) => void) => Content;
};

/** Never throws: whatever goes wrong belongs to this page, and the others go on. */
export async function renderRoute(bundle: Bundle, route: Route, source: Source): Promise<Render> {
  const reads = new Set<Key>();
  const content = source.content((key) => reads.add(key));
  try {
    if (isData(route)) return { ok: true, bytes: bytesOf(bundle.dataAt(content, route)), reads };
    const response = await bundle.render(new Request(`${source.site}${route.path}`), {
      content,
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    if (response.status === route.status && bytes.length > 0) return { ok: true, bytes, reads };
    return { ok: false, why: unexpected(response.status, route.status, bytes.toString()), reads };
  } catch (error) {
    return { ok: false, why: `Rendering it failed: ${(error as Error).message}`, reads };
  }
}

/** In a memory of its own, which can be handed to another thread. */
function bytesOf(text: string): Buffer {
  return Buffer.from(new TextEncoder().encode(text).buffer);
}

function unexpected(status: number, expected: number, text: string): string {
  const [, reason] = /data-error="([^"]*)"/.exec(text) ?? [];
  if (text === '') return 'Its page is empty.';
  const why = reason === undefined ? '' : `: ${reason}`;
  return `Its page answered ${status} where ${expected} belongs${why}.`;
}
