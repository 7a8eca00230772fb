/** From a publication to the moment when the site shows it. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { ask } from './asking.ts';
import type { Fault } from './faults.ts';

export type Publication =
  | { readonly state: 'none' }
  | { readonly state: 'sent' }
  /** A step that publishes nothing was taken. */
  | { readonly state: 'done'; readonly says: string }
  | { readonly state: 'live'; readonly at: Date; readonly already: boolean }
  | { readonly state: 'slow' }
  | { readonly state: 'failed'; readonly why: string }
  | { readonly state: 'refused'; readonly faults: readonly Fault[] };

/** In milliseconds: how often to look whether it is live, and when to stop looking. */
const PAUSE = 150;
const PATIENCE = 30_000;

type Sought = {
  readonly kind: Kind;
  readonly id: string;
  readonly sequence: number;
  readonly already: boolean;
};

/** Looks until the site shows it, it has failed, or it takes too long to wait for. */
export async function untilLive(
  sought: Sought,
  until = Date.now() + PATIENCE,
): Promise<Publication> {
  const english = await livenessOf(sought);
  if (english?.state === 'live' && english.liveAt !== null) {
    return { state: 'live', at: new Date(english.liveAt), already: sought.already };
  }
  if (english?.state === 'failed') return { state: 'failed', why: english.why ?? '' };
  if (Date.now() > until) return { state: 'slow' };
  await new Promise((resolve) => setTimeout(resolve, PAUSE));
  return untilLive(sought, until);
}

type Liveness = {
  readonly language: string;
  readonly sequence: number;
  readonly state: 'publishing' | 'live' | 'failed';
  readonly liveAt: string | null;
  readonly why: string | null;
};

async function livenessOf({ id, kind, sequence }: Sought): Promise<Liveness | undefined> {
  const { body } = await ask({
    method: 'GET',
    address: `/api/${kind}/${id}/live`,
    unreachable: '',
  });
  const { languages = [] } = body as { languages?: readonly Liveness[] };
  return languages.find((each) => each.language === SOURCE_LANGUAGE && each.sequence >= sequence);
}
