/**
 * The trust of tests that are not about the sample content: Kent in four languages, with the texts that tests name and what
 * these refer to. It stays as small as it is however much sample content there comes to be.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  authored,
  authoredEarlier,
  fileOf,
  readSamples,
  type Sample,
  type Setting,
  translatedTexts,
} from '@charterpress/cms/src/seeding/sample-content.ts';
import { root } from '../../cms/scripts/settings.ts';

/** English, one that is written from right to left, and one in another script. */
export const smallLanguages: readonly string[] = ['en', 'pl', 'ur', 'ne'];

const kent = join(root, 'shared/trusts/kent');
const principles = Array.from({ length: 15 }, (_, at) => `principles/${at + 1}`);
const guides = [
  ...['children-centres', 'core-offer', 'extended-schools'],
  ...['at-home', 'family-liaison-officers', 'four-tiers-of-need'],
].map((slug) => `guides/${slug}`);
const facts = ['after-school-club-price', 'family-information-line', 'parent-support-line'].map(
  (slug) => `facts/${slug}`,
);
const terms = ['terms/childrens-centre', 'terms/complaints-team'];
/** What came of the consultations on the principles, which are not published without it. */
const outcomes = [
  'outcomes/free-buses',
  'outcomes/help-before-a-crisis',
  'outcomes/help-near-home',
  'outcomes/one-telephone-number',
  'outcomes/tell-your-story-once',
  'outcomes/trained-people',
  'outcomes/whole-family-welcome',
  'outcomes/words-on-letters',
  'outcomes/you-can-see-what-changed',
];
const named = [
  ...['settings/settings', 'charter/charter', 'pages/home'],
  ...[...principles, ...guides, ...facts, ...terms, ...outcomes],
];

/** What a program is started with to serve it, once `makeSmallTrust` has made it in this folder. */
export function smallTrustIn(trusts: string): { readonly TRUST: string; readonly TRUSTS: string } {
  return { TRUST: 'small', TRUSTS: trusts };
}

/** Makes its folder in `trusts`. */
export function makeSmallTrust(trusts: string): void {
  const folder = join(trusts, 'small');
  mkdirSync(folder, { recursive: true });
  const yaml = readFileSync(join(kent, 'trust.yaml'), 'utf8');
  const languages = `languages: [${smallLanguages.join(', ')}]`;
  writeFileSync(join(folder, 'trust.yaml'), yaml.replace(/^languages: .*$/m, languages));
  const notes = smallLanguages.map((tag) => `style-notes/${tag}.md`);
  const contents = smallSamples().flatMap(filesOf);
  for (const file of ['logo.svg', ...notes, ...contents]) {
    if (existsSync(join(kent, file))) cpSync(join(kent, file), join(folder, file));
  }
}

/** The documents that are named, with all that they refer to. */
export function smallSamples(): readonly Sample[] {
  const samples = new Map(
    readSamples(kent, smallLanguages).map((sample) => [`${sample.kind}/${sample.slug}`, sample]),
  );
  const chosen = new Set<string>();
  for (const name of named) choose(name);
  return [...samples].flatMap(([name, sample]) => (chosen.has(name) ? [sample] : []));

  function choose(name: string): void {
    const sample = samples.get(name);
    if (sample === undefined)
      throw new Error(`There is no sample ${name}. Name another in ${import.meta.filename}.`);
    if (chosen.has(name)) return;
    chosen.add(name);
    for (const other of referencesOf(sample)) choose(other);
  }
}

function referencesOf(sample: Sample): readonly string[] {
  const found: string[] = [];
  const noting: Setting = {
    today: '2026-11-02',
    resolve: (kind, slug) => {
      found.push(`${kind}/${slug}`);
      return slug;
    },
  };
  authored(sample, noting);
  authoredEarlier(sample, noting);
  for (const tag of Object.keys(sample.translations)) translatedTexts(sample, tag, noting);
  return found;
}

function filesOf(sample: Sample): readonly string[] {
  const texts = smallLanguages.map((tag) => fileOf(sample, tag));
  if (sample.picture === null) return texts;
  return [...texts, join(dirname(fileOf(sample, 'en')), basename(sample.picture))];
}
