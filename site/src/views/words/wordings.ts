/** How languages write a term. */
import type { ContentOfKind } from '@charterpress/shared/domain/kinds.ts';

type Term = ContentOfKind<'terms'>;

/** The first is the plainest. */
export function approvedIn({ wordings }: Pick<Term, 'wordings'>, tag: string): readonly string[] {
  return wordingsIn(wordings, 'approved', tag);
}

export function forbiddenIn({ wordings }: Pick<Term, 'wordings'>, tag: string): readonly string[] {
  return wordingsIn(wordings, 'forbidden', tag);
}

function wordingsIn(wordings: Term['wordings'], use: string, tag: string): readonly string[] {
  return wordings
    .filter((one) => one.language === tag && one.use === use)
    .map(({ wording }) => wording);
}
