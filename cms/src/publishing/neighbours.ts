/** What publishing asks of the site's programs. Neither has to be there: a publication never waits for them for long. */
import type { Payload } from 'payload';
import { env } from '../env.ts';
import type { StoredEdition } from './ledger.ts';

/** Why a page could not be made from what is about to be published. */
export type PageProblem = { readonly path: string; readonly why: string };

export type Candidate =
  | { readonly state: 'rendered' }
  | { readonly state: 'refused'; readonly problems: readonly PageProblem[] }
  | { readonly state: 'unchecked' };

const CANDIDATE_MILLISECONDS = 2000;
const NUDGE_MILLISECONDS = 1000;

/**
 * Has the preview process render the pages of an edition that is not published yet. Without an answer in two seconds it
 * stays unchecked: the press checks every page again before it goes live.
 */
export async function renderCandidate(
  edition: StoredEdition,
  payload: Payload,
): Promise<Candidate> {
  try {
    const answer = await post(`${env.previewUrl}/candidates`, { edition }, CANDIDATE_MILLISECONDS);
    return await candidateFrom(answer);
  } catch (error) {
    payload.logger.warn(
      `The preview at ${env.previewUrl} rendered no candidate (${reason(error)}). The publication goes on; the press checks its pages.`,
    );
    return { state: 'unchecked' };
  }
}

async function candidateFrom(answer: Response): Promise<Candidate> {
  if (answer.ok) return { state: 'rendered' };
  if (answer.status !== 422) throw new Error(`it answered ${answer.status}`);
  const { problems } = (await answer.json()) as { problems: PageProblem[] };
  return { state: 'refused', problems };
}

/** Tells the press that there is something to pull. It polls anyway, so nothing hangs on this. */
export function nudgePress(sequence: number, payload: Payload): void {
  post(`${env.pressUrl}/nudge`, { sequence }, NUDGE_MILLISECONDS).catch((error: unknown) => {
    payload.logger.info(
      `The press at ${env.pressUrl} was not nudged (${reason(error)}); it polls.`,
    );
  });
}

function post(url: string, body: unknown, milliseconds: number): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(env.pressKey === null ? {} : { authorization: `Bearer ${env.pressKey}` }),
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(milliseconds),
  });
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause as { code?: string } | undefined;
  return cause?.code ?? error.message;
}
