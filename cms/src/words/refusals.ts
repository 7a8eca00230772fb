/** What the CMS says when it refuses a change, and what to do then. */
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import { filled } from './filled.ts';

export function savedMeanwhile(saved: { savedBy: string; savedAt: Date }): string {
  return filled(desk.refused.savedMeanwhile, { who: saved.savedBy, when: moment(saved.savedAt) });
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

/** `22 November 2026 at 14.02`: a full stop, because Payload's messages break at a colon. */
export function moment(at: Date): string {
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/London' });
  return `${day.format(at)} at ${time.format(at).replace(':', '.')}`;
}

export function notAnImage(name: string): string {
  return filled(desk.refused.notAnImage, { name });
}

export function lastAdministrator(): string {
  return desk.refused.lastAdministrator;
}
