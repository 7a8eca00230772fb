/** What becomes of a publication when the preview refuses it, is silent or is not there, and how the press hears of it. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Account, type Cms, startCms } from '../../support/cms.ts';
import { alone } from '../../support/staff.ts';
import { principle } from '../../support/texts.ts';

type Heard = {
  readonly url: string;
  readonly authorization: string | undefined;
  readonly body: Record<string, unknown>;
};
type Answer = { readonly status: number; readonly body: string } | 'silence';

let cms: Cms;
let publisher: Account;
let neighbour: Server;
let heard: Heard[] = [];
let answer: Answer = { status: 200, body: '{"pages":[]}' };

beforeAll(async () => {
  neighbour = createServer(async (request, response) => {
    heard.push({
      url: String(request.url),
      authorization: request.headers.authorization,
      body: await bodyOf(request),
    });
    if (request.url === '/nudge') response.writeHead(202).end();
    else if (answer !== 'silence') response.writeHead(answer.status).end(answer.body);
  });
  await new Promise<void>((resolve) => neighbour.listen(0, '127.0.0.1', resolve));
  const address = `127.0.0.1:${(neighbour.address() as AddressInfo).port}`;
  cms = await startCms({ PREVIEW_ADDRESS: address, PRESS_ADDRESS: address });
  publisher = await cms.account('publisher');
});

beforeEach(() => {
  heard = [];
  answer = { status: 200, body: '{"pages":[]}' };
});

afterAll(() => {
  neighbour.closeAllConnections();
  neighbour.close();
});

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = await request.toArray();
  return JSON.parse(Buffer.concat(chunks).toString());
}

let lastNumber = 0;

async function publishAPrinciple(): Promise<Response> {
  lastNumber += 1;
  const data = principle({ number: lastNumber }) as never;
  const saved = await cms.payload.create({ collection: 'principles', data, overrideAccess: true });
  const { id, revision } = saved as never as { id: string; revision: number };
  return cms.ask(publisher, 'POST', `/api/principles/${id}/publish`, { revision, ...alone });
}

function editions(): Promise<number> {
  return cms.payload.db.connection.collection('principle-editions').countDocuments();
}

describe('the preview', () => {
  test('is asked for the pages of the edition as it would be', async () => {
    expect(await (await publishAPrinciple()).json()).toMatchObject({ candidate: 'rendered' });
    expect(heard.find(({ url }) => url === '/candidates')).toMatchObject({
      authorization: 'Bearer a key that only tests have',
      body: {
        edition: {
          kind: 'principles',
          slug: String(lastNumber),
          number: 1,
          action: 'published',
          content: { status: 'adopted' },
        },
      },
    });
  });

  test('that cannot make a page refuses the publication and says why', async () => {
    const before = await editions();
    answer = {
      status: 422,
      body: '{"problems":[{"path":"/en/principles/2/","why":"A link leads nowhere."}]}',
    };
    const refused = await publishAPrinciple();
    expect(refused.status).toBe(422);
    expect(await refused.json()).toEqual({
      problems: [{ path: '/en/principles/2/', why: 'A link leads nowhere.' }],
      messages: [
        'The page /en/principles/2/ could not be made from this text, so nothing was published. A link leads nowhere.',
      ],
    });
    expect(await editions()).toBe(before);
  });

  test.each([
    ['fails', { status: 500, body: 'no' }],
    ['answers nonsense', { status: 422, body: '<html>' }],
    ['is silent', 'silence'],
  ] as const)('that %s stops nothing, and the answer says so', async (_what, said) => {
    answer = said;
    const published = await publishAPrinciple();
    expect(published.status).toBe(200);
    expect(await published.json()).toMatchObject({ candidate: 'unchecked' });
  });
});

describe('the press', () => {
  test('is told of each publication after it is committed', async () => {
    const { sequence } = await (await publishAPrinciple()).json();
    await expect
      .poll(() => heard.filter(({ url }) => url === '/nudge'))
      .toContainEqual({
        url: '/nudge',
        authorization: 'Bearer a key that only tests have',
        body: { sequence },
      });
  });
});
