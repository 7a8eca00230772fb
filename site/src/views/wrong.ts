/** How to say that something on a page is wrong, and by which address to name the page. */
import type { ShownFact } from './facts.ts';
import { helplinesOf } from './footer.ts';
import type { Reader } from './reader.ts';

export type Wrong = {
  readonly title: string;
  readonly tell: string;
  /** On paper. */
  readonly newest: string;
  readonly fact: ShownFact;
  /** As it is said and typed, without `https://`. */
  readonly address: string;
};

/** Whoever answers first for everything is told: the first of the helplines. `null` where there is none, or no address. */
export function wrongOn(reader: Reader, address: string | null): Wrong | null {
  const [fact] = helplinesOf(reader);
  if (fact === undefined || address === null) return null;
  return {
    title: reader.words('wrong.title'),
    tell: reader.words('wrong.tell'),
    newest: reader.words('wrong.newest'),
    fact,
    address: typed(address),
  };
}

/** An address as it is said and typed. */
export function typed(address: string): string {
  return address.replace(/^https?:\/\//, '').replace(/\/$/, '');
}
