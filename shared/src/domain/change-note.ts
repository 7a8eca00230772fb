/** What an edition says that it changed for parents. */
import type { Change } from './edition.ts';
import type { ChangeSaid } from './workflow.ts';

export type Changed = { readonly change: Change; readonly changeNote: string | null };

/** What is wrong with what somebody said of a change, by the field it was said in. */
export type SaidProblem = {
  readonly field: 'change' | 'changeNote' | 'reason';
  readonly problem:
    | 'change-unsaid'
    | 'note-missing'
    | 'note-on-minor'
    | 'only-minor'
    | 'not-a-fact';
};

export type Said =
  | { readonly ok: true; readonly value: Changed }
  | { readonly ok: false; readonly problems: readonly SaidProblem[] };

/**
 * The first edition changes nothing for anybody, and may say what it likes. Every later one says that it is minor, or
 * major or about safety with a note for parents. A minor one has no note: what has a note has a date, and that moves none.
 */
export function changeSaid(said: ChangeSaid, isFirst: boolean): Said {
  const changeNote = said.changeNote?.normalize('NFC').trim() || null;
  const change = said.change ?? (isFirst ? 'major' : null);
  if (change === null) return missing('change', 'change-unsaid');
  if (change === 'minor' && changeNote !== null) return missing('changeNote', 'note-on-minor');
  if (change !== 'minor' && changeNote === null && !isFirst) {
    return missing('changeNote', 'note-missing');
  }
  return { ok: true, value: { change, changeNote } };
}

function missing(field: SaidProblem['field'], problem: SaidProblem['problem']): Said {
  return { ok: false, problems: [{ field, problem }] };
}
