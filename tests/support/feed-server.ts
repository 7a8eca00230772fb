/** A CMS as the press sees it, over real HTTP: the feed of given editions, uploads, receipts. Faults on demand. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Edition } from '@charterpress/shared/domain/edition.ts';
import { singularOf } from '@charterpress/shared/domain/kinds.ts';

export type FeedServer = {
  readonly url: string;
  readonly editions: Edition[];
  /** Rows sent as they are, in place of the edition with that sequence. */
  readonly rows: Map<number, unknown>;
  readonly images: Map<string, Buffer>;
  readonly receipts: unknown[];
  /** What the press said that it cannot make. */
  readonly standings: unknown[];
  /** What the preview is given for any pass, and with which status. */
  drafts: { readonly status: number; readonly body: object };
  /** Answers every request instead of the feed; `null` for the feed. */
  answerWith: ((request: IncomingMessage, response: ServerResponse) => void) | null;
  readonly close: () => Promise<void>;
};

/** An edition as GraphQL gives it. */
export function rowOf({ kind, ...edition }: Edition): Record<string, unknown> {
  return { __typename: `${singularOf[kind]}Edition`, ...edition };
}

export async function startFeedServer(editions: readonly Edition[]): Promise<FeedServer> {
  const server = createServer((request, response) => {
    if (feed.answerWith !== null) feed.answerWith(request, response);
    else void answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const feed: FeedServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    editions: [...editions],
    rows: new Map(),
    images: new Map(),
    receipts: [],
    standings: [],
    drafts: { status: 410, body: {} },
    answerWith: null,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return feed;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === '/graphql') sendFeed(JSON.parse(await bodyOf(request)), response);
    else if (request.url === '/api/receipts') {
      feed.receipts.push(JSON.parse(await bodyOf(request)));
      response.writeHead(200).end('{}');
    } else if (request.url === '/api/standing') {
      feed.standings.push(JSON.parse(await bodyOf(request)));
      response.writeHead(200).end('{}');
    } else if (request.url === '/api/previews') {
      response.writeHead(feed.drafts.status).end(JSON.stringify(feed.drafts.body));
    } else sendImage(request.url ?? '', response);
  }

  function sendFeed(
    { variables }: { variables: { after: number; limit: number } },
    response: ServerResponse,
  ): void {
    const { after, limit } = variables;
    const rows = feed.editions
      .slice(after, after + limit)
      .map((edition) => feed.rows.get(edition.sequence) ?? rowOf(edition));
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({ data: { Feed: { head: feed.editions.length, editions: rows } } }),
    );
  }

  function sendImage(url: string, response: ServerResponse): void {
    const bytes = feed.images.get(url.slice('/api/files/'.length));
    if (bytes === undefined) response.writeHead(404).end();
    else response.end(bytes);
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
