/**
 * Sample translations, through the workbench: a translator's account saves the segments, a second one reviews them, and
 * what both stood up for is released. Languages nobody has an account for are signed by this program, twice by name.
 */
import { composeTranslation } from '@charterpress/shared/domain/compose.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import type { Person } from '@charterpress/shared/domain/messages.ts';
import type { Finding } from '@charterpress/shared/domain/translation/checks/finding.ts';
import { CHANGE_NOTE_KEY, type Segment } from '@charterpress/shared/domain/translation/segment.ts';
import { createLocalReq, type Payload, type PayloadRequest } from 'payload';
import type { Text } from '../checks/standing.ts';
import { peopleOf } from '../mail/people.ts';
import { sentenceFor } from '../publishing/sentences.ts';
import { checkingOf } from '../translation/checking.ts';
import { type CutEnglish, publicEnglish } from '../translation/english.ts';
import { recordsOf, type Translation } from '../translation/records.ts';
import { release } from '../translation/release.ts';
import { actOnSegments, type SegmentAct } from '../translation/segments.ts';
import { targetsFrom } from './targets.ts';

type Values = Readonly<Record<string, unknown>>;

/** One file. */
export type SampleLanguage = {
  readonly tag: string;
  readonly file: string;
  readonly texts: Values;
  readonly changeNote: string | null;
};

type Sampled = {
  readonly of: { readonly kind: Kind; readonly document: string };
  readonly languages: readonly SampleLanguage[];
  readonly followedBy: readonly Text[];
};

/** Translates the newest English of a document into these languages. One without words needs no translation. */
export async function translateSample(
  payload: Payload,
  { followedBy, languages, of }: Sampled,
): Promise<number> {
  const req = await createLocalReq({}, payload);
  const english = await publicEnglish(req, of);
  if (english === null || english.segments.length === 0 || languages.length === 0) return 0;
  const releases = [];
  const people = await peopleOf(payload);
  for (const sample of languages) {
    const translation = { ...of, language: sample.tag };
    const [translator, reviewer] = signersIn(people, sample.tag);
    const targets = targetsIn(english, sample);
    await saveAndReview(req, translation, {
      english,
      targets,
      translator,
      reviewer,
      file: sample.file,
    });
    releases.push({ ...translation, followedBy, signedBy: reviewer });
  }
  const released = await release(req, releases);
  if (released.ok) return released.value.length;
  const problems =
    'problems' in released ? released.problems.filter((each) => 'field' in each) : [];
  const why =
    problems.map((each) => sentenceFor(each as never)).join(' ') || JSON.stringify(released);
  throw new Error(
    `${languages[released.at]?.file} could not be published. ${why} Mend it and start again.`,
  );
}

const SEEDERS = ['sample content', 'sample content, second reading'] as const;

function signersIn(people: readonly Person[], tag: string): readonly [string, string] {
  const [first, second] = people
    .filter(({ languages, roles }) => roles.includes('translator') && languages.includes(tag))
    .map(({ email }) => email)
    .toSorted((one, other) => rank(one) - rank(other));
  return first === undefined || second === undefined ? SEEDERS : [first, second];
}

/** Whoever is called a reviewer reads second. */
function rank(email: string): number {
  return email.startsWith('reviewer') ? 1 : 0;
}

function targetsIn(english: CutEnglish, sample: SampleLanguage): Readonly<Record<string, string>> {
  const { edition, segments } = english;
  const { changeNote, file, texts } = sample;
  const composed = composeTranslation(edition.kind, edition.content as never, texts);
  if (!composed.ok) {
    throw new Error(`${file} cannot be used. ${composed.problems.map(sentenceFor).join(' ')}`);
  }
  const inText = segments.filter(({ key }) => key !== CHANGE_NOTE_KEY);
  const content = composed.value as Values;
  const targets = targetsFrom(inText, { kind: edition.kind, content, file });
  if (inText.length === segments.length) return targets;
  if (changeNote !== null) return { ...targets, [CHANGE_NOTE_KEY]: changeNote };
  throw new Error(
    `${file} has no changeNote, and the English has one: "${english.changeNote}". Translate it.`,
  );
}

type Making = {
  readonly english: CutEnglish;
  readonly targets: Readonly<Record<string, string>>;
  readonly translator: string;
  readonly reviewer: string;
  readonly file: string;
};

/** All at once: what one translates, what is kept as it was written, and what the other stands up for. */
async function saveAndReview(req: PayloadRequest, of: Translation, making: Making): Promise<void> {
  const { english, file, reviewer, targets, translator } = making;
  const before = await recordsOf(req, of);
  const open = english.segments.filter(
    ({ hash, key }) => !before.get(key)?.pairs.some((pair) => pair.hash === hash),
  );
  const check = await checkingOf(req, of, open);
  const acts = open.flatMap((segment) => {
    const target = targets[segment.key] ?? '';
    const revision = before.get(segment.key)?.revision ?? 0;
    return actsOn(segment, { target, revision, unusual: unusualIn(check(segment, target)) });
  });
  const signedBy = ({ act }: SegmentAct) => (act === 'review' ? reviewer : translator);
  await all(req, of, { acts, signedBy, file });
}

type Sampling = {
  readonly target: string;
  readonly revision: number;
  readonly unusual: readonly string[];
};

function actsOn(
  { hash, key }: Segment,
  { revision, target, unusual }: Sampling,
): readonly SegmentAct[] {
  const reason = 'Sample content: kept as it was written.';
  return [
    { act: 'save', key, hash, revision, target, state: 'translated' },
    ...unusual.map((rule, at): SegmentAct => {
      return { act: 'waive', key, rule, reason, revision: revision + 1 + at };
    }),
    { act: 'review', key, hash, revision: revision + 1 + unusual.length },
  ];
}

/** What is only unusual stays as it was written, and the record says so. What is wrong stops the seeding. */
function unusualIn(findings: readonly Finding[]): readonly string[] {
  return [...new Set(findings.flatMap(({ level, rule }) => (level === 'warning' ? [rule] : [])))];
}

type Acts = {
  readonly acts: readonly SegmentAct[];
  readonly signedBy: (act: SegmentAct) => string;
  readonly file: string;
};

async function all(
  req: PayloadRequest,
  of: Translation,
  { acts, file, signedBy }: Acts,
): Promise<void> {
  if (acts.length === 0) return;
  const answer = await actOnSegments(req, of, acts, { signedBy });
  if (!answer.ok) throw new Error(`${file} could not be kept: ${answer.refused}.`);
  const at = answer.done.findIndex(({ ok }) => !ok);
  if (at < 0) return;
  throw new Error(
    `${file} has a segment that could not be kept, ${acts[at]?.key}: ${JSON.stringify(answer.done[at])}`,
  );
}
