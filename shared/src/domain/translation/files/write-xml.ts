/** Files of translations as they are written: an element a line, and a text with the tags around it. */
import { escapeAttribute, escapeText } from './xml.ts';

type Attributes = Readonly<Record<string, string>>;

export function xmlFile(root: readonly string[]): string {
  return ['<?xml version="1.0" encoding="UTF-8"?>', ...root, ''].join('\n');
}

/** Around lines that are written already. */
export function element(
  name: string,
  attributes: Attributes,
  inside: readonly string[],
): readonly string[] {
  return [`<${name}${attributesOf(attributes)}>`, ...inside, `</${name}>`];
}

/** On one line: `inside` is written already, and its spaces count. */
export function line(name: string, attributes: Attributes, inside: string): string {
  return `<${name}${attributesOf(attributes)}>${inside}</${name}>`;
}

export function attributesOf(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');
}

/** Something said beside a text, and what kind of thing that is. */
export type Note = { readonly category: string; readonly text: string };

/** One line for each that says something; `about` says in its attributes whose it is. */
export function noteLines(
  notes: readonly Note[],
  about: (note: Note, number: number) => Attributes,
): readonly string[] {
  return notes
    .filter(({ text }) => text !== '')
    .map((note, at) => line('note', about(note, at + 1), escapeText(note.text)));
}
