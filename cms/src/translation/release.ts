/** Releasing: from what second people reviewed to an edition, through the one publishing function. */
import type { Change } from '@charterpress/shared/domain/edition.ts';
import {
  type English,
  newestComposable,
} from '@charterpress/shared/domain/translation/composing.ts';
import { mayRelease } from '@charterpress/shared/domain/translation/steps.ts';
import type { PayloadRequest } from 'payload';
import type { Text } from '../checks/standing.ts';
import {
  type Publication,
  type Published,
  publishTogether,
  type Refusal,
} from '../publishing/publish.ts';
import { newestEdition } from '../publishing/stored.ts';
import { type CutEnglish, recentEnglish } from './english.ts';
import { recordsOf, type Subject, type Translation } from './records.ts';
import { samenessOf } from './sameness.ts';
import { mayHere, whoOf } from './who.ts';

export type Release = Translation & {
  /** The English that the person was looking at; left out by programs, which look at the newest. */
  readonly revisionOfEnglish?: number;
  /** What the same program publishes next: see `Publication`. */
  readonly followedBy?: readonly Text[];
  /** The name of the program, where nobody is signed in. */
  readonly signedBy?: string;
};

export type NotReleased =
  | { readonly refused: 'role' }
  | { readonly refused: 'unknown' }
  /** Another English was published meanwhile. */
  | { readonly refused: 'source-moved' }
  /** Segments that no second person reviewed yet, by their keys. */
  | { readonly refused: 'not-reviewed'; readonly missing: readonly string[] }
  | Refusal;

export type Released =
  | { readonly ok: true; readonly value: readonly Published[] }
  | ({ readonly ok: false; readonly at: number } & NotReleased);

/** What a release would publish. */
export type Ready = {
  readonly targets: Readonly<Record<string, string>>;
  readonly sourceEdition: number;
  readonly change: Change;
  readonly changeNote: string | null;
};

/** Releases all of these at one moment, or none. */
export async function release(
  req: PayloadRequest,
  releases: readonly Release[],
): Promise<Released> {
  const publications: Publication[] = [];
  const sourceFor = sourcesIn(req);
  for (const [at, each] of releases.entries()) {
    const ready = await readyToRelease(req, each, sourceFor);
    if (!ready.ok) return { ...ready, at };
    const { document, followedBy = [], kind, language, signedBy } = each;
    const by = signedBy ?? whoOf(req).email;
    publications.push({ kind, document, language, by, followedBy, ...ready.value, act });
  }
  return publishTogether(req.payload, publications);
}

const act = { did: 'released a translation', reason: null };

type Readiness =
  | { readonly ok: true; readonly value: Ready }
  | ({ readonly ok: false } & NotReleased);

/** Composes from the newest English of which every segment was reviewed: what is under way is not looked at. */
export async function readyToRelease(
  req: PayloadRequest,
  of: Release,
  sourceFor: (of: Subject) => Promise<Source> = sourcesIn(req),
): Promise<Readiness> {
  const isProgram = req.user == null && of.signedBy !== undefined;
  if (!isProgram && !mayHere(req, 'release', of.language)) return { ok: false, refused: 'role' };
  const { english, recent } = await sourceFor(of);
  const [newest] = recent;
  if (newest === undefined) return { ok: false, refused: 'unknown' };
  const isMoved = (of.revisionOfEnglish ?? newest.edition.number) < newest.edition.number;
  if (isMoved) return { ok: false, refused: 'source-moved' };
  const records = await recordsOf(req, of);
  const composed = newestComposable(of.kind, english, records);
  if (!composed.ok) return { ok: false, refused: 'not-reviewed', missing: composed.missing };
  const isTheirs = isProgram || mayRelease(whoOf(req), of.language, composed.pairs);
  if (!isTheirs) return { ok: false, refused: 'role' };
  const { changeNote, number } = composed;
  const targets = Object.fromEntries(composed.targets);
  const change = await changeOf(req, of, { number, recent });
  return { ok: true, value: { targets, sourceEdition: number, change, changeNote } };
}

/** The newest English texts of a document, newest first, and each as the domain composes from it. */
type Source = { readonly recent: readonly CutEnglish[]; readonly english: readonly English[] };

/** Reads the English of each document once, for all of its languages. */
function sourcesIn(req: PayloadRequest): (of: Subject) => Promise<Source> {
  const known = new Map<string, Promise<Source>>();
  return (of) => {
    const name = `${of.kind}/${of.document}`;
    const source = known.get(name) ?? sourceOf(req, of);
    known.set(name, source);
    return source;
  };
}

/** Each is judged by the English up to it. */
async function sourceOf(req: PayloadRequest, of: Subject): Promise<Source> {
  const recent = await recentEnglish(req, of);
  const english = await Promise.all(
    recent.map(async ({ changeNote, edition, keys }) => {
      const { content, number } = edition;
      const isSame = await samenessOf(req, of, number);
      return { number, changeNote, keys, isSame, content: content as never };
    }),
  );
  return { recent, english };
}

/** For readers it changes what the English changed since what they have; nothing where only the wording was mended. */
async function changeOf(
  req: PayloadRequest,
  of: Translation,
  { number, recent }: { readonly number: number; readonly recent: readonly CutEnglish[] },
): Promise<Change> {
  const before = await newestEdition(req, of);
  if (before === null) return 'major';
  const since = recent.filter(
    ({ edition }) => edition.number > (before.sourceEdition ?? 0) && edition.number <= number,
  );
  const changes = since.map(({ edition }) => edition.change);
  if (changes.includes('safety')) return 'safety';
  return changes.includes('major') ? 'major' : 'minor';
}
