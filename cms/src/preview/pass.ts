/** Who may see which drafts in the preview, and for how long. The pass stands in the address: see preview-token.ts. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { isKind } from '@charterpress/shared/domain/kinds.ts';
import { type PreviewPass, signedPass } from '@charterpress/shared/domain/preview-token.ts';
import { may } from '@charterpress/shared/roles.ts';
import type { Payload, PayloadRequest } from 'payload';
import { rolesOf } from '../access/collections.ts';
import { env } from '../env.ts';
import { mayHere } from '../translation/who.ts';

export type Subject = {
  readonly kind: Kind;
  readonly document: string;
  /** The version to be seen; without one it is the working copy as it is saved at the moment of looking. */
  readonly version?: string | undefined;
  /** Its translation as it is saved, drafts included, in place of the working copy. */
  readonly language?: string | undefined;
};

const MINUTE = 60_000;
/** The frame beside the form gets a new one with every save. */
export const FRAME_MS = 15 * MINUTE;
/** To carry it to a telephone and look around. */
export const PHONE_MS = 60 * MINUTE;

/**
 * The address at which whoever asks may see these drafts, the first one opened; a language's tag behind it opens it in
 * that language. `null` for those who may not read them, and where no key is shared with the preview.
 */
export function previewAddress(
  req: PayloadRequest,
  subjects: readonly Subject[],
  lasting: number,
): string | null {
  const session = sessionOf(req);
  const mayAll = subjects.every((each) => mayLook(req.user, each));
  if (env.pressKey === null || session === null || !mayAll || subjects.length === 0) return null;
  const drafts = subjects.map(({ document, kind, language = '', version = '' }) =>
    [kind, document, version, language].join('/').replace(/\/+$/, ''),
  );
  const pass = { ...session, drafts, until: Date.now() + lasting };
  return `${env.previewUrl}/see/${signedPass(pass, env.pressKey)}/start/`;
}

/** Whoever uses a key for programs has no session, and no eyes. */
function sessionOf({ user }: PayloadRequest): Pick<PreviewPass, 'account' | 'session'> | null {
  const { _sid: session } = (user ?? {}) as { _sid?: unknown };
  return user && typeof session === 'string' ? { account: String(user.id), session } : null;
}

type Account = {
  readonly roles?: readonly string[] | null;
  readonly sessions?: readonly { readonly id: string; readonly expiresAt: Date | string }[] | null;
};

/** Whether the account still is, is still signed in with that session, and may still read all of it. */
export async function stillStands(payload: Payload, pass: PreviewPass): Promise<boolean> {
  const account = await payload.db.findOne<Account & { id: string }>({
    collection: 'users',
    where: { id: { equals: pass.account } },
  });
  const session = account?.sessions?.find(({ id }) => id === pass.session);
  if (!account || !session || new Date(session.expiresAt) <= new Date()) return false;
  const user = account as unknown as PayloadRequest['user'];
  return subjectsOf(pass).every((each) => mayLook(user, each));
}

/** A translator looks at drafts of their own languages alone. */
function mayLook(user: PayloadRequest['user'], { kind, language }: Subject): boolean {
  const isTheirs = language === undefined || mayHere({ user }, 'read', language);
  return isTheirs && may(rolesOf({ user }), 'read', kind);
}

export function subjectsOf({ drafts }: PreviewPass): readonly Subject[] {
  return drafts.flatMap((each) => {
    const [kind = '', document = '', version, language] = each.split('/');
    return isKind(kind) ? [{ kind, document, version: version || undefined, language }] : [];
  });
}
