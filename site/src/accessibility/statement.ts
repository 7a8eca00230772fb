/**
 * What the accessibility statement may claim: what the tests found, and what is known to be missing. The numbers are written
 * by the tests themselves (`A11Y=write npm test a11y`), and the tests fail while the files say anything else.
 */
import adapting from './adapting.json' with { type: 'json' };
import pages from './pages.json' with { type: 'json' };

export type Check = 'axe' | 'dark' | 'zoom' | 'actions' | 'markup' | 'keyboard' | 'eyes';

export type Result = {
  readonly tested: string;
  readonly pages: number;
  readonly failed: Readonly<Partial<Record<Check, number>>>;
};

/** Something that does not work yet, and no test of the pages can see. */
export type Known = {
  readonly is: 'documents';
  /** Of WCAG 2.2. */
  readonly criteria: readonly string[];
};

/** One by one taken off here when it is mended. */
export const known: readonly Known[] = [
  { is: 'documents', criteria: ['1.1.1', '1.3.1', '1.3.2', '2.4.2', '3.1.1', '4.1.2'] },
];

export type Counted = { readonly check: Check; readonly pages: number; readonly failed: number };

export type Statement = {
  /** The day of the older of the tests. */
  readonly tested: string;
  readonly pages: number;
  readonly counts: readonly Counted[];
  /** Only what nothing speaks against is whole. */
  readonly is: 'full' | 'part';
  readonly known: readonly Known[];
};

export function statementOf(results: readonly Result[], problems: readonly Known[]): Statement {
  const counts = results.flatMap(({ failed, pages: count }) =>
    Object.entries(failed).map(
      ([check, faults]): Counted => ({ check: check as Check, pages: count, failed: faults }),
    ),
  );
  const isGood = counts.every(({ failed, pages: all }) => all > 0 && failed === 0);
  return {
    tested: results.map(({ tested }) => tested).sort()[0] ?? '',
    pages: Math.max(0, ...results.map((result) => result.pages)),
    counts,
    is: isGood && problems.length === 0 ? 'full' : 'part',
    known: problems,
  };
}

export function ownStatement(): Statement {
  return statementOf([pages, adapting], known);
}
