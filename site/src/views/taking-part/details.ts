/** What is known of something, name by name. */
import type { ShownFact, Way } from '../facts.ts';
import type { Link } from '../links.ts';
import type { Said } from '../reader.ts';

export type Detail = {
  readonly name: string;
  readonly lines: readonly Said[];
  readonly links: readonly Link[];
  readonly way: Way | null;
  readonly fact: ShownFact | null;
};

/** `null` where nothing is known: then nothing stands there. */
export function detail(name: string, known: Partial<Omit<Detail, 'name'>>): Detail | null {
  const { fact = null, lines = [], links = [], way = null } = known;
  const isKnown = lines.length + links.length > 0 || fact !== null || way !== null;
  return isKnown ? { name, lines, links, way, fact } : null;
}

export function details(...all: readonly (Detail | null)[]): readonly Detail[] {
  return all.filter((one) => one !== null);
}
