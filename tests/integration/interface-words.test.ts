/** Words of the site, as staff write them and translators translate them: a broken one goes nowhere. */
import { beforeAll, expect, test } from 'vitest';
import { type Account, type Cms, startCms } from '../support/cms.ts';

let cms: Cms;
let publisher: Account;
let publishing: typeof import('../../cms/src/publishing/publish.ts');

beforeAll(async () => {
  cms = await startCms();
  publisher = await cms.account('publisher');
  publishing = await import('../../cms/src/publishing/publish.ts');
});

async function words(slug: string, word: string, key = 'made.translated') {
  const data = { slug, words: [{ id: 'w1', key, word }] };
  const asked = { collection: 'interface-words', data, overrideAccess: true };
  return (await cms.payload.create(asked as never)) as unknown as { id: string };
}

function publish(version: { id: string }) {
  return publishing.publish(cms.payload, {
    ...{ kind: 'interface-words', document: version.id, language: 'en', version: version as never },
    ...{ change: 'major', changeNote: null, by: publisher.email },
  });
}

test('a word without what the site fills in is refused, and the sentence names its key', async () => {
  const version = await words('broken', 'Translated');
  expect(await publish(version)).toMatchObject({
    ok: false,
    problems: [{ field: 'words.0.word', problem: 'word-values', key: 'made.translated' }],
  });
  const { sentenceFor } = await import('../../cms/src/publishing/sentences.ts');
  const problem = {
    ...{ field: 'words.0.word', problem: 'word-values' as const },
    ...{ key: 'made.translated', values: '{{date}}' },
  };
  expect(sentenceFor(problem)).toBe(
    "Write 'made.translated' with the values that the English has in double braces, and no others: {{date}}.",
  );
});

test('a word that the site does not have is refused', async () => {
  expect(await publish(await words('unknown', 'Home', 'nav.hoem'))).toMatchObject({
    ok: false,
    problems: [{ field: 'words.0.key', problem: 'unknown-word', key: 'nav.hoem' }],
  });
});

test('a translation of a word is held to the same, and goes live when it keeps it', async () => {
  const version = await words('good', 'Translated on {{date}}');
  expect(await publish(version)).toMatchObject({ ok: true });
  const polish = (word: string) =>
    publishing.publish(cms.payload, {
      ...{ kind: 'interface-words', document: version.id, language: 'pl', sourceEdition: 1 },
      ...{ change: 'major', changeNote: null, by: publisher.email },
      targets: { 'words.w1.word': word },
    } as never);
  expect(await polish('Przetłumaczono')).toMatchObject({
    ok: false,
    problems: [{ problem: 'word-values', key: 'made.translated' }],
  });
  expect(await polish('Tłumaczenie z dnia {{date}}')).toMatchObject({ ok: true });
});

test('an editor writes them, and a translator does not', async () => {
  const { id } = await words('whose', 'Translated on {{date}}');
  const translator = await cms.account('translator');
  const editor = await cms.account('editor');
  const asked = { slug: 'hers', revision: 1 };
  const path = `/api/interface-words/${id}`;
  expect((await cms.ask(translator, 'PATCH', path, asked)).status).toBe(403);
  expect((await cms.ask(editor, 'PATCH', path, asked)).status).toBe(200);
});
