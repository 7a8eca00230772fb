import { type Expected, readXliff } from '@charterpress/shared/domain/translation/files/read.ts';
import { LARGEST_FILE } from '@charterpress/shared/domain/translation/files/xml.ts';
import { describe, expect, test } from 'vitest';

const two = (inside: string, { original = 'guides/g1', trgLang = 'pl' } = {}) =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="${trgLang}"><file id="f" original="${original}">${inside}</file></xliff>`;
const one = (inside: string, { original = 'guides/g1', source = 'en', target = 'pl' } = {}) =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="${original}" source-language="${source}" target-language="${target}" datatype="plaintext"><body>${inside}</body></file></xliff>`;
const unit = '<unit id="title"><segment><source>A</source><target>B</target></segment></unit>';
const transUnit = '<trans-unit id="title"><source>A</source><target>B</target></trans-unit>';

describe('a file is refused whole', () => {
  test.each<[string, string, string]>([
    ['a document type', `<!DOCTYPE xliff>${two(unit)}`, 'doctype'],
    ['entities of its own', `<!DOCTYPE x [<!ENTITY a "b">]>${two(unit)}`, 'doctype'],
    ['an entity that nobody declared', two(unit.replace('B', '&nbsp;B')), 'entity'],
    ['an entity in an attribute', two(unit.replace('"title"', '"&a;"')), 'entity'],
    ['no XML', 'Dear all, the translation is attached.', 'not-xml'],
    ['XML that breaks off', two(unit).slice(0, -9), 'not-xml'],
    ['tags that cross', two('<unit id="a"><segment></unit></segment>'), 'not-xml'],
    ['a prefix that nothing declares', two('<x:unit/>'), 'not-xml'],
    ['a character that XML cannot hold', two(unit.replace('B', '&#1;')), 'not-xml'],
    ['elements one in another without end', two('<group>'.repeat(9_000)), 'not-xml'],
    ['another format', '<tmx version="1.4"><body/></tmx>', 'not-xliff'],
    ['a version nobody knows', two(unit).replace('"2.1"', '"3.0"'), 'not-xliff'],
    ['several documents', two(`${unit}</file><file id="g">`), 'several-documents'],
    [
      'several documents in 1.2',
      one(transUnit).replace('</file>', '</file><file/>'),
      'several-documents',
    ],
    ['no document of ours', two(unit, { original: 'welcome.docx' }), 'no-document'],
    ['a document of no kind', two(unit, { original: 'users/u1' }), 'no-document'],
    ['more than a document', two(unit, { original: 'guides/g1/more' }), 'no-document'],
    ['a path for a document', two(unit, { original: 'guides/../g1' }), 'no-document'],
    ['no language', two(unit, { trgLang: '' }), 'unknown-language'],
    ['a language nobody publishes in', two(unit, { trgLang: 'de' }), 'unknown-language'],
    ['English for a translation', two(unit, { trgLang: 'en' }), 'unknown-language'],
    ['another source', one(transUnit, { source: 'fr' }), 'source-language'],
    ['a unit that is there twice', two(unit + unit), 'duplicate-unit'],
    ['a unit that is there twice in 1.2', one(transUnit + transUnit), 'duplicate-unit'],
    [
      'a unit that is there again in a group',
      two(`${unit}<group id="g">${unit}</group>`),
      'duplicate-unit',
    ],
  ])('for %s', (_words, file, why) => {
    expect(whyNot(bytes(file))).toBe(why);
  });

  test('for more than 10 MB', () => {
    expect(whyNot(new Uint8Array(LARGEST_FILE + 1))).toBe('too-large');
  });

  test('for bytes that are no text', () => {
    expect(whyNot(new Uint8Array([0x3c, 0x61, 0xff, 0xff]))).toBe('not-text');
  });

  test('for a document type that hides in another encoding', () => {
    const disguised = Buffer.from(`\ufeff<!DOCTYPE xliff>${two(unit)}`, 'utf16le');
    expect(whyNot(disguised)).toBe('doctype');
  });

  test('for another language than it was handed in for', () => {
    expect(whyNot(bytes(two(unit)), { language: 'ur' })).toBe('other-language');
  });

  test('for another document than it was handed in for', () => {
    const document = { kind: 'guides', document: 'g2' } as const;
    expect(whyNot(bytes(one(transUnit)), { document })).toBe('other-document');
  });
});

describe('a file is taken', () => {
  test.each([
    ['with a region beside its language', two(unit, { trgLang: 'pl-PL' })],
    ['in letters of another size', one(transUnit, { target: 'PL', source: 'EN-gb' })],
    ['with comments and instructions of a tool', `<?tool x?>${two(unit)}<!-- done -->`],
  ])('%s', (_words, file) => {
    const read = readXliff(bytes(file), { language: 'pl' });
    expect(read).toMatchObject({ ok: true, file: { language: 'pl', kind: 'guides' } });
  });

  test('in UTF-16, as some tools write it', () => {
    const read = readXliff(Buffer.from(`\ufeff${two(unit)}`, 'utf16le'));
    expect(read.ok).toBe(true);
  });

  test('with CDATA, in which nothing is markup', () => {
    const read = readXliff(bytes(two(unit.replace('B', 'a<![CDATA[<b> &lt;]]>c'))));
    expect(read).toMatchObject({ file: { units: [{ target: { text: 'a<<b> &lt;c' } }] } });
  });
});

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function whyNot(file: Uint8Array, expected?: Expected): string {
  const read = readXliff(file, expected);
  return read.ok ? 'taken' : read.refusal.why;
}
