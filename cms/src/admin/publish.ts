/** From the press of a button to the moment when the site shows it. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import { ask } from './asking.ts';
import { type Fault, faultsIn, type NamedField } from './faults.ts';

export type Publication =
  | { readonly state: 'none' }
  | { readonly state: 'sent' }
  | { readonly state: 'live'; readonly at: Date; readonly already: boolean }
  | { readonly state: 'slow' }
  | { readonly state: 'failed'; readonly why: string }
  | { readonly state: 'refused'; readonly faults: readonly Fault[] };

type Asked = {
  readonly kind: Kind;
  readonly id: string;
  readonly revision: number;
  readonly change: string;
  readonly changeNote: string | null;
  /** The form's fields: a problem is said with the name that stands above its field. */
  readonly fields: readonly NamedField[];
};

/** In milliseconds: how often to look whether it is live, and when to stop looking. */
const PAUSE = 150;
const PATIENCE = 30_000;

/** Publishes what is saved, and tells how it goes until it is live, has failed, or takes too long to wait for. */
export async function publish(
  asked: Asked,
  tell: (publication: Publication) => void,
): Promise<void> {
  const { fields, id, kind, ...said } = asked;
  const body = { ...said, alone: { as: 'emergency', reason: desk.publish.publish } };
  tell({ state: 'sent' });
  const answer = await ask({
    method: 'POST',
    address: `/api/${kind}/${id}/publish`,
    body,
    unreachable: desk.publish.unreachable,
  });
  if (!answer.ok) return tell({ state: 'refused', faults: faultsIn(answer, fields) });
  const { already, sequence } = answer.body as { already: boolean; sequence: number };
  tell(await untilLive({ kind, id, sequence, already, until: Date.now() + PATIENCE }));
}

type Sought = {
  readonly kind: Kind;
  readonly id: string;
  readonly sequence: number;
  readonly already: boolean;
  readonly until: number;
};

async function untilLive(sought: Sought): Promise<Publication> {
  const english = await livenessOf(sought);
  if (english?.state === 'live' && english.liveAt !== null) {
    return { state: 'live', at: new Date(english.liveAt), already: sought.already };
  }
  if (english?.state === 'failed') return { state: 'failed', why: english.why ?? '' };
  if (Date.now() > sought.until) return { state: 'slow' };
  await new Promise((resolve) => setTimeout(resolve, PAUSE));
  return untilLive(sought);
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
