/** Taking in what was handed in and looked at: the second of the two steps, judged anew at its moment. */
import type { PayloadRequest } from 'payload';
import type { CutEnglish } from '../english.ts';
import { actOnSegments, type SegmentAct } from '../segments.ts';
import { type FileReport, judge, type UnitShown } from './incoming.ts';
import type { HandedIn } from './looking.ts';
import { keepNotes } from './notes.ts';
import { forgetTakenIn, handedIn } from './records.ts';
import type { Refusal } from './sentences.ts';

/** What came of one file. `written`: units that were kept, those behind as drafts among them. */
export type FileTaken =
  | (FileReport & { readonly ok: true; readonly written: number })
  | { readonly ok: false; readonly name: string; readonly refusal: Refusal };

/** `null` when nothing was handed in under this token by this account within the hour. */
export async function takeIn(
  req: PayloadRequest,
  token: string,
): Promise<readonly FileTaken[] | null> {
  const all = await handedIn(req.payload, { by: String(req.user?.email), token });
  if (all.length === 0) return null;
  const taken: FileTaken[] = [];
  for (const one of all) taken.push(await takeInFile(req, one, token));
  return taken;
}

async function takeInFile(req: PayloadRequest, one: HandedIn, token: string): Promise<FileTaken> {
  const judged = await judge(req, one);
  const { name } = one;
  if (!judged.ok) return { ok: false, name, refusal: judged.refusal };
  const { document, language } = one.file;
  const { english, report } = judged;
  const acts = actsFor(english, report.units);
  const acted = await actOnSegments(req, one.file, acts, {
    also: async (ledger, done) => {
      await forgetTakenIn(ledger.req, { document, language, token });
      await keepNotes(ledger, { of: one.file, by: String(req.user?.email), units: report.units });
      const written = done.filter(({ ok }) => ok).length;
      if (written === 0) return;
      await ledger.note({
        ...{ by: String(req.user?.email), did: 'took in a file of translations' },
        ...{ kind: one.file.kind, document, language, sequence: null },
        ...{ digest: one.digest, reason: `${written} of ${report.units.length}` },
      });
    },
  });
  if (!acted.ok) return { ok: false, name, refusal: { why: 'unknown-document' } };
  return { ok: true, written: acted.done.filter(({ ok }) => ok).length, ...report };
}

/** Nothing of a file is ever reviewed by taking it in: whoever wrote it, a second person here reads it. */
function actsFor(english: CutEnglish, units: readonly UnitShown[]): readonly SegmentAct[] {
  const hashes = new Map(english.segments.map(({ hash, key }) => [key, hash]));
  return units.flatMap((unit): readonly SegmentAct[] => {
    const hash = hashes.get(unit.key);
    if (hash === undefined || (unit.is !== 'accepted' && unit.is !== 'behind')) return [];
    const { key, revision, target } = unit;
    const seen = { key, revision, hash, target, origin: 'agency' } as const;
    return unit.is === 'accepted'
      ? [{ act: 'save', ...seen, state: 'translated' }]
      : [{ act: 'keep-earlier', ...seen, made: unit.made }];
  });
}
