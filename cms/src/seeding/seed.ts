/**
 * Puts a trust's sample content into an empty installation and publishes it, English and translations, through the same
 * function as everything else. Broken off, it goes on where it was: what is published already is not published twice.
 */
import path from 'node:path';
import { type Kind, kindNames } from '@charterpress/shared/domain/kinds.ts';
import type { Problem } from '@charterpress/shared/domain/problem.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Trust } from '@charterpress/shared/trust.ts';
import type { Payload } from 'payload';
import { type Text, textOf } from '../checks/standing.ts';
import { inLedger } from '../publishing/ledger.ts';
import { type Publication, publish } from '../publishing/publish.ts';
import { AUDIT } from '../publishing/records.ts';
import { sentenceFor } from '../publishing/sentences.ts';
import { newestEdition } from '../publishing/stored.ts';
import {
  authored,
  authoredEarlier,
  fileOf,
  readSamples,
  type Sample,
  type Setting,
  translatedTexts,
} from './sample-content.ts';
import { translateSample } from './translations.ts';

type Values = Readonly<Record<string, unknown>>;
type Seeding = Setting & { readonly followedBy: readonly Text[] };
type Documents = ReadonlyMap<string, string>;

const SEEDER = 'sample content';
const BEGAN = 'began the sample content';
const FINISHED = 'finished the sample content';

/** How far seeding is. `occupied`: there are documents that did not come from it, and it keeps away. */
type Progress = 'empty' | 'begun' | 'finished' | 'occupied';

export type Seeded = { readonly documents: number; readonly editions: number };

/** Seeds an installation without documents, or finishes a seeding that was broken off. Answers `null` otherwise. */
export async function seed(payload: Payload, trust: Trust, trusts: string): Promise<Seeded | null> {
  const progress = await progressOf(payload);
  if (progress === 'finished' || progress === 'occupied') return null;
  if (progress === 'empty') await note(payload, BEGAN);
  const samples = readSamples(path.join(trusts, trust.folder), trust.languages);
  const documents = await createAll(payload, samples);
  const setting = settingFrom(documents);
  const followedBy = textsOf(samples, setting);
  let editions = 0;
  for (const sample of samples) {
    editions += await fillAndPublish(payload, sample, { ...setting, followedBy });
  }
  await note(payload, FINISHED);
  return { documents: samples.length, editions };
}

/** Every document as it will be: sample texts lead to each other in both directions. */
function textsOf(samples: readonly Sample[], setting: Setting): readonly Text[] {
  return samples.map((sample) => {
    const { kind, slug } = sample;
    const version = { ...authored(sample, setting), slug };
    return textOf({ kind, document: setting.resolve(kind, slug), version });
  });
}

async function progressOf(payload: Payload): Promise<Progress> {
  const { docs } = await payload.find({
    collection: AUDIT,
    where: { by: { equals: SEEDER }, did: { in: [BEGAN, FINISHED] } },
    pagination: false,
    overrideAccess: true,
  });
  const done = docs.map((event) => (event as unknown as { did: string }).did);
  if (done.includes(FINISHED)) return 'finished';
  if (done.includes(BEGAN)) return 'begun';
  return (await hasDocuments(payload)) ? 'occupied' : 'empty';
}

async function hasDocuments(payload: Payload): Promise<boolean> {
  const counts = await Promise.all(
    kindNames.map((collection) => payload.count({ collection, overrideAccess: true })),
  );
  return counts.some(({ totalDocs }) => totalDocs > 0);
}

function note(payload: Payload, did: string): Promise<void> {
  const nothing = { kind: '', document: '', language: null, sequence: null, digest: null };
  return inLedger(payload, (ledger) => ledger.note({ by: SEEDER, did, reason: null, ...nothing }));
}

/** Every document first gets its id, since texts refer to each other in both directions. */
async function createAll(payload: Payload, samples: readonly Sample[]): Promise<Documents> {
  const documents = new Map<string, string>();
  for (const sample of samples) {
    const id = (await findId(payload, sample)) ?? (await create(payload, sample));
    documents.set(keyOf(sample), id);
  }
  return documents;
}

async function findId(payload: Payload, sample: Sample): Promise<string | null> {
  const { docs } = await payload.find({
    collection: sample.kind,
    where: identity(sample, (value) => ({ equals: value })),
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  });
  return docs[0] === undefined ? null : String(docs[0].id);
}

async function create(payload: Payload, sample: Sample): Promise<string> {
  const created = await payload.create({
    collection: sample.kind,
    data: identity(sample, (value) => value) as never,
    ...(sample.picture === null ? {} : { filePath: sample.picture }),
    depth: 0,
    overrideAccess: true,
  });
  return String(created.id);
}

/** What a sample is found by: its number where the kind is numbered, else its slug. */
function identity<T>(sample: Sample, by: (value: unknown) => T): Record<string, T> {
  const isNumbered = sample.kind === 'principles' || sample.kind === 'pledges';
  return isNumbered ? { number: by(sample.english.number) } : { slug: by(sample.slug) };
}

function settingFrom(documents: Documents): Setting {
  return {
    today: new Date().toISOString().slice(0, 10),
    resolve: (kind, slug) => {
      const id = documents.get(`${kind}/${slug}`);
      if (id !== undefined) return id;
      throw new Error(
        `It refers to ${kind}/${slug}, and there is no such document. Write ${fileOf({ kind: kind as Kind, slug }, SOURCE_LANGUAGE)}, or mend the reference.`,
      );
    },
  };
}

/** Answers how many editions it published. Versions are made in the order in which an editor would have made them. */
async function fillAndPublish(payload: Payload, sample: Sample, setting: Seeding): Promise<number> {
  const earlier = authoredEarlier(sample, setting);
  const behind = earlier === null ? [] : sample.behind;
  let translated = 0;
  if (earlier !== null && (await publishedSoFar(payload, sample, setting)) < 2) {
    await publishEnglish(payload, sample, { values: earlier, setting, changeNote: null });
    translated += await publishLanguages(payload, sample, { tags: behind, setting });
  }
  const newest = earlier === null ? 1 : 2;
  const { changeNote } = sample;
  const values = authored(sample, setting);
  await publishEnglish(payload, sample, { values, setting, changeNote });
  const tags = Object.keys(sample.translations).filter((tag) => !behind.includes(tag));
  translated += await publishLanguages(payload, sample, { tags, setting });
  return newest + translated;
}

/** How many English editions there are: an earlier wording is not published over a later one. */
async function publishedSoFar(payload: Payload, sample: Sample, setting: Setting): Promise<number> {
  const document = setting.resolve(sample.kind, sample.slug);
  const of = { kind: sample.kind, document, language: SOURCE_LANGUAGE };
  return (await newestEdition({ payload }, of))?.number ?? 0;
}

async function publishEnglish(
  payload: Payload,
  sample: Sample,
  { values, setting, changeNote }: { values: Values; setting: Seeding; changeNote: string | null },
): Promise<void> {
  const id = setting.resolve(sample.kind, sample.slug);
  const version = await save(payload, sample, { id, values });
  await publishOrSay(payload, sample, {
    kind: sample.kind,
    document: id,
    language: SOURCE_LANGUAGE,
    version,
    change: sample.change,
    changeNote,
    by: SEEDER,
    followedBy: setting.followedBy,
  });
}

async function publishLanguages(
  payload: Payload,
  sample: Sample,
  from: { tags: readonly string[]; setting: Seeding },
): Promise<number> {
  const { kind, slug } = sample;
  const languages = from.tags.map((tag) => ({
    tag,
    file: fileOf(sample, tag),
    texts: translatedTexts(sample, tag, from.setting) ?? {},
    changeNote: (sample.translations[tag]?.changeNote as string | undefined) ?? null,
  }));
  const of = { kind, document: from.setting.resolve(kind, slug) };
  return translateSample(payload, { of, languages, followedBy: from.setting.followedBy });
}

async function save(
  payload: Payload,
  sample: Sample,
  { id, values }: { id: string; values: Values },
): Promise<Values> {
  const before = await payload.findByID({
    collection: sample.kind,
    id,
    depth: 0,
    overrideAccess: true,
  });
  const { revision } = before as unknown as { revision: number };
  const saved = await payload.update({
    collection: sample.kind,
    id,
    data: { ...values, revision } as never,
    depth: 0,
    overrideAccess: true,
  });
  return saved as unknown as Values;
}

async function publishOrSay(
  payload: Payload,
  sample: Sample,
  publication: Publication,
): Promise<void> {
  const published = await publish(payload, publication);
  if (published.ok) return;
  const file = fileOf(sample, publication.language);
  throw new Error(`${file} could not be published. ${whyNot(published)} Mend it and start again.`);
}

function whyNot(refused: object): string {
  const problems = 'problems' in refused ? (refused.problems as readonly Problem[]) : [];
  const isText = problems.some((problem) => 'field' in problem);
  return isText ? problems.map(sentenceFor).join(' ') : JSON.stringify(refused);
}

function keyOf(sample: Sample): string {
  return `${sample.kind}/${sample.slug}`;
}
