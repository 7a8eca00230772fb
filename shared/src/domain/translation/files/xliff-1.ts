/** XLIFF 1.2 (OASIS, 2008), as its strict schema has it. */
import { SOURCE_LANGUAGE } from '../../../languages.ts';
import type { Code } from '../segment.ts';
import {
  elementsIn,
  type FoundFile,
  type FoundUnit,
  foreignNotes,
  hashFrom,
  revisionFrom,
  unitsIn,
} from './found.ts';
import {
  type CodeWriter,
  type Meaning,
  numbered,
  readInline,
  writeSource,
  writeTarget,
} from './inline.ts';
import {
  fingerprintOf,
  notesOnFile,
  notesOnUnit,
  type Outgoing,
  type OutgoingUnit,
  originalOf,
  type UnitState,
  unitId,
} from './transfer.ts';
import { element, line, type Note, noteLines, xmlFile } from './write-xml.ts';
import type { XmlElement } from './xml.ts';

export const XLIFF_1 = 'urn:oasis:names:tc:xliff:document:1.2';

export function writeXliff1(file: Outgoing): string {
  const about = {
    original: originalOf(file),
    'source-language': SOURCE_LANGUAGE,
    'target-language': file.language,
    datatype: 'plaintext',
    'product-version': String(file.edition),
  };
  const header = element('header', {}, noteLines(notesOnFile(file), ours));
  const body = element('body', {}, file.units.flatMap(unitLines));
  const whole = element('file', about, [...header, ...body]);
  return xmlFile(element('xliff', { xmlns: XLIFF_1, version: '1.2' }, whole));
}

/** What stands in the root element of a file of this version. */
export function readXliff1(root: XmlElement): FoundFile {
  const files = elementsIn(root, 'file');
  const about = files[0]?.attributes;
  return {
    version: '1.2',
    files: files.length,
    original: about?.get('original') ?? '',
    source: about?.get('source-language') ?? '',
    language: about?.get('target-language') ?? '',
    units: files
      .flatMap((file) => elementsIn(file, 'body'))
      .flatMap((body) => unitsIn(body, 'trans-unit'))
      .map(foundUnit),
  };
}

/** The strict schema has no room for attributes of our own: fingerprint and revision stand in `extradata`. */
function unitLines(unit: OutgoingUnit): readonly string[] {
  const { revision, segment, state, target } = unit;
  const { hash, key, path } = segment;
  const translated = target === null ? null : writeTarget(segment, target, asElement);
  const wrote = translated === null ? [] : [fingerprintOf(target ?? '')];
  const about = {
    id: unitId(key),
    resname: path,
    'xml:space': 'preserve',
    extradata: [hash, revision, ...wrote].join(' '),
    approved: state === 'reviewed' && translated !== null ? 'yes' : 'no',
  };
  return element('trans-unit', about, [
    line('source', {}, writeSource(segment, asElement)),
    ...(translated === null ? [] : [line('target', stateOf(state), translated)]),
    ...noteLines(notesOnUnit(unit), ours),
  ]);
}

const OUR_NOTE = 'charterpress-';
const ours = ({ category }: Note) => ({ from: `${OUR_NOTE}${category}` });

function stateOf(state: UnitState): Readonly<Record<string, string>> {
  if (state === 'translated') return { state };
  if (state === 'reviewed') return { state: 'signed-off' };
  const inherited = { 'state-qualifier': 'leveraged-inherited' };
  return { state: 'needs-translation', ...(state === 'behind' ? inherited : {}) };
}

/** No code is to be repeated. */
const asElement: CodeWriter = (code) => ({
  name: code.is === 'marks' || code.is === 'link' ? 'g' : 'x',
  attributes: { id: String(code.number), ctype: ctypeOf(code), clone: 'no', ...equivalent(code) },
});

function ctypeOf(code: Code): string {
  if (code.is === 'break') return 'lb';
  if (code.is === 'link') return 'link';
  if (code.is === 'fact') return 'x-fact';
  return code.marks.length === 1 ? String(code.marks[0]) : `x-${code.marks.join('-')}`;
}

function equivalent(code: Code): Readonly<Record<string, string>> {
  return code.is === 'fact' ? { 'equiv-text': `{${code.fact.kind}}` } : {};
}

function foundUnit(unit: XmlElement): FoundUnit {
  const [target] = elementsIn(unit, 'target');
  const [hash, revision, wrote] = (unit.attributes.get('extradata') ?? '').split(' ');
  return {
    id: unit.attributes.get('id') ?? '',
    hash: hashFrom(hash),
    revision: revisionFrom(revision),
    wrote: hashFrom(wrote),
    target: target === undefined ? { is: 'nothing' } : readInline(target, meaningOf),
    isDone: isDone(unit, target),
    notes: notesIn(unit),
  };
}

/** A tool that says nothing of how far a text has come is done with it. */
function isDone(unit: XmlElement, target: XmlElement | undefined): boolean {
  const state = target?.attributes.get('state') ?? 'translated';
  return (
    unit.attributes.get('approved') === 'yes' ||
    ['translated', 'final', 'signed-off'].includes(state)
  );
}

function notesIn(unit: XmlElement): readonly string[] {
  const isOurs = (note: XmlElement) => note.attributes.get('from')?.startsWith(OUR_NOTE) ?? false;
  return foreignNotes(elementsIn(unit, 'note'), isOurs);
}

/** Tools may write a pair as two ends, and mark segments and terms inside a text. */
function meaningOf({ attributes, name, space }: XmlElement): Meaning {
  if (space !== XLIFF_1) return { is: 'foreign' };
  if (name === 'g') return numbered('pair', attributes.get('id'));
  if (name === 'x') return numbered('alone', attributes.get('id'));
  if (name === 'bx') return numbered('begin', attributes.get('rid') ?? attributes.get('id'));
  if (name === 'ex') return numbered('end', attributes.get('rid') ?? attributes.get('id'));
  return name === 'mrk' ? { is: 'through' } : { is: 'foreign' };
}
