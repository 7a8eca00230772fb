/** Who hears of what happens to segments: whoever's work came back, and whoever is to read what is finished. */
import type { SegmentRecord } from '@charterpress/shared/domain/translation/record.ts';
import { notify } from '../mail/notify.ts';
import type { Ledger } from '../publishing/ledger.ts';
import { session } from '../transaction.ts';
import { type Tally, type Translation, tallies } from './records.ts';
import type { SegmentAct } from './segments.ts';

type Told = {
  readonly of: Translation;
  readonly by: (act: SegmentAct) => string;
  readonly acts: readonly SegmentAct[];
  readonly before: ReadonlyMap<string, SegmentRecord>;
  readonly after: ReadonlyMap<string, SegmentRecord>;
  /** Counted after it. */
  readonly tally: Tally | null;
};

/** In the transaction of the acts. */
export async function tellOfActs(ledger: Ledger, told: Told): Promise<void> {
  await tellTranslators(ledger, told);
  await tellReviewers(ledger, told);
}

async function tellTranslators(
  ledger: Ledger,
  { acts, after, before, by, of }: Told,
): Promise<void> {
  for (const act of acts) {
    const translator = before.get(act.key)?.work?.by;
    const isBack = act.act === 'return' && after.get(act.key)?.returned?.at === ledger.at;
    if (!isBack || translator === undefined) continue;
    const { language } = of;
    const said = { by: by(act), note: act.why, to: [translator], languages: [language] };
    await notify(
      ledger.req.payload,
      { ...(await about(ledger, of)), what: 'returned', ...said },
      ledger.req,
    );
  }
}

/** Once for each English that is translated from end to end, and not for every segment of it. */
async function tellReviewers(ledger: Ledger, { acts, by, of, tally }: Told): Promise<void> {
  const handedIn = acts.find((act) => act.act === 'save' && act.state === 'translated');
  if (handedIn === undefined || tally === null || tally.words > 0) return;
  if (tally.translated + tally.behindToReview === 0) return;
  const { number, ...subject } = await about(ledger, of);
  const once = `${of.language} of English ${number}`;
  const said = { by: by(handedIn), note: null, languages: [of.language], once };
  const event = { what: 'to-review', ...said } as const;
  await notify(ledger.req.payload, { ...subject, ...event }, ledger.req);
}

async function about({ req }: Ledger, { document, kind }: Translation) {
  const row = await tallies(req.payload).findOne({ document }, await session(req));
  return { kind, document, title: row?.title ?? '', number: row?.number ?? 0 };
}
