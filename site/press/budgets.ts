/**
 * What a first visit may weigh on its way to an old telephone with little data, compressed as it is sent.
 *
 * A page above its budget keeps its last good bytes: its text can be cut into two. The median is of a whole release and no
 * page's fault: to refuse it would hold back texts that are light, an urgent one too, so it is said. Styles and scripts come
 * with the code: `npm test` refuses them, and the press says so of a bundle that was made without it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compressed } from './finish.ts';

const KB = 1024;

export const budgets = {
  page: 25 * KB,
  /** Of the pages of a release, half are lighter. */
  pageAtMedian: 15 * KB,
  styles: 10 * KB,
  /** As it is saved, uncompressed: one file that is whole by itself, for reading without a network. */
  booklet: 150 * KB,
  /** Of each page that has any: search, and leaving a page. */
  scripts: 8 * KB,
} as const;

/** Shown in whatever format the browser asks for by name: old ones take two to five times the bytes. */
export const modernImage = /\.(webp|avif|svg)$/;

/** What is too heavy in a folder of styles and scripts, in sentences. Fonts are those of the telephone. */
export function problemsOfAssets(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const fonts = files.filter((file) => /\.(woff2?|ttf|otf|eot)$/.test(file));
  return [
    ...tooHeavy('The styles weigh', ending(files, '.css'), budgets.styles),
    ...tooHeavy('The scripts weigh', ending(files, '.js'), budgets.scripts),
    ...fonts.map((file) => `${path.basename(file)} is a font; pages use those of the telephone.`),
  ];
}

/** `null` while half of the pages keep to the budget. */
export function problemOfMedian(weights: readonly number[]): string | null {
  const middle = weights.toSorted((one, other) => one - other)[Math.floor(weights.length / 2)] ?? 0;
  return middle <= budgets.pageAtMedian
    ? null
    : `Half of the pages weigh more than ${middle} bytes compressed; ${budgets.pageAtMedian} are meant. Take something off what stands on all of them.`;
}

/** `null` for a page that keeps to the budget. */
export function problemOfPage(weight: number): string | null {
  return weight <= budgets.page
    ? null
    : `It weighs ${weight} bytes compressed; ${budgets.page} are allowed. Cut it into two pages.`;
}

function ending(files: readonly string[], suffix: string): readonly string[] {
  return files.filter((file) => file.endsWith(suffix));
}

function tooHeavy(what: string, files: readonly string[], budget: number): readonly string[] {
  const weights = files.map((file) => compressed(readFileSync(file))[1]?.length ?? 0);
  const weight = weights.reduce((sum, one) => sum + one, 0);
  return weight <= budget ? [] : [`${what} ${weight} bytes compressed; ${budget} are allowed.`];
}
