/**
 * Sample translations, through the workbench: a translator's account saves the segments, a second one reviews them, and
 * what both stood up for is released. Languages nobody has an account for are signed by this program, twice by name.
 */
import { composeTranslation } from '@charterpress/shared/domain/compose.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import type { Person } from '@charterpress/shared/domain/messages.ts';
import type { SegmentRecord } from '@charterpress/shared/domain/translation/record.ts';
import { CHANGE_NOTE_KEY } from '@charterpress/shared/domain/translation/segment.ts';
import { createLocalReq, type Payload, type PayloadRequest } from 'payload';
import type { Text } from '../checks/standing.ts';
import { peopleOf } from '../mail/people.ts';
import { sentenceFor } from '../publishing/sentences.ts';
import { type CutEnglish, publicEnglish } from '../translation/english.ts';
import { allRecordsOf, type Translation } from '../translation/records.ts';
import { release } from '../translation/release.ts';
import { actOnSegments, type Done, type SegmentAct } from '../translation/segments.ts';
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
  const kept = await allRecordsOf(req, of);
  for (const sample of languages) {
    const translation = { ...of, language: sample.tag };
    const [translator, reviewer] = signersIn(people, sample.tag);
    const before = kept.get(sample.tag) ?? new Map();
    await saveAndReview(req, translation, {
      ...{ english, before, translator, reviewer },
      ...{ targets: targetsIn(english, sample), file: sample.file },
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
  /** What a seeding that was broken off had kept, by the key of the segment. */
  readonly before: ReadonlyMap<string, SegmentRecord>;
  readonly targets: Readonly<Record<string, string>>;
  readonly translator: string;
  readonly reviewer: string;
  readonly file: string;
};

/** What one translates and the other stands up for; checks that stand in the way are looked at once they do. */
async function saveAndReview(req: PayloadRequest, of: Translation, making: Making): Promise<void> {
  const { before, english, targets } = making;
  const open = english.segments.filter(
    ({ hash, key }) => !before.get(key)?.pairs.some((pair) => pair.hash === hash),
  );
  const acts = open.flatMap(({ hash, key }): readonly SegmentAct[] => {
    const revision = before.get(key)?.revision ?? 0;
    const target = targets[key] ?? '';
    return [
      { act: 'save', key, hash, revision, target, state: 'translated' },
      { act: 'review', key, hash, revision: revision + 1 },
    ];
  });
  const done = await perform(req, of, { acts, making });
  const again = acts.flatMap((act, at) => onceMore(act, done[at], making.file));
  const doneAgain = await perform(req, of, { acts: again, making });
  const at = doneAgain.findIndex(({ ok }) => !ok);
  if (at >= 0) throw notKept(making.file, again[at], doneAgain[at]);
}

type Acts = { readonly acts: readonly SegmentAct[]; readonly making: Making };

async function perform(
  req: PayloadRequest,
  of: Translation,
  { acts, making }: Acts,
): Promise<readonly Done[]> {
  const { english, file, reviewer, translator } = making;
  if (acts.length === 0) return [];
  const signedBy = ({ act }: SegmentAct) => (act === 'review' ? reviewer : translator);
  const answer = await actOnSegments(req, of, acts, { signedBy, english });
  if (!answer.ok) throw new Error(`${file} could not be kept: ${answer.refused}.`);
  return answer.done;
}

/** A review that was refused: what is only unusual stays as it was written, and the record says so. */
function onceMore(act: SegmentAct, done: Done | undefined, file: string): readonly SegmentAct[] {
  if (done?.ok === true) return [];
  if (act.act !== 'review' || done === undefined || done.refused === 'unknown')
    throw notKept(file, act, done);
  const { hash, key } = act;
  const revision = done.record?.revision ?? 0;
  const warnings = done.findings.filter(({ level }) => level === 'warning');
  const rules = [...new Set(warnings.map(({ rule }) => rule))];
  const reason = 'Sample content: kept as it was written.';
  return [
    ...rules.map((rule, at): SegmentAct => {
      return { act: 'waive', key, rule, reason, revision: revision + at };
    }),
    { act: 'review', key, hash, revision: revision + rules.length },
  ];
}

/** What is wrong stops the seeding. */
function notKept(file: string, act: SegmentAct | undefined, done: Done | undefined): Error {
  return new Error(
    `${file} has a segment that could not be kept, ${act?.key}: ${JSON.stringify(done)}`,
  );
}
