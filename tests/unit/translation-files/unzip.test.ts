import { LARGEST_FILE } from '@charterpress/shared/domain/translation/files/xml.ts';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import {
  isZip,
  LARGEST_WHOLE,
  MOST_FILES,
  unzipped,
} from '../../../cms/src/translation/exchange/unzip.ts';

const file = strToU8('<xliff/>');

test('a zip of several files gives each of them, folders and the leavings of computers left aside', () => {
  const zip = zipSync({
    'pl/guides-1.xlf': file,
    'pl/guides-2.XLIFF': [strToU8('two'), { level: 0 }],
    'pl/': new Uint8Array(),
    '__MACOSX/pl/._guides-1.xlf': file,
    'pl/.DS_Store': file,
  });
  expect([isZip(zip), namesIn(zip)]).toEqual([true, ['pl/guides-1.xlf', 'pl/guides-2.XLIFF']]);
});

describe('a zip is refused', () => {
  test.each([
    ['../outside.xlf'],
    ['pl/../../outside.xlf'],
    ['/etc/outside.xlf'],
    ['C:outside.xlf'],
    ['pl\\..\\outside.xlf'],
  ])('for the name %s, which leads outside', (name) => {
    expect(refusal(zipSync({ 'pl/1.xlf': file, [name]: file }))).toEqual({
      why: 'zip-path',
      found: name,
    });
  });

  test('for a file that is no translation', () => {
    const inside = zipSync({ 'deeper.xlf': file });
    expect(refusal(zipSync({ 'more.zip': inside }))).toMatchObject({ why: 'zip-other-file' });
  });

  test('for what unfolds to more than it may, whatever it says of its size', () => {
    const bomb = zipSync({ 'bomb.xlf': new Uint8Array(LARGEST_WHOLE + 1) });
    expect(bomb.length).toBeLessThan(LARGEST_FILE / 100);
    expect(refusal(sayingItIsSmall(bomb))).toEqual({ why: 'zip-too-large' });
  });

  test('for many files that are too much together', () => {
    const names = Array.from({ length: 9 }, (_, at) => `${at}.xlf`);
    const each = new Uint8Array(LARGEST_WHOLE / 8);
    expect(refusal(zipSync(Object.fromEntries(names.map((name) => [name, each]))))).toEqual({
      why: 'zip-too-large',
    });
  });

  test('for too many files', () => {
    const names = Array.from({ length: MOST_FILES + 1 }, (_, at) => `${at}.xlf`);
    expect(refusal(zipSync(Object.fromEntries(names.map((name) => [name, file]))))).toEqual({
      why: 'zip-too-many',
    });
  });

  test('for the same file twice', () => {
    const zip = zipSync({ 'a.xlf': file, 'b.xlf': file });
    const renamed = Buffer.from(
      Buffer.from(zip).toString('latin1').replaceAll('b.xlf', 'a.xlf'),
      'latin1',
    );
    expect(refusal(renamed)).toEqual({ why: 'zip-same-name', found: 'a.xlf' });
  });

  test('for nothing in it', () => {
    expect(refusal(zipSync({}))).toEqual({ why: 'zip-empty' });
  });

  test('for breaking off', () => {
    const zip = zipSync({ 'a.xlf': strToU8('some words that go on '.repeat(5_000)) });
    expect(refusal(zip.subarray(0, 60))).toEqual({ why: 'zip-broken' });
  });

  test('for bytes that no decoder reads', () => {
    const zip = zipSync({ 'a.xlf': strToU8('some words that go on '.repeat(50)) });
    zip.fill(0xff, 36, 60);
    expect(refusal(zip)).toEqual({ why: 'zip-broken' });
  });
});

function namesIn(zip: Uint8Array): readonly string[] {
  const taken = unzipped(zip);
  return taken.ok ? [...taken.files.keys()] : [];
}

function refusal(zip: Uint8Array) {
  const taken = unzipped(zip);
  return taken.ok ? null : taken.refusal;
}

/** Writes 8 where the first file and the list at the end say how large it is. */
function sayingItIsSmall(zip: Uint8Array): Uint8Array {
  const lying = Buffer.from(zip);
  lying.writeUInt32LE(8, 22);
  const entry = lying.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  lying.writeUInt32LE(8, entry + 24);
  return lying;
}
