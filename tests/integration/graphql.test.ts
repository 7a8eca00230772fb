import { readFileSync } from 'node:fs';
import { buildSchema, validateSchema } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Cms, startCms } from '../support/cms.ts';
import { paragraph, principle } from '../support/texts.ts';

const canary = 'a canary that nobody may read';
const root = new URL('../../', import.meta.url);
const wholeFeed = readFileSync(new URL('site/press/feed.graphql', root), 'utf8');

let cms: Cms;
let answerGraphQL: typeof import('../../cms/src/graphql/answer.ts').answerGraphQL;
let published: { id: string; revision: number };

beforeAll(async () => {
  cms = await startCms();
  ({ answerGraphQL } = await import('../../cms/src/graphql/answer.ts'));
  const { publish } = await import('../../cms/src/publishing/publish.ts');
  const { askRemoval, confirmRemoval } = await import('../../cms/src/publishing/removal.ts');
  const create = async (collection: 'principles' | 'guides', data: object) =>
    (await cms.payload.create({
      collection,
      data: data as never,
      overrideAccess: true,
    })) as never as {
      id: string;
      revision: number;
    };
  const put = (kind: 'principles' | 'guides', version: { id: string }) =>
    publish(cms.payload, {
      ...{ kind, document: version.id, language: 'en', version: version as never },
      ...{ change: 'major', changeNote: null, by: 'publisher@example.org' },
    });
  published = await create(
    'principles',
    principle({ number: 1, statement: 'Parents are partners' }),
  );
  await put('principles', published);
  await cms.payload.update({
    collection: 'principles',
    id: published.id,
    data: { statement: canary, revision: published.revision } as never,
    overrideAccess: true,
  });
  await create('principles', principle({ number: 2, statement: canary }));
  const removed = await create('principles', principle({ number: 3, statement: canary }));
  await put('principles', removed);
  await askRemoval(cms.payload, {
    kind: 'principles',
    document: removed.id,
    reason: 'Law',
    by: 'a',
  });
  await confirmRemoval(cms.payload, { kind: 'principles', document: removed.id, by: 'b' });
  const guide = await create('guides', {
    ...{ title: "Children's centres", slug: 'childrens-centres', summary: 'Help near you.' },
    audience: 'young-people',
    principles: [{ relationTo: 'principles', value: published.id }],
    parts: [{ slug: 'what', title: 'What it is', body: paragraph('A place for families.') }],
  });
  await put('guides', guide);
});

function post(body: unknown, headers: Record<string, string> = {}, text = JSON.stringify(body)) {
  const request = new Request('http://127.0.0.1:3000/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: text,
  });
  return answerGraphQL(request, cms.payload);
}

async function ask(query: string, variables: object = {}) {
  const answer = await post({ query, variables });
  return (await answer.json()) as { data?: never; errors?: { message: string }[] };
}

/** The status and the first sentence of a refusal. */
async function refusal(answer: Promise<Response>): Promise<string> {
  const { errors } = (await (await answer).clone().json()) as { errors: { message: string }[] };
  return `${(await answer).status} ${errors[0]?.message}`;
}

describe('the public schema', () => {
  test('is the one in the repository', async () => {
    const { schemaText } = await import('../../cms/scripts/generate-graphql.ts');
    const kept = readFileSync(new URL('shared/schema.graphql', root), 'utf8');
    expect(schemaText(cms.payload.config)).toBe(kept);
    expect(validateSchema(buildSchema(kept))).toEqual([]);
  });

  test('holds editions and nothing else', () => {
    const schema = buildSchema(readFileSync(new URL('shared/schema.graphql', root), 'utf8'));
    const answered = Object.values(schema.getQueryType()?.getFields() ?? {}).map(({ type }) =>
      String(type),
    );
    expect(schema.getMutationType()).toBeUndefined();
    expect(answered.filter((type) => !/Edition|Feed/.test(type))).toEqual([]);
  });
});

describe('the feed', () => {
  test('gives every edition in order, whole', async () => {
    const { data, errors } = await ask(wholeFeed, { after: 0, limit: 200 });
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      Feed: {
        head: 4,
        editions: [
          {
            __typename: 'PrincipleEdition',
            sequence: 1,
            content: { statement: 'Parents are partners' },
          },
          {
            __typename: 'PrincipleEdition',
            sequence: 2,
            action: 'published',
            content: { statement: null },
          },
          {
            __typename: 'PrincipleEdition',
            sequence: 3,
            action: 'removed',
            content: { statement: null },
          },
          {
            ...{ __typename: 'GuideEdition', sequence: 4, slug: 'childrens-centres' },
            content: {
              audience: 'young-people',
              principles: [{ kind: 'principles', document: published.id }],
              parts: [
                {
                  id: expect.stringMatching(/^[0-9a-f]{24}$/),
                  slug: 'what',
                  body: [{ type: 'paragraph', children: [{ text: 'A place for families.' }] }],
                },
              ],
            },
          },
        ],
      },
    });
  });

  test('goes on after a sequence, as far as the limit', async () => {
    const asked =
      '{ Feed(after: 1, limit: 2) { head editions { ... on PrincipleEdition { sequence } } } }';
    expect((await ask(asked)).data).toEqual({
      Feed: { head: 4, editions: [{ sequence: 2 }, { sequence: 3 }] },
    });
  });

  test('is empty at its head and beyond', async () => {
    const asked =
      'query ($after: Int!) { Feed(after: $after, limit: 9) { head editions { __typename } } }';
    const empty = { Feed: { head: 4, editions: [] } };
    expect((await ask(asked, { after: 4 })).data).toEqual(empty);
    expect((await ask(asked, { after: 4000 })).data).toEqual(empty);
  });

  test('with an edition missing is refused whole', async () => {
    const { readFeed } = await import('../../cms/src/graphql/feed.ts');
    const guides = cms.payload.db.connection.collection('guide-editions');
    const taken = await guides.findOneAndDelete({ sequence: 4 });
    await expect(readFeed(cms.payload, { after: 0, limit: 200 })).rejects.toThrow(
      'The feed has 3 editions after 0 up to 4, and 4 were published.',
    );
    await guides.insertOne(taken as never);
  });
});

describe('editions of one kind', () => {
  test('are found by document, address, language and sequence', async () => {
    const asked = `{ PrincipleEditions(limit: 5, sort: newestFirst, where: {
      document: { equals: "${published.id}" }, language: { in: ["en", "pl"] }, sequence: { less_than: 3 }
    }) { docs { sequence slug } } }`;
    expect((await ask(asked)).data).toEqual({
      PrincipleEditions: { docs: [{ sequence: 1, slug: '1' }] },
    });
  });

  test('are found by the districts, tiers and topics that they are for', async () => {
    const services = cms.payload.db.connection.collection('service-editions');
    const edition = (sequence: number, content: object) => ({
      ...{ document: `s${sequence}`, slug: `s${sequence}`, language: 'en', number: 1, sequence },
      ...{ action: 'published', publishedAt: '2026-03-02T10:00:00.000Z', content },
    });
    await services.insertMany([
      edition(901, { districts: ['swale', 'thanet'], tiers: ['1', '2'], topics: ['money'] }),
      edition(902, { districts: ['swale'], tiers: ['3'], topics: [] }),
      edition(903, { districts: [], tiers: [], topics: [] }),
    ]);
    const found = async (where: string) => {
      const { data } = await ask(
        `{ ServiceEditions(limit: 5, sort: oldestFirst, where: { ${where} }) { docs { slug } } }`,
      );
      const { docs } = (data as never as { ServiceEditions: { docs: { slug: string }[] } })
        .ServiceEditions;
      return docs.map(({ slug }) => slug);
    };
    expect(await found('districts: { equals: "swale" }')).toEqual(['s901', 's902']);
    expect(await found('districts: { in: ["thanet"] }, language: { equals: "en" }')).toEqual([
      's901',
    ]);
    expect(await found('tiers: { in: ["2", "3"] }')).toEqual(['s901', 's902']);
    expect(await found('topics: { equals: "money" }, tiers: { equals: "3" }')).toEqual([]);
    await services.deleteMany({ sequence: { $gte: 901 } });
  });

  test('are those that readers see, unless the history is asked for', async () => {
    const services = cms.payload.db.connection.collection('service-editions');
    const edition = (sequence: number, more: object) => ({
      ...{ document: 'club', slug: 'club', language: 'en', number: 1, sequence },
      ...{ action: 'published', publishedAt: '2026-03-02T10:00:00.000Z' },
      ...{ content: { districts: ['swale'] }, ...more },
    });
    await services.insertMany([
      edition(921, {}),
      edition(922, { number: 2, content: { districts: ['thanet'] } }),
      edition(923, { language: 'pl' }),
      edition(924, { document: 'over', slug: 'over' }),
      edition(925, { document: 'over', slug: 'over', number: 2, action: 'withdrawn' }),
    ]);
    const found = async (asked: string) => {
      const { data, errors } = await ask(
        `{ ServiceEditions(limit: 9, sort: oldestFirst${asked}) { docs { sequence } } }`,
      );
      expect(errors).toBeUndefined();
      const { docs } = (data as never as { ServiceEditions: { docs: { sequence: number }[] } })
        .ServiceEditions;
      return docs.map(({ sequence }) => sequence);
    };
    expect(await found('')).toEqual([922, 923]);
    expect(await found(', where: { districts: { equals: "swale" } }')).toEqual([923]);
    expect(await found(', where: { language: { in: ["en"] } }')).toEqual([922]);
    expect(await found(', where: { action: { equals: "withdrawn" } }')).toEqual([925]);
    const history = ', current: false, where: { districts: { equals: "swale" } }';
    expect(await found(history)).toEqual([921, 923, 924, 925]);
    await services.deleteMany({ sequence: { $gte: 921 } });
  });

  test('of a kind without districts cannot be asked for by them', async () => {
    const asked = post({
      query: '{ GuideEditions(limit: 1, where: { districts: { equals: "x" } }) { docs { id } } }',
    });
    expect(await refusal(asked)).toBe(
      '400 Field "districts" is not defined by type "EditionConditions".',
    );
  });

  test('of a strategy come with the numbers of its sections; one that was removed has none', async () => {
    const strategies = cms.payload.db.connection.collection('strategy-editions');
    const sections = [
      {
        ...{ id: 's1', slug: 'vision', part: 'vision', title: 'Vision' },
        paragraphs: [{ id: 'p1', anchor: 'early-help', body: [] }],
      },
    ];
    const edition = (sequence: number, content: object) => ({
      ...{ document: `s${sequence}`, language: 'en', number: 1, sequence, content },
    });
    await strategies.insertMany([
      edition(911, { numbering: 'section-and-paragraph', sections }),
      edition(912, {}),
    ]);
    const asked = `{ StrategyEditions(limit: 5, sort: oldestFirst, current: false) {
      docs { outline { reference section paragraph is number heading anchor } }
    } }`;
    const vision = { section: 'vision', is: 'section', heading: 'Vision' };
    expect((await ask(asked)).data).toEqual({
      StrategyEditions: {
        docs: [
          {
            outline: [
              {
                ...{ ...vision, paragraph: null, number: '1' },
                ...{ reference: '{section/vision}', anchor: 'section/vision' },
              },
              {
                ...{ ...vision, paragraph: 'early-help', number: '1.1' },
                reference: '{section/vision/early-help}',
                anchor: 'section/vision/early-help',
              },
            ],
          },
          { outline: [] },
        ],
      },
    });
    await strategies.deleteMany({ sequence: { $gte: 911 } });
  });

  test('can be asked for one by one', async () => {
    const found = (await ask('{ PrincipleEditions(limit: 1, sort: oldestFirst) { docs { id } } }'))
      .data as { PrincipleEditions: { docs: { id: string }[] } } | undefined;
    const id = found?.PrincipleEditions.docs[0]?.id;
    expect((await ask(`{ PrincipleEdition(id: "${id}") { sequence } }`)).data).toEqual({
      PrincipleEdition: { sequence: 1 },
    });
  });
});

describe('what nobody published', () => {
  test('is in no answer: not an unpublished change, not a draft, not what was removed', async () => {
    const kinds = ['Charter', 'Pledge', 'Principle', 'Guide', 'Fact', 'Page', 'Settings', 'Media'];
    const lists = kinds.map(
      (kind) =>
        `${kind}Editions(limit: 200, current: false) { docs { id changeNote document slug } }`,
    );
    const answers = [
      await ask(wholeFeed, { after: 0, limit: 200 }),
      await ask(`{ ${lists.join(' ')} }`),
      await ask(
        '{ PrincipleEditions(limit: 200, current: false) { docs { content { statement meaning } } } }',
      ),
    ];
    expect(answers.map((answer) => answer.errors)).toEqual([undefined, undefined, undefined]);
    expect(JSON.stringify(answers)).not.toContain(canary);
  });

  test('is in no anonymous answer of the REST API, through its gate', async () => {
    const { gated } = await import('../../cms/src/access/gate.ts');
    const ask = gated(cms.payload.config);
    const paths = [
      'principles',
      'principle-editions',
      'audit-events',
      'removals',
      'counters',
    ].flatMap((each) => [
      `/api/${each}`,
      `/api/${each}/${published.id}`,
      `/api/${each}/versions`,
      `/api/${each}/count`,
    ]);
    const answers = await Promise.all(
      paths.map((path) => ask(new Request(`http://127.0.0.1:3000${path}`))),
    );
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([401]));
  });

  test('editions are not readable over REST, by staff neither', async () => {
    const answer = await cms.ask(await cms.account('publisher'), 'GET', '/api/principle-editions');
    expect(answer.status).toBe(403);
  });
});

describe('refused, with what to do', () => {
  test('a limit of 0', async () => {
    const asked = post({ query: '{ GuideEditions(limit: 0) { docs { id } } }' });
    expect(await refusal(asked)).toBe('400 The limit is 0. Ask for 1 to 200 editions at a time.');
  });

  test('a limit above 200, given as a variable', async () => {
    const query = 'query ($n: Int!) { Feed(after: 0, limit: $n) { head } }';
    const asked = post({ query, variables: { n: 201 } });
    expect(await refusal(asked)).toBe('400 The limit is 201. Ask for 1 to 200 editions at a time.');
  });

  test('what is refused, in the very words of what was answered a moment ago too', async () => {
    const query = 'query ($n: Int!) { Feed(after: 0, limit: $n) { head editions { __typename } } }';
    const of = (n: number) => post({ query, variables: { n } });
    expect((await of(1)).status).toBe(200);
    expect(await refusal(of(201))).toMatch(/^400 The limit is 201/);
    const [first, second] = [await (await of(2)).json(), await (await of(2)).json()];
    expect(second).toEqual(first);
    const wrong = { query: '{ GuideEditions { docs { id } } }' };
    const said = await refusal(post(wrong));
    expect(said).toMatch(/^400 /);
    expect(await refusal(post(wrong))).toBe(said);
  });

  test('no limit', async () => {
    const asked = post({ query: '{ GuideEditions { docs { id } } }' });
    expect(await refusal(asked)).toMatch(/^400 .*argument "limit" of type "Int!" is required/);
  });

  test('a condition on a field without an index', async () => {
    const asked = post({
      query: '{ GuideEditions(limit: 1, where: { changeNote: { equals: "" } }) { docs { id } } }',
    });
    expect(await refusal(asked)).toBe(
      '400 Field "changeNote" is not defined by type "EditionConditions".',
    );
  });

  test('conditions within conditions', async () => {
    const asked = post({
      query: '{ GuideEditions(limit: 1, where: { OR: [{ AND: [] }] }) { docs { id } } }',
    });
    expect(await refusal(asked)).toBe('400 Field "OR" is not defined by type "EditionConditions".');
  });

  test('a condition that an index does not answer, given as a variable', async () => {
    const query =
      'query ($w: EditionConditions) { GuideEditions(limit: 1, where: $w) { docs { id } } }';
    const asked = post({ query, variables: { w: { slug: { like: 'child' } } } });
    expect(await refusal(asked)).toMatch(
      /^400 .*Field "like" is not defined by type "TextCondition"/,
    );
  });

  test('drafts, trash and chosen fields: Payload’s own arguments are not there', async () => {
    const asked = post({
      query: '{ GuideEditions(limit: 1, draft: true, trash: true, select: true) { docs { id } } }',
    });
    expect(await refusal(asked)).toBe(
      '400 Unknown argument "draft" on field "Query.GuideEditions".',
    );
  });

  test('a query that is too deep', async () => {
    const query = `{ Feed(after: 0, limit: 1) { editions { ${'... on GuideEdition { '.repeat(9)} id ${'}'.repeat(9)} } } }`;
    expect(await refusal(post({ query }))).toMatch(
      /^400 Query depth limit of 8 exceeded.* Leave out/,
    );
  });

  test.each([
    ['fields', `${'{a'.repeat(3500)}${'}'.repeat(3500)}`],
    ['fields, as deep as its length allows', `${'{a'.repeat(660)}${'}'.repeat(660)}`],
    [
      'lists in an argument',
      `{GuideEditions(limit:1,where:{slug:{in:${'['.repeat(980)}${']'.repeat(980)}}}){totalDocs}}`,
    ],
  ])('a query of %s within each other, which would overflow the stack', async (_name, query) => {
    expect(await refusal(post({ query }))).toMatch(/^400 /);
  });

  test('too many aliases', async () => {
    const many = Array.from(
      { length: 11 },
      (_each, at) => `a${at}: Feed(after: 0, limit: 1) { head }`,
    );
    expect(await refusal(post({ query: `{ ${many.join(' ')} }` }))).toBe(
      '400 Aliases limit of 10 exceeded, found 11. Ask in several queries.',
    );
  });

  test('a query that costs too much', async () => {
    const once = wholeFeed.slice(wholeFeed.indexOf('  Feed('), wholeFeed.indexOf('\n}\n'));
    const query = wholeFeed.replace(once, `${once} again: ${once} oncemore: ${once}`);
    expect(await refusal(post({ query, variables: { after: 0, limit: 1 } }))).toMatch(
      /^400 Query Cost limit of \d+ exceeded.* Ask for less/,
    );
  });

  test('mutations and subscriptions', async () => {
    const sentence =
      '400 This API is read-only. Send a query: there are no mutations or subscriptions.';
    expect(await refusal(post({ query: 'mutation { deleteGuideEdition(id: "1") { id } }' }))).toBe(
      sentence,
    );
    expect(await refusal(post({ query: 'subscription { Feed { head } }' }))).toBe(sentence);
  });

  test('introspection', async () => {
    const schema = post({ query: '{ __schema { types { name } } }' });
    expect(await refusal(schema)).toMatch(/^400 GraphQL introspection has been disabled/);
    const type = post({ query: '{ __type(name: "Query") { name } }' });
    expect(await refusal(type)).toMatch(/^400 GraphQL introspection has been disabled/);
  });

  test('misspelt names, without a suggestion', async () => {
    const queries = [
      '{ GuideEdition(id: "1") { slugg } }',
      '{ Fead(after: 0, limit: 1) { head } }',
      '{ GuideEditions(limits: 1) { docs { id } } }',
      '{ GuideEditions(limit: 1, sort: newestFirs) { docs { id } } }',
      '{ GuideEditions(limit: 1) { docs } }',
      '{ GuideEditions(limit: 1, where: { languag: {} }) { docs { id } } }',
    ];
    const said = await Promise.all(
      queries.map((query) => post({ query }).then((answer) => answer.text())),
    );
    expect(said.map((text) => JSON.parse(text).errors.length > 0)).toEqual(queries.map(() => true));
    expect(said.join()).not.toMatch(/did you mean/i);
  });

  test('misspelt values in variables, without a suggestion', async () => {
    const query = 'query ($s: EditionOrder) { GuideEditions(limit: 1, sort: $s) { docs { id } } }';
    const answer = await post({ query, variables: { s: 'newestFirs' } });
    expect(answer.status).toBe(400);
    expect(await answer.text()).not.toMatch(/did you mean/i);
  });

  test('a body over 64 KB, whatever it says of its length', async () => {
    const large = JSON.stringify({
      query: `{ Feed(after: 0, limit: 1) { head } } #${'x'.repeat(64 * 1024)}`,
    });
    const stream = new Blob([large]).stream();
    const request = new Request('http://127.0.0.1:3000/graphql', {
      ...{
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: stream,
        duplex: 'half',
      },
    } as RequestInit);
    expect(await refusal(answerGraphQL(request, cms.payload))).toBe(
      '413 The query is larger than 65536 bytes. Ask in several queries.',
    );
  });

  test('several queries in one body', async () => {
    const one = { query: '{ Feed(after: 0, limit: 1) { head } }' };
    expect(await refusal(post([one, one]))).toBe(
      '400 Send one query at a time, not a list of them.',
    );
  });

  test('what is not JSON, and JSON that is no query', async () => {
    expect(await refusal(post(null, {}, '{ Feed'))).toBe(
      '400 The body is not JSON. Send {"query": "..."}.',
    );
    expect(await refusal(post({ q: 1 }))).toMatch(/^400 Send \{"query"/);
    expect(await refusal(post({ query: '{ Feed(' }))).toMatch(/^400 Syntax Error/);
  });

  test('another content type', async () => {
    const asked = post(
      { query: '{ Feed(after: 0, limit: 1) { head } }' },
      { 'content-type': 'text/plain' },
    );
    expect(await refusal(asked)).toMatch(/^415 Send the query as JSON/);
  });

  test('GET', async () => {
    const request = new Request('http://127.0.0.1:3000/graphql?query={__typename}');
    expect(await refusal(answerGraphQL(request, cms.payload))).toBe('405 Send the query by POST.');
  });
});
