/** What the CMS says when it refuses a change, and what to do then. */
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import { filled } from './filled.ts';
import { moment } from './moment.ts';

/** Written without a colon: Payload's message box takes what follows one for a list of fields. */
export function savedMeanwhile(saved: { savedBy: string; savedAt: Date }): string {
  const when = moment(saved.savedAt).replace(':', '.');
  return filled(desk.refused.savedMeanwhile, { who: saved.savedBy, when });
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

export function notAnImage(name: string): string {
  return filled(desk.refused.notAnImage, { name });
}

export function lastAdministrator(): string {
  return desk.refused.lastAdministrator;
}

export function savedAtOnce(): string {
  return desk.refused.savedAtOnce;
}
