import { wallTimeAt } from '@charterpress/shared/domain/london-time.ts';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { SaidAtMoments } from '../../cms/src/checks/endpoint.ts';
import { type Account, type Cms, startCms } from '../support/cms.ts';
import { cell, paragraph, principle, table, text, tree } from '../support/texts.ts';
import { targetsOf } from '../support/translated.ts';

type Document = { readonly id: string; readonly revision: number };

let cms: Cms;
let editor: Account;
let publisher: Account;
let reader: Account;
let blockersOf: typeof import('../../cms/src/checks/blockers.ts').blockersOf;
let newestEdition: typeof import('../../cms/src/publishing/stored.ts').newestEdition;
let publish: typeof import('../../cms/src/publishing/publish.ts').publish;
let publishTogether: typeof import('../../cms/src/publishing/publish.ts').publishTogether;
let withdraw: typeof import('../../cms/src/publishing/withdraw.ts').withdraw;

beforeAll(async () => {
  cms = await startCms();
  editor = await cms.account('editor');
  publisher = await cms.account('publisher');
  reader = await cms.account('press');
  ({ blockersOf } = await import('../../cms/src/checks/blockers.ts'));
  ({ newestEdition } = await import('../../cms/src/publishing/stored.ts'));
  ({ publish, publishTogether } = await import('../../cms/src/publishing/publish.ts'));
  ({ withdraw } = await import('../../cms/src/publishing/withdraw.ts'));
});

let made = 0;

async function aPage(body: object, values: object = {}): Promise<Document> {
  made += 1;
  return create('pages', { title: `Page ${made}`, summary: 'A page.', body, ...values });
}

async function create(kind: string, values: object): Promise<Document> {
  return (await (await cms.ask(editor, 'POST', `/api/${kind}?depth=0`, values)).json()).doc;
}

async function save(kind: string, { id }: Document, values: object): Promise<Document> {
  const { revision } = await (await cms.ask(editor, 'GET', `/api/${kind}/${id}?depth=0`)).json();
  const answer = await cms.ask(editor, 'PATCH', `/api/${kind}/${id}?depth=0`, {
    ...values,
    revision,
  });
  return (await answer.json()).doc;
}

type Published = 'pages' | 'principles' | 'facts' | 'guides';

/** Through the function that knows nothing of accounts. */
async function publishAnyway(kind: Published, { id }: Document) {
  const published = await publish(cms.payload, await publicationOf({ id }, kind));
  expect(published).toMatchObject({ ok: true });
}

async function publicationOf({ id }: { readonly id: string }, kind: Published = 'pages') {
  const version = await working(kind, id);
  const change = { change: 'major', changeNote: null, by: 'a publisher' } as const;
  return { kind, document: id, language: 'en', version, ...change } as const;
}

async function working(collection: Published, id: string) {
  return (await cms.payload.findByID({ collection, id, depth: 0, overrideAccess: true })) as never;
}

async function checks(kind: string, { id }: Document, as = editor): Promise<SaidAtMoments> {
  return (await cms.ask(as, 'GET', `/api/${kind}/${id}/checks`)).json();
}

async function inTheWay(kind: string, document: Document): Promise<readonly string[]> {
  const { publish: said } = await checks(kind, document);
  return said.filter(({ level }) => level === 'blocks').map(({ rule }) => rule);
}

const heading = (tag: string, words: string) => ({ type: 'heading', tag, children: [text(words)] });
const link = (fields: object, words: string) => ({ type: 'link', fields, children: [text(words)] });
const linkTo = (relationTo: string, value: string) =>
  link({ linkType: 'internal', doc: { relationTo, value } }, 'what it is');
const address = (url: string) => link({ linkType: 'custom', url }, 'the page about it');
const bodyWith = (...inlines: unknown[]) => tree([{ type: 'paragraph', children: inlines }]);

describe('what stands in the way', () => {
  test('is said by the words that staff see, with the path of its field', async () => {
    const parts = [{ slug: 'cost', title: 'Cost', body: tree([heading('h4', 'Free places')]) }];
    const guide = await create('guides', {
      title: 'Clubs',
      summary: 'Clubs.',
      audience: 'parents',
      parts,
    });
    expect((await checks('guides', guide)).publish).toEqual([
      {
        ...{ field: 'parts.0.body', rule: 'heading-skipped', level: 'blocks' },
        message:
          "Change the heading 'Free places' in 'Part 1: Text' from level 4 to level 2: no level may be left out.",
      },
    ]);
  });

  test('of a half written document does not stand in the way of saving it, nor is said then', async () => {
    const half = await create('guides', { title: 'Clubs to come' });
    const { publish: publishing, save: saving } = await checks('guides', half);
    expect(publishing.map(({ rule }) => rule)).toContain('empty');
    expect(saving).toEqual([]);
  });

  test('never keeps anybody from saving', async () => {
    const bad = tree([
      heading('h4', 'Deep'),
      table([cell([text('No header')])]),
      heading('h2', ''),
    ]);
    const page = await aPage(bad);
    expect(await save('pages', page, { summary: 'Saved all the same.' })).toMatchObject({
      revision: 2,
    });
    const { save: said } = await checks('pages', page);
    expect(said.map(({ level }) => level)).toEqual(['advises', 'advises', 'advises']);
  });

  test('is said to those who may read a kind, and to nobody else', async () => {
    const page = await aPage(paragraph('Hello.'));
    expect((await cms.ask(reader, 'GET', `/api/pages/${page.id}/checks`)).status).toBe(403);
    expect((await cms.ask(null, 'GET', `/api/pages/${page.id}/checks`)).status).toBe(403);
    expect(
      (await cms.ask(editor, 'GET', '/api/pages/000000000000000000000000/checks')).status,
    ).toBe(404);
  });
});

describe('a link that leads to a document', () => {
  test('follows it: unpublished, published, withdrawn', async () => {
    const target = await aPage(paragraph('Hello.'));
    const page = await aPage(bodyWith(linkTo('pages', target.id)));
    expect(await inTheWay('pages', page)).toEqual(['refers-to-unpublished']);
    await publishAnyway('pages', target);
    expect(await inTheWay('pages', page)).toEqual([]);
    const of = { kind: 'pages', document: target.id, language: 'en' } as const;
    await withdraw(cms.payload, { ...of, explanation: 'It is over.', by: 'a publisher' });
    expect(await inTheWay('pages', page)).toEqual(['refers-to-withdrawn']);
  });

  test('is only said at review, where the other may still be published', async () => {
    const target = await aPage(paragraph('Hello.'));
    const page = await aPage(bodyWith(linkTo('pages', target.id)));
    expect((await checks('pages', page)).review).toMatchObject([{ level: 'advises' }]);
    const of = {
      kind: 'pages',
      document: page.id,
      version: await working('pages', page.id),
    } as const;
    expect(await blockersOf({ payload: cms.payload }, { ...of, moment: 'review' })).toEqual([]);
    expect(await blockersOf({ payload: cms.payload }, of)).toMatchObject([{ field: 'body' }]);
  });

  test('that goes live in the same moment is as it should be, both ways', async () => {
    const one = await aPage(paragraph('Hello.'));
    const other = await aPage(bodyWith(linkTo('pages', one.id)));
    await save('pages', one, { body: bodyWith(linkTo('pages', other.id)) });
    const versions = await Promise.all(
      [one, other].map(async ({ id }) => ({
        ...({ kind: 'pages', document: id, version: await working('pages', id) } as const),
      })),
    );
    const blockers = await Promise.all(
      versions.map((each) => blockersOf({ payload: cms.payload }, { ...each, together: versions })),
    );
    expect(blockers).toEqual([[], []]);
  });

  test('that leads to itself is as it should be', async () => {
    const page = await aPage(paragraph('Hello.'));
    await save('pages', page, { body: bodyWith(linkTo('pages', page.id)) });
    expect(await inTheWay('pages', page)).toEqual([]);
  });

  test('that was thrown away leads nowhere', async () => {
    const target = await aPage(paragraph('Hello.'));
    const page = await aPage(bodyWith(linkTo('pages', target.id)));
    await cms.ask(editor, 'DELETE', `/api/pages/${target.id}`);
    expect(await inTheWay('pages', page)).toEqual(['refers-to-removed']);
  });
});

describe('an address of our own site', () => {
  const site = 'https://charter.example.org';

  test.each([
    '/',
    '/en/',
    '/pl/',
    '/en/principles/',
    '/en/guides/camps/',
    '/en/guides/camps/cost/',
    '/robots.txt',
  ])('leads somewhere: %s', async (path) => {
    await campsAndPrinciple();
    expect(await inTheWay('pages', await aPage(bodyWith(address(site + path))))).toEqual([]);
  });

  test.each([
    ...['/xx/', '/pl/guides/camps/', '/en/guides/camp/', '/en/guides/camps/price/', '/en/camps/'],
    ...['/en/guides/camps/cost/more/', '/en/charter/pledge-99/', '/assets/logo.svg'],
  ])('leads nowhere: %s', async (path) => {
    await campsAndPrinciple();
    expect(await inTheWay('pages', await aPage(bodyWith(address(site + path))))).toEqual([
      'link-nowhere',
    ]);
  });

  test('leads on where the page has moved', async () => {
    const page = await aPage(paragraph('Hello.'), { slug: 'old-place' });
    await publishAnyway('pages', page);
    await save('pages', page, { slug: 'new-place' });
    await publishAnyway('pages', page);
    const linking = await aPage(bodyWith(address(`${site}/en/old-place/`)));
    expect(await inTheWay('pages', linking)).toEqual([]);
  });

  let camps: Promise<void> | undefined;
  function campsAndPrinciple(): Promise<void> {
    camps ??= makeCamps();
    return camps;
  }
  async function makeCamps(): Promise<void> {
    const part = (slug: string) => ({ slug, title: slug, body: paragraph('Hello.') });
    const said = { title: 'Camps', summary: 'Camps.', slug: 'camps', audience: 'parents' };
    await publishAnyway(
      'guides',
      await create('guides', { ...said, parts: [part('what'), part('cost')] }),
    );
    await publishAnyway('principles', await create('principles', principle({ number: 91 })));
  }
});

describe('a fact', () => {
  const day = 86_400_000;
  const inDays = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10);
  const factIn = (id: string) =>
    bodyWith({ type: 'inlineBlock', fields: { id, blockType: 'fact', fact: id } });

  afterEach(() => vi.useRealTimers());

  test('that expired stands in the way of a text until it is confirmed and published', async () => {
    const said = { type: 'contact', label: 'Line', slug: 'line', telephone: '01632 960123' };
    const fact = await create('facts', { ...said, expires: inDays(2) });
    await publishAnyway('facts', fact);
    const page = await aPage(factIn(fact.id));
    const checked = { kind: 'pages', document: page.id, version: page } as const;
    const blockers = () => blockersOf({ payload: cms.payload }, checked);
    expect(await blockers()).toEqual([]);
    await save('facts', fact, { expires: inDays(9) });
    // Sessions would have ended by then: no door is asked.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 4 * day });
    expect(await blockers()).toMatchObject([{ field: 'body', problem: 'fact-expired' }]);
    await publishAnyway('facts', fact);
    expect(await blockers()).toEqual([]);
  });

  test('is not published after its own last day', async () => {
    const late = { type: 'contact', label: 'Old line', slug: 'old-line', expires: inDays(-2) };
    expect(await inTheWay('facts', await create('facts', late))).toEqual(['expired']);
  });
});

describe('the doors to readers', () => {
  const skipping = tree([heading('h2', 'Cost'), heading('h4', 'Free places')]);
  const alone = { as: 'emergency', reason: 'A child is in danger.' };
  const step = (document: Document, name: string, as: Account, said: object = {}) =>
    cms.ask(as, 'POST', `/api/pages/${document.id}/steps/${name}`, {
      revision: document.revision,
      ...said,
    });

  test('approving is refused at the field, and leaves the text in review', async () => {
    const page = await aPage(skipping);
    await step(page, 'submit', editor);
    const refused = await step(page, 'approve', publisher);
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({
      problems: [{ field: 'body', problem: 'heading-skipped' }],
      messages: [expect.stringContaining('Free places')],
    });
    const { state } = await (await cms.ask(editor, 'GET', `/api/pages/${page.id}/workflow`)).json();
    expect(state).toBe('in-review');
  });

  test.each([alone, { as: 'correction', reason: 'typing-error' }])(
    'publishing alone is refused like any other: %j',
    async (said) => {
      const page = await aPage(paragraph('Hello.'));
      await publishAnyway('pages', page);
      const worse = await save('pages', page, { body: skipping });
      const { revision } = worse;
      const refused = await cms.ask(publisher, 'POST', `/api/pages/${page.id}/publish`, {
        revision,
        alone: said,
      });
      expect(refused.status).toBe(422);
      expect(
        (await newestEdition(cms, { kind: 'pages', document: page.id, language: 'en' }))?.number,
      ).toBe(1);
    },
  );

  test('a text that leads to another is approved before the other is published, and published after it', async () => {
    const target = await aPage(paragraph('Hello.'));
    const page = await aPage(bodyWith(linkTo('pages', target.id)));
    await step(page, 'submit', editor);
    expect((await step(page, 'approve', publisher)).status).toBe(200);
    expect((await step(page, 'publish', publisher)).status).toBe(422);
    await publishAnyway('pages', target);
    expect((await step(page, 'publish', publisher)).status).toBe(200);
  });

  test('two texts that lead to each other go live in one moment, and neither alone', async () => {
    const one = await aPage(paragraph('Hello.'));
    const other = await aPage(bodyWith(linkTo('pages', one.id)));
    await save('pages', one, { body: bodyWith(linkTo('pages', other.id)) });
    const publications = await Promise.all([publicationOf(one), publicationOf(other)]);
    expect(await publishTogether(cms.payload, publications.slice(0, 1))).toMatchObject({
      ...{ ok: false, at: 0, problems: [{ problem: 'refers-to-unpublished' }] },
    });
    expect(await publishTogether(cms.payload, publications)).toMatchObject({ ok: true });
  });

  test('a bundle is planned only of what can go live at its moment', async () => {
    const one = await approved(await aPage(paragraph('Hello.')));
    const other = await approved(await aPage(bodyWith(linkTo('pages', one.id))));
    const refused = await plan([other]);
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({
      problems: [{ field: 'body', problem: 'refers-to-unpublished' }],
      messages: [expect.stringContaining('Publish')],
    });
    expect((await plan([one, other])).status).toBe(200);
  });

  test('a bundle is not planned with a fact that will have expired by then', async () => {
    const soon = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    const said = { type: 'contact', label: 'Camp line', slug: 'camp-line', expires: soon };
    const fact = await create('facts', said);
    await publishAnyway('facts', fact);
    const inline = {
      type: 'inlineBlock',
      fields: { id: fact.id, blockType: 'fact', fact: fact.id },
    };
    const page = await approved(await aPage(bodyWith(inline)));
    expect(await (await plan([page], 5)).json()).toMatchObject({
      problems: [{ field: 'body', problem: 'fact-expired', day: soon }],
    });
    expect((await plan([page], 1)).status).toBe(200);
  });

  async function approved(page: Document): Promise<Document> {
    await step(page, 'submit', editor);
    expect((await step(page, 'approve', publisher)).status).toBe(200);
    return page;
  }

  function plan(pages: readonly Document[], days = 1): Promise<Response> {
    const goesLive = wallTimeAt(new Date(Date.now() + days * 86_400_000).toISOString());
    const items = pages.map(({ id, revision }) => ({ kind: 'pages', document: id, revision }));
    return cms.ask(publisher, 'POST', '/api/bundles', {
      title: 'Camps',
      goesLive: { wall: goesLive.wall },
      items,
    });
  }

  test('a translation passes the same checks as its English', async () => {
    const target = await aPage(paragraph('Hello.'));
    const page = await aPage(bodyWith(linkTo('pages', target.id)));
    await publishAnyway('pages', target);
    await publishAnyway('pages', page);
    const gone = { kind: 'pages', document: target.id, language: 'en' } as const;
    await withdraw(cms.payload, { ...gone, explanation: 'It is over.', by: 'a publisher' });
    const of = { kind: 'pages', document: page.id } as const;
    const targets = await targetsOf(cms.payload, of, ({ text }) => text);
    const polish = { language: 'pl', sourceEdition: 1, change: 'major', by: 'ewa' } as const;
    expect(
      await publish(cms.payload, { ...of, ...polish, targets, changeNote: null }),
    ).toMatchObject({
      ...{ ok: false, refused: 'text' },
      problems: [{ field: 'body', problem: 'refers-to-withdrawn' }],
    });
  });
});
