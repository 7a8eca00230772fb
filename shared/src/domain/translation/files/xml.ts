/**
 * XML as far as files of translations need it: no document type, no entities of its own, every name with its namespace,
 * and every character of a text as it stands.
 */
import { XMLParser, XMLValidator } from 'fast-xml-parser';

export type XmlElement = {
  /** The namespace it is in; empty for none. */
  readonly space: string;
  readonly name: string;
  /** By name; those with a prefix by their namespace and name: `{urn:example}name`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (string | XmlElement)[];
};

export type XmlRefusal = 'too-large' | 'not-text' | 'doctype' | 'entity' | 'not-xml';

export type XmlRead =
  | { readonly ok: true; readonly root: XmlElement }
  | { readonly ok: false; readonly refused: XmlRefusal };

/** In bytes: what one file of translations may weigh. */
export const LARGEST_FILE = 10 * 1024 * 1024;

const XML_SPACE = 'http://www.w3.org/XML/1998/namespace';

/** Reads a whole file; what stands in its way is named, and nothing of it is believed until then. */
export function readXml(bytes: Uint8Array): XmlRead {
  if (bytes.byteLength > LARGEST_FILE) return { ok: false, refused: 'too-large' };
  const text = textOf(bytes);
  if (text === null) return { ok: false, refused: 'not-text' };
  if (/<!(?!--|\[CDATA\[)/.test(text)) return { ok: false, refused: 'doctype' };
  if (unknownEntity.test(text)) return { ok: false, refused: 'entity' };
  const root = isWellFormed(text) ? rootOf(text) : null;
  return root === null ? { ok: false, refused: 'not-xml' } : { ok: true, root };
}

/** A text as it stands between tags. What parsers would make a line end of is written by its number. */
export function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

/** A value as it stands in double quotes: there parsers make spaces of line ends and tabs. */
export function escapeAttribute(value: string): string {
  return escapeText(value)
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\t', '&#9;');
}

/** What XML 1.0 has no way to write: most control characters, and halves of a character. */
export const outsideXml = /(?![\t\n\r\u007f-\u009f])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

export function fitsXml(text: string): boolean {
  return text.search(outsideXml) === -1;
}

const predefined = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);
/** Also inside CDATA, where it would be a text: no tool writes it there. */
const unknownEntity = /&(?!(?:lt|gt|amp|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)[^\s&;<]*;/;

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return 'utf-8';
}

function isWellFormed(text: string): boolean {
  return fitsXml(text) && XMLValidator.validate(text) === true;
}

/** An element as the parser gives it, in the order of the file. */
type Parsed = Readonly<Record<string, unknown>>;
type Scope = ReadonlyMap<string, string>;

const parser = new XMLParser({
  preserveOrder: true,
  trimValues: false,
  processEntities: false,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  cdataPropName: '#cdata',
  ignoreDeclaration: true,
  ignorePiTags: true,
});

function rootOf(text: string): XmlElement | null {
  try {
    const elements = (parser.parse(text) as readonly Parsed[]).filter((one) => !('#text' in one));
    const [root] = elements;
    const outside: Scope = new Map([['xml', XML_SPACE]]);
    return root === undefined || elements.length > 1 ? null : elementOf(root, outside);
  } catch (error) {
    // The parser throws where elements are nested too deeply or carry a name that JavaScript keeps for itself.
    if (error instanceof Error) return null;
    throw error;
  }
}

function elementOf(parsed: Parsed, outer: Scope): XmlElement {
  const tag = Object.keys(parsed).find((key) => key !== ':@') ?? '';
  const said = Object.entries((parsed[':@'] ?? {}) as Record<string, string>).map(
    ([name, value]) => [name, decoded(value)] as const,
  );
  const scope = scopeWith(said, outer);
  const { space, name } = named(tag, scope, scope.get('') ?? '');
  return {
    space,
    name,
    attributes: new Map(said.map(([key, value]) => [attributeName(key, scope), value])),
    children: childrenOf(parsed[tag], scope),
  };
}

function childrenOf(children: unknown, scope: Scope): readonly (string | XmlElement)[] {
  if (!Array.isArray(children)) return [];
  return (children as readonly Parsed[]).map((child) => {
    if ('#text' in child) return decoded(String(child['#text']));
    if ('#cdata' in child) return plainTexts(child['#cdata']);
    return elementOf(child, scope);
  });
}

/** What stands in CDATA is no markup: nothing in it is decoded. */
function plainTexts(children: unknown): string {
  if (!Array.isArray(children)) return '';
  return (children as readonly Parsed[]).map((child) => String(child['#text'] ?? '')).join('');
}

function scopeWith(said: readonly (readonly [string, string])[], outer: Scope): Scope {
  const declared = said
    .filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'))
    .map(([name, value]) => [name.slice('xmlns:'.length), value] as const);
  return declared.length === 0 ? outer : new Map([...outer, ...declared]);
}

function attributeName(key: string, scope: Scope): string {
  if (!key.includes(':') || key.startsWith('xmlns:')) return key;
  const { space, name } = named(key, scope, '');
  return `{${space}}${name}`;
}

function named(written: string, scope: Scope, unprefixed: string) {
  const [prefix, ...rest] = written.split(':');
  if (prefix === undefined || rest.length === 0) return { space: unprefixed, name: written };
  const space = scope.get(prefix);
  if (space === undefined) throw new Error(`Nothing declares the prefix of ${written}.`);
  return { space, name: rest.join(':') };
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-fA-F]+)|(\w+));/g, (_whole, ten, sixteen, name) => {
    if (name !== undefined) return predefined.get(name) ?? '';
    const code = ten === undefined ? Number.parseInt(sixteen, 16) : Number(ten);
    const character = code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffe';
    if (!fitsXml(character)) throw new Error(`XML cannot hold the character ${code}.`);
    return character;
  });
}
