import { compose } from '@charterpress/shared/domain/compose.ts';
import type { Problem } from '@charterpress/shared/domain/problem.ts';
import { describe, expect, test } from 'vitest';

const of = { relationTo: 'principles', value: 'p7' };
const picture = { relationTo: 'media', value: 'm1' };
const sentence = { id: 'a', section: 'meaning', sentence: 'We use the same words.', picture };
const easy = { of, form: 'easy-read', madeFrom: 1, sentences: [sentence] };
const film = {
  ...{ of, form: 'sign', madeFrom: 1, recording: picture, poster: picture },
  ...{ translatedBy: 'Asha Example', translatorRegistration: 'NRCPD 1' },
  ...{ checkedBy: 'Ben Example', checkerRegistration: 'NRCPD 2' },
};
const sound = { of, form: 'sound', madeFrom: 1, recording: picture, spokenIn: 'pl' };

describe('a language version', () => {
  test.each([
    ['Easy Read', easy],
    ['signing', film],
    ['a recording', sound],
  ])('in %s that has what its form wants can be published', (_form, version) => {
    expect(problemsOf(version)).toEqual([]);
  });

  test.each([
    ['Easy Read without sentences', { ...easy, sentences: [] }, 'sentences', 'empty'],
    ['Easy Read with a film', { ...easy, recording: picture }, 'recording', 'no-place-in-form'],
    ['a film without a poster', { ...film, poster: null }, 'poster', 'empty'],
    ['a film that nobody checked', { ...film, checkedBy: null }, 'checkedBy', 'empty'],
    [
      'a film checked by who signed it',
      { ...film, checkedBy: 'Asha Example' },
      'checkedBy',
      'repeated',
    ],
    ['a recording in no language', { ...sound, spokenIn: null }, 'spokenIn', 'empty'],
    ['a recording in Klingon', { ...sound, spokenIn: 'tlh' }, 'spokenIn', 'not-a-choice'],
    ['a recording in a form', { ...sound, spokenIn: 'bfi' }, 'spokenIn', 'not-a-choice'],
    ['no edition to go by', { ...easy, madeFrom: null }, 'madeFrom', 'empty'],
  ])('that is %s cannot', (_what, version, field, problem) => {
    expect(problemsOf(version)).toMatchObject([{ field, problem }]);
  });

  test('has a picture with every sentence', () => {
    const without = { ...easy, sentences: [{ ...sentence, picture: null }] };
    expect(problemsOf(without)).toMatchObject([{ field: 'sentences.0.picture', problem: 'empty' }]);
  });

  test('says nothing about sections that the text does not have', () => {
    const elsewhere = { ...easy, sentences: [{ ...sentence, section: 'introduction' }] };
    expect(problemsOf(elsewhere)).toMatchObject([
      { field: 'sentences.0.section', problem: 'not-a-choice', value: 'introduction' },
    ]);
  });

  test('names the part of a guide that a sentence is about, and of nothing else', () => {
    const guide = { relationTo: 'guides', value: 'g1' };
    const inPart = { ...easy, of: guide, sentences: [{ ...sentence, section: 'part' }] };
    expect(problemsOf(inPart)).toMatchObject([{ field: 'sentences.0.part', problem: 'empty' }]);
    const outside = { ...easy, sentences: [{ ...sentence, part: 'cost' }] };
    expect(problemsOf(outside)).toMatchObject([
      { field: 'sentences.0.part', problem: 'no-place-in-form' },
    ]);
  });
});

function problemsOf(version: object): readonly Problem[] {
  const composed = compose('language-versions', version as never);
  return composed.ok ? [] : composed.problems;
}
