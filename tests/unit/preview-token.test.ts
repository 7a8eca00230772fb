import { readPass, signedPass } from '@charterpress/shared/domain/preview-token.ts';
import { describe, expect, test } from 'vitest';

const key = 'a key that the CMS and the preview share';
const until = Date.parse('2026-11-22T12:15:00.000Z');
const pass = { drafts: ['guides/12', 'facts/Łódź'], account: '5', session: 'abc', until };
const before = new Date(until - 1);

describe('a pass to the preview', () => {
  test('says what was signed, until its time', () => {
    expect(readPass(signedPass(pass, key), key, before)).toEqual({ state: 'good', pass });
  });

  test('is worth nothing from its time on', () => {
    expect(readPass(signedPass(pass, key), key, new Date(until))).toEqual({ state: 'expired' });
  });

  test('can stand in an address as it is', () => {
    expect(signedPass(pass, key)).toMatch(/^[\w.-]+$/);
  });

  test.each([
    ['another key', () => signedPass(pass, 'another key')],
    ['a longer time under the old signature', () => reSaid({ ...pass, until: until + 1 })],
    ['another draft under the old signature', () => reSaid({ ...pass, drafts: ['guides/13'] })],
    ['no signature', () => signedPass(pass, key).split('.')[0] ?? ''],
    ['nothing', () => ''],
    ['something behind it', () => `${signedPass(pass, key)}.x`],
  ])('with %s is not known', (_what, token) => {
    expect(readPass(token(), key, before)).toEqual({ state: 'unknown' });
  });
});

/** What another pass says, signed as the first one was. */
function reSaid(other: typeof pass): string {
  const [said] = signedPass(other, key).split('.');
  return `${said}.${signedPass(pass, key).split('.')[1]}`;
}
