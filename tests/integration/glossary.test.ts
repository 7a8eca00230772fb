import { beforeAll, describe, expect, test } from 'vitest';
import { type Cms, startCms } from '../support/cms.ts';

let cms: Cms;
let glossary: typeof import('../../cms/src/translation/glossary.ts');
let publishing: typeof import('../../cms/src/publishing/publish.ts');
let removal: typeof import('../../cms/src/publishing/removal.ts');

beforeAll(async () => {
  cms = await startCms();
  glossary = await import('../../cms/src/translation/glossary.ts');
  publishing = await import('../../cms/src/publishing/publish.ts');
  removal = await import('../../cms/src/publishing/removal.ts');
});

type Wording = { readonly use: 'approved' | 'forbidden'; readonly wording: string };

const polish = () => glossary.glossaryFor(cms.payload, 'pl');

describe('the words that a trust agreed on', () => {
  let id: string;

  async function publish(...wordings: readonly Wording[]): Promise<void> {
    const rows = wordings.map((wording) => ({ language: 'pl', ...wording }));
    const version = { term: 'pledge', plainMeaning: 'A promise.', slug: 'pledge', wordings: rows };
    const answer = await publishing.publish(cms.payload, {
      ...{ kind: 'terms', document: id, language: 'en', version: version as never },
      ...{ change: 'major', changeNote: null, by: 'publisher@example.org' },
    });
    expect(answer).toMatchObject({ ok: true });
  }

  beforeAll(async () => {
    const data = { term: 'pledge', plainMeaning: 'A promise.' };
    const asked = { collection: 'terms', data, overrideAccess: true };
    ({ id } = (await cms.payload.create(asked as never)) as { id: string });
  });

  test('are none before one of them is published', async () => {
    expect(await polish()).toEqual([]);
  });

  test('hold from the moment in which they are published', async () => {
    await publish({ use: 'approved', wording: 'obietnica' });
    expect(await polish()).toMatchObject([{ term: 'pledge', approved: ['obietnica'] }]);
    await publish({ use: 'forbidden', wording: 'obietnica' });
    expect(await polish()).toMatchObject([{ approved: [], forbidden: ['obietnica'] }]);
  });

  test('are of one language each', async () => {
    expect(await glossary.glossaryFor(cms.payload, 'ur')).toMatchObject([{ forbidden: [] }]);
    expect(await polish()).toMatchObject([{ forbidden: ['obietnica'] }]);
  });

  test('are gone with the term that is removed', async () => {
    const subject = { kind: 'terms', document: id } as const;
    await removal.askRemoval(cms.payload, { ...subject, reason: 'Test.', by: 'one@example.org' });
    await removal.confirmRemoval(cms.payload, { ...subject, by: 'two@example.org' });
    expect(await polish()).toEqual([]);
  });
});
