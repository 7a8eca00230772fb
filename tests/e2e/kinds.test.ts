import { type Kind, singularOf } from '@charterpress/shared/domain/kinds.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Made, SLUG, toWrite } from '../support/every-kind.ts';
import { startPrepared } from '../support/prepared-system.ts';
import { type Document, type Staff, signIn } from '../support/staff.ts';
import type { System } from '../support/system.ts';
import { type Pair, pairOf } from '../support/translators.ts';

let system: System;
let editor: Staff;
let publisher: Staff;
let polish: Pair;
const written = new Map<Kind, Document>();

beforeAll(async () => {
  system = await startPrepared();
  [editor, publisher, polish] = await Promise.all([
    signIn(system, 'editor'),
    signIn(system, 'publisher'),
    pairOf(system, 'polish', 'pl'),
  ]);
  written.set('pledges', await editor.find('pledges', 1));
});
afterAll(() => system?.end());

// All of them first, as on a busy morning: the press makes what comes together at once.
describe.each(toWrite)('what belongs to $kind', ({ kind, polish: inPolish, values }) => {
  it('is written by an editor and submitted', async () => {
    const document = await editor.create(kind, { ...values(made()), slug: SLUG });
    written.set(kind, document);
    expect((await step(editor, kind, 'submit')).state).toBe('in-review');
  });

  it('is approved and published by a second person', async () => {
    expect((await step(publisher, kind, 'approve')).state).toBe('approved');
    await step(publisher, kind, 'publish');
  });

  it('is translated, reviewed by a second translator and released', async () => {
    await polish.release(kind, documentOf(kind), ({ key, text }) =>
      isName(key) ? inPolish : `Po polsku: ${text.length > 20 ? 'tak się to mówi' : 'tak'}`,
    );
  });
});

describe.each(toWrite)('whoever looks for $kind', ({ english, kind, path, polish: inPolish }) => {
  it('reads it in both languages once the CMS says that it is live', async () => {
    expect(await publisher.untilLive(kind, documentOf(kind))).toEqual([
      expect.objectContaining({ language: 'en', number: 1 }),
      expect.objectContaining({ language: 'pl', number: 1 }),
    ]);
    expect(await pageAt(`/en/${path}/`)).toContain(english);
    expect(await pageAt(`/pl/${path}/`)).toContain(inPolish);
  });

  it('is answered in both when they query', async () => {
    expect(await queried(kind)).toEqual([
      { slug: SLUG, language: 'en', number: 1, content: nameOf(kind, english) },
      { slug: SLUG, language: 'pl', number: 1, content: nameOf(kind, inPolish) },
    ]);
  });
});

function made(): Made {
  return Object.fromEntries([...written].map(([kind, { id }]) => [kind, id]));
}

function documentOf(kind: Kind): Document {
  const document = written.get(kind);
  if (document === undefined) throw new Error(`Nothing of ${kind} was written.`);
  return document;
}

async function step(staff: Staff, kind: Kind, name: string): Promise<{ state: string }> {
  const { id, revision } = documentOf(kind);
  const answer = await staff.ask('POST', `${kind}/${id}/steps/${name}`, { revision });
  if (!answer.ok) throw new Error(`${name} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as { state: string };
}

async function pageAt(path: string): Promise<string> {
  const answer = await fetch(`${system.siteUrl}${path}`, { redirect: 'manual' });
  return answer.status === 200 ? answer.text() : `${path} answered ${answer.status}`;
}

const named: readonly Kind[] = ['organisations', 'places', 'services', 'bodies', 'forums'];

function isName(key: string): boolean {
  return key === 'name' || key === 'title';
}

function nameOf(kind: Kind, words: string): object {
  return named.includes(kind) ? { name: words } : { title: words };
}

async function queried(kind: Kind): Promise<unknown> {
  const field = named.includes(kind) ? 'name' : 'title';
  const where = `{ document: { equals: "${documentOf(kind).id}" } }`;
  const query = `{ ${singularOf[kind]}Editions(where: ${where}, sort: oldestFirst, limit: 10) { docs { slug language number content { ${field} } } } }`;
  const answer = await fetch(`${system.cmsUrl}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await answer.json()) as {
    data?: Record<string, { docs: unknown }>;
    errors?: unknown;
  };
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data?.[`${singularOf[kind]}Editions`]?.docs;
}
