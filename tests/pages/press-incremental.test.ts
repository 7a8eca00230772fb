import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edit, filesIn, madeAtOnce } from '../support/press-at-work.ts';
import { publishedPress } from '../support/published-press.ts';

const edits = fc.record({
  document: fc.constantFrom(
    ...['guides-1', 'guides-2', 'guides-3', 'principles-1', 'principles-2', 'pledges-1'],
    ...['charter-1', 'facts-1', 'pages-1', 'pages-2', 'settings-1'],
  ),
  language: fc.constantFrom('en', 'pl', 'ur'),
  said: fc.stringMatching(/^[a-z]{1,12}$/),
  how: fc.constantFrom('text', 'text', 'text', 'safety', 'rename', 'withdraw', 'remove', 'unlink'),
});
type Edit = typeof edits extends fc.Arbitrary<infer E> ? E : never;

function change({ document, language, said, how }: Edit): Parameters<typeof edit>[1] {
  const texts = { title: said, summary: said, promise: said, statement: said, label: said };
  const content = document.startsWith('guides') || document.startsWith('pages') ? texts : texts;
  const ways = {
    text: { content, change: 'major' },
    safety: { content, change: 'safety' },
    rename: { slug: document.startsWith('guides') ? `guide-${said}` : undefined },
    withdraw: { action: 'withdrawn', changeNote: said },
    remove: { action: 'removed' },
    unlink: { content: { footerPages: [], principles: [], guides: [] } },
  };
  const way = Object.entries(ways[how]).filter(([, value]) => value !== undefined);
  return { document, language, ...Object.fromEntries(way) };
}

test('a site made edit by edit is byte for byte the site made at once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(edits, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
      async (publications) => {
        const work = await publishedPress(24);
        for (const publication of publications) {
          for (const each of publication) edit(work.feed, change(each));
          await work.press.publish();
          await work.press.tidy();
        }
        while ((await work.press.publish()).hasMore);
        const expected = await madeAtOnce(work.feed.editions);
        const release = work.press.folders.current() ?? 0;
        const made = filesIn(work.press.folders.at(release));
        await work.end();
        expect(withoutOld(made, expected)).toEqual(expected);
      },
    ),
    { numRuns: 8, verbose: 1 },
  );
  // Sixteen sites are made whole, and each text in three languages stands beside its English too.
}, 120_000);

/** Hashed assets of kept releases stay on purpose. */
function withoutOld(made: Readonly<Record<string, string>>, expected: object): object {
  return Object.fromEntries(
    Object.entries(made).filter(([file]) => file in expected || !/^(_astro|assets)\//.test(file)),
  );
}
