/** Serves generated editions until it is ended; says where it listens. A byte on POST /edit publishes a change. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Edition, ReadableEdition } from '@charterpress/shared/domain/edition.ts';
import { rowOf } from '../support/feed-server.ts';
import { generate, TWELVE } from './generate.ts';

const editions: Edition[] = [...generate(Number(process.argv[2]), TWELVE)];

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString();
  if (request.url === '/edit') response.end(JSON.stringify(publishOneMore(Number(body))));
  else if (request.url === '/graphql') response.end(page(JSON.parse(body).variables));
  else response.end('{}');
});

server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});

function page({ after, limit }: { after: number; limit: number }): string {
  const rows = editions.slice(after, after + limit).map(rowOf);
  return JSON.stringify({ data: { Feed: { head: editions.length, editions: rows } } });
}

/** The English guide of that number says something new. */
function publishOneMore(number: number) {
  const document = `guides-${number}`;
  const before = editions.findLast(
    (edition) => edition.document === document && edition.language === 'en',
  ) as ReadableEdition<'guides'>;
  const summary = `Said better for the ${before.number}. time.`;
  const sequence = editions.length + 1;
  const content = { ...before.content, summary };
  editions.push({ ...before, number: before.number + 1, sequence, content });
  return { path: `/en/guides/guide-${number}/`, says: summary };
}
