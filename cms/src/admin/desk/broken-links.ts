/** Published texts that lead readers to something that is not published. */
import { mentionedIn } from '@charterpress/shared/domain/checks/surroundings.ts';
import { type Kind, kindNames } from '@charterpress/shared/domain/kinds.ts';
import words from '@charterpress/shared/strings/landing.json' with { type: 'json' };
import type { Payload } from 'payload';
import { env } from '../../env.ts';
import { readHead } from '../../publishing/ledger.ts';
import { newestEnglish, newestTexts } from '../../publishing/newest.ts';
import { wholeContent } from '../../publishing/stored.ts';
import { filled } from '../../words/filled.ts';
import { titlesOf } from '../titles.ts';
import type { DeskItem } from './sections.ts';

type Broken = {
  readonly from: { readonly kind: Kind; readonly document: string };
  readonly to: { readonly kind: string; readonly document: string };
};

/** What was found, and how far the feed went then: it holds until something else is published. */
let known: { readonly sequence: number; readonly broken: readonly Broken[] } | null = null;

export async function brokenLinks(
  payload: Payload,
  kinds: readonly Kind[],
): Promise<readonly DeskItem[]> {
  const { sequence } = await readHead(payload);
  if (known?.sequence !== sequence) known = { sequence, broken: await findBroken(payload) };
  const seen = known.broken.filter(({ from }) => kinds.includes(from.kind));
  const titles = await titlesOf(
    payload,
    seen.flatMap(({ from, to }) => [from, to]),
  );
  return seen.map(({ from, to }) => ({
    title: titles(from),
    href: `/admin/collections/${from.kind}/${from.document}`,
    says: filled(words.says.broken, { to: titles(to) }),
  }));
}

async function findBroken(payload: Payload): Promise<readonly Broken[]> {
  const published = new Set<string>();
  for (const kind of kindNames) {
    const newest = await newestEnglish(payload, kind);
    for (const { _id, action } of newest)
      if (action === 'published') published.add(`${kind}/${_id}`);
  }
  const broken: Broken[] = [];
  for (const kind of kindNames) {
    for (const { _id, content } of await newestTexts(payload, kind)) {
      const { references } = mentionedIn(kind, wholeContent(kind, content) ?? {}, env.siteUrl);
      const dead = references.filter(({ to }) => !published.has(`${to.kind}/${to.document}`));
      broken.push(...dead.map(({ to }) => ({ from: { kind, document: _id }, to })));
    }
  }
  return broken;
}
