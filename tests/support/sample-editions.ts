/** The sample content of a trust as the editions a feed would give, composed without CMS or database. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { pictureFrom, type Size } from '@charterpress/cms/src/images/images.ts';
import {
  authored,
  authoredEarlier,
  readSamples,
  type Sample,
  type Setting,
  translatedTexts,
} from '@charterpress/cms/src/seeding/sample-content.ts';
import { compose, composeTranslation } from '@charterpress/shared/domain/compose.ts';
import { digestOf } from '@charterpress/shared/domain/digest.ts';
import type { Edition } from '@charterpress/shared/domain/edition.ts';
import type { Outcome } from '@charterpress/shared/domain/problem.ts';
import type { Rendition } from '@charterpress/shared/domain/shape.ts';
import { language } from '@charterpress/shared/languages.ts';
import { readTrust, type Trust } from '@charterpress/shared/trust.ts';

const ours = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../shared/trusts');
const firstDay = Date.parse('2026-01-05T09:00:00.000Z');

export function sampleTrust(name: string, trusts = ours): Trust {
  return readTrust(name, readFileSync(path.join(trusts, name, 'trust.yaml'), 'utf8'));
}

/** The languages that texts are written in: Easy Read and BSL are made otherwise, and of some texts only. */
export function writtenLanguages(name: string): readonly string[] {
  return sampleTrust(name).languages.filter((tag) => language(tag)?.form === 'text');
}

/** Several files of a run ask for the same, and to compose them takes seconds. */
const composed = new Map<string, Promise<readonly Edition[]>>();

/** Documents have the ids `kind/slug`; editions follow each other by an hour from 5 January 2026, 9:00 UTC. */
export function sampleEditions(name: string, trusts = ours): Promise<readonly Edition[]> {
  const folder = path.join(trusts, name);
  const editions = composed.get(folder) ?? composeAll(name, trusts);
  composed.set(folder, editions);
  return editions;
}

async function composeAll(name: string, trusts: string): Promise<readonly Edition[]> {
  const samples = readSamples(path.join(trusts, name), sampleTrust(name, trusts).languages);
  const known = new Set(samples.map((sample) => `${sample.kind}/${sample.slug}`));
  const setting: Setting = {
    today: '2026-11-02',
    resolve: (kind, slug) => {
      if (known.has(`${kind}/${slug}`)) return `${kind}/${slug}`;
      throw new Error(`There is no sample ${kind}/${slug} in the trust ${name}.`);
    },
  };
  const editions: Edition[] = [];
  for (const sample of samples) await addEditions(editions, sample, setting);
  return editions;
}

/** The pictures of the sample content, by the names that pages load them by. */
export async function sampleFiles(
  name: string,
): Promise<readonly { readonly name: string; readonly bytes: Buffer }[]> {
  const samples = readSamples(path.join(ours, name), sampleTrust(name).languages);
  const files: { name: string; bytes: Buffer }[] = [];
  for (const { picture } of samples) {
    if (picture === null) continue;
    for (const { bytes, rendition } of await sizesOf(picture)) {
      files.push({ name: `${rendition.sha256}.webp`, bytes });
    }
  }
  return files;
}

type Contents = {
  readonly language: string;
  readonly content: unknown;
  readonly number: number;
  readonly sourceEdition: number | null;
  readonly changeNote: string | null;
};

async function addEditions(editions: Edition[], sample: Sample, setting: Setting): Promise<void> {
  const file = await renditions(sample);
  const earlier = authoredEarlier(sample, setting);
  const old = earlier === null ? null : good(sample, compose(sample.kind, { ...earlier, file }));
  const current = good(sample, compose(sample.kind, { ...authored(sample, setting), file }));
  if (old !== null)
    add({
      language: 'en',
      content: old,
      number: 1,
      sourceEdition: null,
      changeNote: null,
    });
  const newest = old === null ? 1 : 2;
  const { changeNote } = sample;
  add({
    language: 'en',
    content: current,
    number: newest,
    sourceEdition: null,
    changeNote,
  });
  for (const tag of Object.keys(sample.translations)) {
    const isBehind = old !== null && sample.behind.includes(tag);
    const texts = translatedTexts(sample, tag, setting) ?? {};
    const source = isBehind ? old : current;
    add({
      language: tag,
      content: good(sample, composeTranslation(sample.kind, source as never, texts)),
      number: 1,
      sourceEdition: isBehind ? 1 : newest,
      changeNote: (sample.translations[tag]?.changeNote as string | undefined) ?? null,
    });
  }

  function add(made: Contents): void {
    const sequence = editions.length + 1;
    const publishedAt = new Date(firstDay + sequence * 3_600_000).toISOString();
    editions.push({
      ...made,
      kind: sample.kind,
      document: `${sample.kind}/${sample.slug}`,
      slug: sample.slug,
      sequence,
      action: 'published',
      change: made.number > 1 ? sample.change : 'major',
      publishedAt,
      firstPublishedAt: publishedAt,
      changedAt: publishedAt,
      digest: digestOf(made.content),
    } as Edition);
  }
}

async function renditions(sample: Sample): Promise<readonly Rendition[] | undefined> {
  if (sample.picture === null) return undefined;
  return (await sizesOf(sample.picture)).map(({ rendition }) => rendition);
}

const made = new Map<string, Promise<readonly Size[]>>();

/** As the CMS keeps an upload. */
function sizesOf(picture: string): Promise<readonly Size[]> {
  const sizes = made.get(picture) ?? makeSizes(picture);
  made.set(picture, sizes);
  return sizes;
}

async function makeSizes(picture: string): Promise<readonly Size[]> {
  const taken = await pictureFrom(readFileSync(picture));
  if (taken === null) throw new Error(`${picture} is no picture that the CMS takes.`);
  return taken.sizes;
}

function good<T>(sample: Sample, outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  const why = JSON.stringify(outcome.problems);
  throw new Error(`The sample ${sample.kind}/${sample.slug} cannot be composed: ${why}`);
}
