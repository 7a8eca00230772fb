import {
  presentPath,
  steadyPath,
  translationField,
  translationOf,
} from '@charterpress/shared/domain/comments.ts';
import { describe, expect, test } from 'vitest';

const rows = ['first', 'second'];
const idAt = (path: string) => rows[Number(path.split('.')[1])] ?? null;
const rowsAt = (ids: readonly string[]) => () => ids;

describe('the place of a comment', () => {
  test('is the name of a field', () => {
    expect(steadyPath('title', idAt)).toBe('title');
    expect(presentPath('title', rowsAt([]))).toBe('title');
  });

  test('is kept by the id of its row', () => {
    expect(steadyPath('parts.1.body', idAt)).toBe('parts.second.body');
  });

  test('is found again when rows were moved', () => {
    expect(presentPath('parts.second.body', rowsAt(['second', 'first']))).toBe('parts.0.body');
  });

  test('is nowhere once its row is gone', () => {
    expect(presentPath('parts.second.body', rowsAt(['first']))).toBeNull();
  });
});

test('a comment on a segment in a language says both, and is no comment on a field', () => {
  const field = translationField('en-x-easyread', 'parts.6b02.title');
  expect(translationOf(field)).toEqual({ language: 'en-x-easyread', key: 'parts.6b02.title' });
  expect(translationOf('parts.6b02.title')).toBe(null);
});
