/** The checks over one version of a document, with what is around it looked up. */
import { slugByNumber } from '@charterpress/shared/domain/addresses.ts';
import { blockersAt, check } from '@charterpress/shared/domain/checks/check.ts';
import type { Finding } from '@charterpress/shared/domain/checks/findings.ts';
import type { Moment } from '@charterpress/shared/domain/checks/moments.ts';
import { mentionedIn } from '@charterpress/shared/domain/checks/surroundings.ts';
import { composeSoFar } from '@charterpress/shared/domain/compose.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import type { Problem } from '@charterpress/shared/domain/problem.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { PayloadRequest } from 'payload';
import { env } from '../env.ts';
import { calendarDay } from '../words/moment.ts';
import { trust } from '../words/trust.ts';
import { lookUp } from './look-up.ts';
import type { Version } from './standing.ts';

type Checked = Version & {
  /** What goes live at the same moment, and so may lead to this and be led to. */
  readonly together?: readonly Version[];
  readonly now?: Date;
};

/** What stands in the way of a version at a moment: its approval (`review`) or its publication. */
export async function blockersOf(
  req: Pick<PayloadRequest, 'payload'>,
  checked: Checked & { readonly moment?: Exclude<Moment, 'save'> },
): Promise<readonly Problem[]> {
  return blockersAt(checked.moment ?? 'publish', await findingsIn(req, checked));
}

/** Everything that there is to say of a version. */
export async function findingsIn(
  { payload }: Pick<PayloadRequest, 'payload'>,
  { document, kind, now = new Date(), together = [], version }: Checked,
): Promise<readonly Finding[]> {
  const { content, problems } = composeSoFar(kind, version);
  const mentioned = mentionedIn(kind, content, env.siteUrl);
  // A document may lead to itself.
  const live = [{ kind, document, version }, ...together];
  const around = {
    ...(await lookUp(payload, mentioned, live)),
    today: calendarDay(now),
    language: SOURCE_LANGUAGE,
    site: env.siteUrl,
    terms: trust.commonLanguage,
  };
  return [...problems, ...withoutAddress(kind, version), ...check(kind, content, around)];
}

function withoutAddress(kind: Kind, { slug }: Version['version']): readonly Problem[] {
  const isMissing = slugByNumber(kind, 0) === null && (slug ?? '') === '';
  return isMissing ? [{ field: 'slug', problem: 'empty' }] : [];
}
