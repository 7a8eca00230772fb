/** The steps that do something to what readers have, or to the working copy, beside what they leave in the record. */
import type { Asked } from '@charterpress/shared/domain/steps.ts';
import type { PayloadRequest } from 'payload';
import { enterNoteCorrection } from '../publishing/correct-note.ts';
import type { Ledger } from '../publishing/ledger.ts';
import type { Receipt } from '../publishing/publish.ts';
import { enterRedirection, type Target } from '../publishing/redirect.ts';
import { enterWithdrawal } from '../publishing/withdraw.ts';
import { noteOf } from './events.ts';
import { putBack } from './put-back.ts';
import type { Standing, Subject } from './situation.ts';
import type { NotTaken } from './steps.ts';

export type ActSaid =
  | {
      readonly step: 'withdraw';
      /** Of what is withdrawn: English takes its translations along. */
      readonly language: string;
      readonly explanation: string;
      readonly explanations: Readonly<Record<string, string>>;
    }
  | { readonly step: 'put-back'; readonly edition: number }
  | { readonly step: 'redirect'; readonly to: Target }
  | { readonly step: 'correct-note'; readonly edition: number | null; readonly changeNote: string };

export type Acted =
  | { readonly ok: true; readonly receipt: Receipt | null }
  | ({ readonly ok: false } & NotTaken);

type Act = {
  readonly ledger: Ledger;
  readonly req: PayloadRequest;
  readonly of: Subject;
  readonly asked: Asked;
  readonly standing: Standing;
  readonly said: ActSaid;
};

const acts = ['withdraw', 'put-back', 'redirect', 'correct-note'];

export function isAct(said: { readonly step: string }): said is ActSaid {
  return acts.includes(said.step);
}

/** Does it, record and audit included. What is refused has written nothing. */
export async function perform({ asked, ledger, of, req, said, standing }: Act): Promise<Acted> {
  const by = asked.account.email;
  switch (said.step) {
    case 'withdraw': {
      const done = await enterWithdrawal(ledger, { ...of, ...said, by });
      return done.ok ? { ok: true, receipt: done.value } : done;
    }
    case 'redirect': {
      const done = await enterRedirection(ledger, { ...of, to: said.to, by });
      return done.ok ? { ok: true, receipt: done.value } : done;
    }
    case 'correct-note': {
      const done = await enterNoteCorrection(ledger, { ...of, ...said, by });
      return done.ok ? { ok: true, receipt: done.value } : done;
    }
    case 'put-back': {
      const { copy } = standing;
      const done = await putBack(ledger, { ...of, edition: said.edition, copy, req });
      if (!done.ok) return done;
      await ledger.note({ ...noteOf(standing.record, asked), digest: done.digest });
      return { ok: true, receipt: null };
    }
  }
}
