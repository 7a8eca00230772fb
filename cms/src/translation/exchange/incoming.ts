/** Looking at files that came back, before anything is written: what each unit is, and what would become of it. */
import {
  reportOn,
  type UnitReport,
} from '@charterpress/shared/domain/translation/files/import-report.ts';
import type { Incoming } from '@charterpress/shared/domain/translation/files/transfer.ts';
import type { Segment } from '@charterpress/shared/domain/translation/segment.ts';
import type { PayloadRequest } from 'payload';
import { translationFindingWords } from '../../words/translation-finding.ts';
import { type Checking, checkingOf } from '../checking.ts';
import { englishToTranslate } from '../coming.ts';
import { type CutEnglish, recentEnglish } from '../english.ts';
import { recordsOf } from '../records.ts';
import { samenessOf } from '../sameness.ts';
import { mayHere } from '../who.ts';
import type { HandedIn } from './looking.ts';
import { titleOf } from './outgoing.ts';
import { type Refusal, refusedUnit } from './sentences.ts';

/** A unit with what a person needs to find it. */
export type UnitShown = UnitReport & {
  /** Where in the document; `null` for what the English has not. */
  readonly path: string | null;
  readonly english: string | null;
  /** Why it is not taken, in a sentence. */
  readonly sentence: string | null;
  /** What the checks find in it: somebody has to put it right, or to say why it is right, before a review. */
  readonly findings: readonly FindingShown[];
};

export type FindingShown = { readonly level: 'error' | 'warning'; readonly sentence: string };

/** What would come of one file. */
export type FileReport = {
  readonly name: string;
  readonly kind: string;
  readonly document: string;
  readonly language: string;
  readonly title: string;
  readonly counts: Readonly<Record<UnitReport['is'], number>>;
  readonly units: readonly UnitShown[];
};

export type Judged =
  | { readonly ok: true; readonly report: FileReport; readonly english: CutEnglish }
  | { readonly ok: false; readonly refusal: Refusal };

/** Against the English and the translations of this moment, for whoever asks. */
export async function judge(req: PayloadRequest, { file, name }: HandedIn): Promise<Judged> {
  const { document, kind, language } = file;
  if (!mayHere(req, 'translate', language)) {
    return { ok: false, refusal: { why: 'not-your-language', found: language } };
  }
  const english = await englishToTranslate(req, { kind, document });
  if (english === null) return { ok: false, refusal: { why: 'unknown-document' } };
  const units = await unitsOf(req, file, english);
  const title = titleOf(req, english);
  const report = { name, kind, document, language, title, counts: countsOf(units), units };
  return { ok: true, english, report };
}

async function unitsOf(
  req: PayloadRequest,
  file: Incoming,
  { edition, segments }: CutEnglish,
): Promise<readonly UnitShown[]> {
  const records = await recordsOf(req, file);
  const isSame = await samenessOf(req, file, edition.number);
  const byKey = new Map(segments.map((segment) => [segment.key, segment]));
  const isMoved = file.units.some(({ hash, key }) => hash !== byKey.get(key)?.hash);
  const earlier = segmentsIn(isMoved ? await recentEnglish(req, edition) : []);
  const check = await checkingOf(req, file, segments);
  const found = reportOn(file, {
    ...{ segments, records, isSame },
    earlier: ({ hash, key }) => earlier.get(`${key} ${hash}`) ?? null,
  });
  return found.map((unit) => ({
    ...unit,
    path: byKey.get(unit.key)?.path ?? null,
    english: byKey.get(unit.key)?.text ?? null,
    sentence: unit.is === 'refused' ? refusedUnit(unit.why) : null,
    findings: findingsIn(unit, byKey.get(unit.key), check),
  }));
}

function segmentsIn(editions: readonly CutEnglish[]): ReadonlyMap<string, Segment> {
  const all = editions.flatMap(({ segments }) => segments);
  return new Map(all.map((segment) => [`${segment.key} ${segment.hash}`, segment]));
}

/** Of what would be taken in, held against the English that it was made from. */
function findingsIn(
  unit: UnitReport,
  segment: Segment | undefined,
  check: Checking,
): readonly FindingShown[] {
  const english = unit.is === 'behind' ? unit.made : segment;
  if (english === undefined || (unit.is !== 'accepted' && unit.is !== 'behind')) return [];
  return check(english, unit.target).map((finding) => ({
    level: finding.level,
    sentence: translationFindingWords(finding),
  }));
}

function countsOf(units: readonly UnitReport[]): FileReport['counts'] {
  const counts = { unchanged: 0, accepted: 0, behind: 0, refused: 0 };
  for (const { is } of units) counts[is] += 1;
  return counts;
}
