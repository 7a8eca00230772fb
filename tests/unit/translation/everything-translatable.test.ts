/** What a reader meets and no page is made of: texts of pictures, and words of menus. */
import { segmentsOf } from '@charterpress/shared/domain/translation/segments.ts';
import { expect, test } from 'vitest';
import { prose } from '../../support/parent-site.ts';

test('the texts of a picture are segments like any other', () => {
  const picture = {
    ...{ title: 'At the gate', alternativeText: 'A parent waits.', decorative: false },
    ...{ caption: 'Half past eight.', accessibleEquivalent: null, contact: null, captions: null },
    ...{ transcript: prose('Nobody speaks.'), file: [] },
  };
  const found = segmentsOf('media', picture, { transcript: ['t1'] });
  expect(found.map(({ style, text }) => [style, text])).toEqual([
    ['line', 'At the gate'],
    ['paragraph', 'A parent waits.'],
    ['paragraph', 'Half past eight.'],
    ['paragraph', 'Nobody speaks.'],
  ]);
});

test('a word of the interface is a segment of its own style, and its key is none', () => {
  const words = [{ id: 'w1', key: 'made.translated', word: 'Translated on {{date}}' }];
  const found = segmentsOf('interface-words', { words }, {});
  expect(found).toMatchObject([
    { key: 'words.w1.word', style: 'word', text: 'Translated on {{date}}' },
  ]);
});

test('what is written in Easy Read is nobody’s source', () => {
  const version = {
    ...{ of: { kind: 'guides', document: 'g' }, form: 'easy-read' as const, madeFrom: 1 },
    sentences: [
      {
        ...{ id: 's1', section: 'body' as const, part: null, sentence: 'You can play here.' },
        picture: { kind: 'media', document: 'm' },
      },
    ],
    ...{ recording: null, poster: null, spokenIn: null, translatedBy: null },
    ...{ translatorRegistration: null, checkedBy: null, checkerRegistration: null },
  };
  expect(segmentsOf('language-versions', version, {})).toEqual([]);
});
