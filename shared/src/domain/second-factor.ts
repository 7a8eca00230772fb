/** Who has to prove by a second thing, beside a password, that it is they who sign in. */
import type { Role } from '../roles.ts';

/** Who may make public what stands under the trust's name, and who may make accounts that can. */
const powerful: readonly Role[] = ['publisher', 'administrator'];

export type SigningIn = {
  readonly roles: readonly Role[];
  /** Both the CMS and whoever signs in are on this one computer: somebody tries it out. */
  readonly isLocalUse: boolean;
  /** They come from the private network. */
  readonly isInside: boolean;
};

export function needsSecondFactor({ roles, isLocalUse, isInside }: SigningIn): boolean {
  if (isLocalUse) return false;
  return !isInside || roles.some((role) => powerful.includes(role));
}
