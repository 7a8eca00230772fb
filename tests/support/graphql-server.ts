/** The public GraphQL of a CMS over HTTP: the committed schema, executed over given editions. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Edition } from '@charterpress/shared/domain/edition.ts';
import { buildSchema, graphql } from 'graphql';
import { rowOf } from './feed-server.ts';

export type GraphqlServer = { readonly url: string; readonly close: () => Promise<void> };

const file = fileURLToPath(import.meta.resolve('@charterpress/shared/schema.graphql'));

/** A query that the schema does not allow is answered with its errors, as the CMS does. */
export async function startGraphqlServer(editions: readonly Edition[]): Promise<GraphqlServer> {
  const schema = buildSchema(readFileSync(file, 'utf8'));
  const rootValue = {
    Feed: ({ after, limit }: { after: number; limit: number }) => ({
      head: editions.length,
      editions: editions.slice(after, after + limit).map(kept),
    }),
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { query, variables } = JSON.parse(Buffer.concat(chunks).toString());
    const answer = await graphql({ schema, source: query, variableValues: variables, rootValue });
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

/** As the database keeps it: with an id of its own. */
function kept(edition: Edition): object {
  return { id: String(edition.sequence), ...rowOf(edition) };
}
