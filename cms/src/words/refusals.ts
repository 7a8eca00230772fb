/** What the CMS says when it refuses a change, and what to do then. */
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import { filled } from './filled.ts';
import { moment } from './moment.ts';

export type Saved = { readonly savedBy: string; readonly savedAt: Date };

/** `theirs` is what is saved; `before` what the person began from, `null` when no version of it is left. */
export function savedMeanwhile(theirs: Saved, before: Saved | null): string {
  const began =
    before === null
      ? ''
      : filled(desk.refused.beganFrom, { who: before.savedBy, when: spoken(before.savedAt) });
  const sentence = filled(desk.refused.savedMeanwhile, {
    who: theirs.savedBy,
    when: spoken(theirs.savedAt),
  });
  return [sentence, began, desk.refused.nothingWritten].filter((each) => each !== '').join(' ');
}

/** Written without a colon: Payload's message box takes what follows one for a list of fields. */
function spoken(at: Date): string {
  return moment(at).replace(':', '.');
}

export function withoutRevision(): string {
  return desk.refused.withoutRevision;
}

export function cannotRestore(): string {
  return desk.refused.cannotRestore;
}

export function wasPublished(): string {
  return desk.refused.wasPublished;
}

export function isPlanned(): string {
  return desk.refused.isPlanned;
}

export function lastAdministrator(): string {
  return desk.refused.lastAdministrator;
}

export function savedAtOnce(): string {
  return desk.refused.savedAtOnce;
}

/** `what` is told by the name of its list. */
export function thereIsOne(what: { readonly plural?: unknown }): string {
  return filled(desk.refused.thereIsOne, { what: String(what.plural) });
}
