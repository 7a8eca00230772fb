/** XLIFF 2.1 (OASIS, 2018), whose core elements stand in the namespace of 2.0. */
import { SOURCE_LANGUAGE } from '../../../languages.ts';
import { digestOf } from '../../digest.ts';
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
  type IncomingText,
  notesOnFile,
  notesOnUnit,
  OURS,
  type Outgoing,
  type OutgoingUnit,
  originalOf,
  type UnitState,
  unitId,
} from './transfer.ts';
import { element, line, type Note, noteLines, xmlFile } from './write-xml.ts';
import type { XmlElement } from './xml.ts';

export const XLIFF_2 = 'urn:oasis:names:tc:xliff:document:2.0';

export function writeXliff2(file: Outgoing): string {
  const root = {
    xmlns: XLIFF_2,
    'xmlns:cp': OURS,
    version: '2.1',
    srcLang: SOURCE_LANGUAGE,
    trgLang: file.language,
  };
  const about = {
    id: `f-${digestOf(originalOf(file)).slice(0, 12)}`,
    original: originalOf(file),
    canResegment: 'no',
    srcDir: 'ltr',
    trgDir: file.direction,
    'xml:space': 'preserve',
    'cp:edition': String(file.edition),
  };
  const inside = [...notes(notesOnFile(file)), ...file.units.flatMap(unitLines)];
  return xmlFile(element('xliff', root, element('file', about, inside)));
}

/** What stands in the root element of a file of this version. */
export function readXliff2(root: XmlElement): FoundFile {
  const files = elementsIn(root, 'file');
  return {
    version: '2.1',
    files: files.length,
    original: files[0]?.attributes.get('original') ?? '',
    source: root.attributes.get('srcLang') ?? '',
    language: root.attributes.get('trgLang') ?? '',
    units: files.flatMap((file) => unitsIn(file, 'unit')).map(foundUnit),
  };
}

function unitLines(unit: OutgoingUnit): readonly string[] {
  const { revision, segment, state, target } = unit;
  const { hash, key, path } = segment;
  const translated = target === null ? null : writeTarget(segment, target, asElement);
  const about = {
    id: unitId(key),
    name: path,
    'cp:hash': hash,
    'cp:revision': String(revision),
    ...(translated === null ? {} : { 'cp:wrote': fingerprintOf(target ?? '') }),
  };
  const texts = [
    line('source', {}, writeSource(segment, asElement)),
    ...(translated === null ? [] : [line('target', {}, translated)]),
  ];
  const stands = stateOf(translated === null ? 'untranslated' : state);
  return element('unit', about, [
    ...notes(notesOnUnit(unit)),
    ...element('segment', stands, texts),
  ]);
}

function notes(said: readonly Note[]): readonly string[] {
  const lines = noteLines(said, ours);
  return lines.length === 0 ? [] : element('notes', {}, lines);
}

const OUR_NOTE = 'cp-';
const ours = ({ category }: Note, number: number) => ({ id: `${OUR_NOTE}${number}`, category });

function stateOf(state: UnitState): Readonly<Record<string, string>> {
  if (state === 'translated' || state === 'reviewed') return { state };
  if (state === 'untranslated') return { state: 'initial' };
  return { state: 'initial', subState: `cp:${state}` };
}

/** No code may be left out or repeated, whatever else a translator does with it. */
const asElement: CodeWriter = (code) => ({
  name: code.is === 'marks' || code.is === 'link' ? 'pc' : 'ph',
  attributes: { id: String(code.number), canCopy: 'no', canDelete: 'no', ...typeOf(code) },
});

function typeOf(code: Code): Readonly<Record<string, string>> {
  if (code.is === 'break') return { type: 'fmt', subType: 'xlf:lb' };
  if (code.is === 'link') return { type: 'link' };
  if (code.is === 'fact') return { type: 'other', equiv: `{${code.fact.kind}}` };
  const [mark, ...more] = code.marks;
  if (mark === undefined || more.length > 0) return { type: 'fmt' };
  return { type: 'fmt', subType: mark === 'bold' ? 'xlf:b' : 'xlf:i' };
}

function foundUnit(unit: XmlElement): FoundUnit {
  const segments = elementsIn(unit, 'segment');
  const [segment] = segments;
  return {
    id: unit.attributes.get('id') ?? '',
    hash: hashFrom(unit.attributes.get(`{${OURS}}hash`)),
    revision: revisionFrom(unit.attributes.get(`{${OURS}}revision`)),
    wrote: hashFrom(unit.attributes.get(`{${OURS}}wrote`)),
    target:
      segments.length + elementsIn(unit, 'ignorable').length > 1
        ? { is: 'unreadable', why: 'split' }
        : targetOf(segment),
    isDone: ['translated', 'reviewed', 'final'].includes(segment?.attributes.get('state') ?? ''),
    notes: notesIn(unit),
  };
}

function targetOf(segment: XmlElement | undefined): IncomingText {
  const [target] = segment === undefined ? [] : elementsIn(segment, 'target');
  return target === undefined ? { is: 'nothing' } : readInline(target, meaningOf);
}

function notesIn(unit: XmlElement): readonly string[] {
  const isOurs = (note: XmlElement) => note.attributes.get('id')?.startsWith(OUR_NOTE) ?? false;
  const all = elementsIn(unit, 'notes').flatMap((notes) => elementsIn(notes, 'note'));
  return foreignNotes(all, isOurs);
}

/** Tools may write a pair as two ends, and mark terms and comments inside a text. */
function meaningOf({ attributes, name, space }: XmlElement): Meaning {
  if (space !== XLIFF_2) return { is: 'foreign' };
  if (name === 'pc') return numbered('pair', attributes.get('id'));
  if (name === 'ph') return numbered('alone', attributes.get('id'));
  if (name === 'sc') return numbered('begin', attributes.get('id'));
  if (name === 'ec') return numbered('end', attributes.get('startRef') ?? attributes.get('id'));
  if (name === 'mrk') return { is: 'through' };
  return name === 'sm' || name === 'em' ? { is: 'nothing' } : { is: 'foreign' };
}
