/** Asks the CMS for the drafts of a preview, each time anew: nothing that was not published is kept here. */
import type { Edition } from '@charterpress/shared/domain/edition.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { readEdition, typeOfKind } from './read-edition.ts';

const TIMEOUT_MS = 5_000;

export type Drafts = {
  readonly editions: readonly Edition[];
  /** The document that was opened. */
  readonly opened: { readonly kind: Kind; readonly document: string };
  readonly title: string;
  readonly notes: readonly string[];
  readonly problems: readonly string[];
};

export type Asked =
  | { readonly state: 'here'; readonly drafts: Drafts }
  /** Signed out, no longer allowed to read it. */
  | { readonly state: 'ended' }
  | { readonly state: 'gone' }
  | { readonly state: 'unreachable' };

type Source = { readonly cmsUrl: string; readonly pressKey: string | null };

export async function askForDrafts(token: string, source: Source): Promise<Asked> {
  const answer = await ask(token, source).catch(() => null);
  if (answer?.status === 401) return { state: 'ended' };
  if (answer?.status === 410) return { state: 'gone' };
  if (answer?.status !== 200) return { state: 'unreachable' };
  const given = answer.body as Given;
  const read = given.editions.map(({ kind, ...edition }) =>
    readEdition({ ...edition, __typename: typeOfKind(kind) }),
  );
  return {
    state: 'here',
    drafts: {
      ...given,
      editions: read.flatMap((each) => (each.ok ? [each.edition] : [])),
      problems: [...given.problems, ...read.flatMap((each) => (each.ok ? [] : [each.why]))],
    },
  };
}

/** The CMS is believed, but for the texts: what the pages cannot show, they are not asked to. */
type Given = Omit<Drafts, 'editions'> & {
  readonly editions: readonly (Readonly<Record<string, unknown>> & { readonly kind: string })[];
};

async function ask(token: string, { cmsUrl, pressKey }: Source) {
  const answer = await fetch(`${cmsUrl}/api/previews`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `users API-Key ${pressKey}`,
    },
    body: JSON.stringify({ token }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  return { status: answer.status, body: (await answer.json()) as unknown };
}
