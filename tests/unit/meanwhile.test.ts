import { meanwhile, putTogether } from '@charterpress/shared/domain/meanwhile.ts';
import { describe, expect, test } from 'vitest';
import { paragraph, text, tree } from '../support/texts.ts';

const part = (id: string, title: string) => ({ id, slug: id, title, body: paragraph('Words.') });
const base = { title: 'Playgroups', summary: 'Where to play', parts: [part('a', 'What it is')] };
const paths = (mine: object, theirs: object) =>
  meanwhile('guides', {
    base,
    mine: { ...base, ...mine },
    theirs: { ...base, ...theirs },
  }).map(({ path }) => path);

describe('what somebody else changed meanwhile', () => {
  test('is a field that they changed and I did not', () => {
    const [only] = meanwhile('guides', { base, mine: base, theirs: { ...base, title: 'Theirs' } });
    expect(only).toMatchObject({
      path: 'title',
      mine: 'Playgroups',
      theirs: 'Theirs',
      both: false,
    });
  });

  test('is marked where both of us changed it', () => {
    const mine = { ...base, title: 'Mine' };
    const [only] = meanwhile('guides', { base, mine, theirs: { ...base, title: 'Theirs' } });
    expect(only?.both).toBe(true);
  });

  test('is not what I alone changed', () => {
    expect(paths({ title: 'Mine' }, { summary: 'Theirs' })).toEqual(['summary']);
  });

  test('is not what both of us changed to the same words', () => {
    expect(paths({ title: 'Same' }, { title: 'Same' })).toEqual([]);
  });

  test('is the address too', () => {
    expect(paths({}, { slug: 'play' })).toEqual(['slug']);
  });

  test('is told row by row while the rows are the same', () => {
    expect(paths({}, { parts: [part('a', 'Theirs')] })).toEqual(['parts.0.title']);
  });

  test('is the rows as a whole when one was added', () => {
    expect(paths({}, { parts: [...base.parts, part('b', 'More')] })).toEqual(['parts']);
  });

  test('is not what the editor of texts adds by itself', () => {
    const said = { ...text('Words.'), mode: 'normal', style: '' };
    const body = tree([{ type: 'paragraph', version: 1, textFormat: 0, children: [said] }]);
    expect(paths({ parts: [{ ...part('a', 'What it is'), body }] }, {})).toEqual([]);
  });

  test('is not a tick that was left open instead of unticked', () => {
    expect(paths({ sensitive: null }, { sensitive: false })).toEqual([]);
  });
});

describe('put together', () => {
  const mine = { ...base, title: 'Mine', summary: 'My summary' };
  const theirs = { ...base, title: 'Theirs', parts: [part('a', 'Their part')] };
  const changed = meanwhile('guides', { base, mine, theirs });

  test('have what I alone changed, and theirs of the rest', () => {
    expect(putTogether(mine, changed, [])).toEqual({ ...theirs, summary: 'My summary' });
  });

  test('keep what I chose to keep', () => {
    expect(putTogether(mine, changed, ['title', 'parts.0.title'])).toEqual(mine);
  });
});
