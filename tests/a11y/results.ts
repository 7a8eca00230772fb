/** What a file of tests found, counted as the accessibility statement says it. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Check, Result } from '../../site/src/accessibility/statement.ts';

export const isEverything = process.env.A11Y === 'everything';

export type Tally = {
  /** Notes what a check found on a page. */
  readonly note: (check: Check, findings: readonly unknown[]) => void;
  /** What is found now, and what the statement says of it; `A11Y=write` makes the one into the other. */
  readonly compared: () => { readonly found: object; readonly said: object };
};

export function tallyFor(name: 'pages' | 'adapting', pages: number): Tally {
  const file = new URL(`../../site/src/accessibility/${name}.json`, import.meta.url);
  const failed: Partial<Record<Check, number>> = {};
  return {
    note: (check, findings) => {
      failed[check] = (failed[check] ?? 0) + (findings.length > 0 ? 1 : 0);
    },
    compared: () => {
      const found = { pages, failed };
      const tested = new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);
      if (process.env.A11Y === 'write') {
        writeFileSync(file, `${JSON.stringify({ tested, ...found }, null, 2)}\n`);
      }
      const { tested: _, ...said } = JSON.parse(readFileSync(file, 'utf8')) as Result;
      return { found, said };
    },
  };
}
