/** What the checks say of the open document as it was saved last: asked once a save, however many show it. */
import checks from '@charterpress/shared/strings/checks.json' with { type: 'json' };
import { useDocumentInfo } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import type { Said, SaidAtMoments } from '../checks/endpoint.ts';
import { ask } from './asking.ts';
import { onReadersChange } from './readers-change.ts';

export type Checks = {
  /** What stands in the way of approval, and so of all that follows. */
  readonly review: readonly Said[];
  /** What stands in the way of publishing alone. */
  readonly publish: readonly Said[];
  readonly advice: readonly Said[];
};

export type Asked =
  | { readonly state: 'new' }
  | { readonly state: 'asking' }
  | { readonly state: 'unanswered'; readonly why: string }
  | { readonly state: 'answered'; readonly checks: Checks };

export function useChecks(): Asked {
  const { collectionSlug, id, savedDocumentData } = useDocumentInfo();
  const saved = String(savedDocumentData?.updatedAt ?? '');
  const [asked, setAsked] = useState<Asked>({ state: 'asking' });
  useEffect(() => {
    if (id === undefined) return setAsked({ state: 'new' });
    let isShown = true;
    const look = async (published = 0) => {
      const answer = await answerTo(`/api/${collectionSlug}/${id}/checks`, `${saved} ${published}`);
      if (isShown) setAsked(answer);
    };
    void look();
    const stopListening = onReadersChange(() => void look(Date.now()));
    return () => {
      isShown = false;
      stopListening();
    };
  }, [collectionSlug, id, saved]);
  return asked;
}

let latest: { readonly key: string; readonly answer: Promise<Asked> } | null = null;

function answerTo(address: string, moment: string): Promise<Asked> {
  const key = `${address} ${moment}`;
  if (latest?.key !== key) latest = { key, answer: askFor(address) };
  return latest.answer;
}

async function askFor(address: string): Promise<Asked> {
  const { unreachable } = checks.panel;
  const { body, ok, sentences } = await ask({ method: 'GET', address, unreachable });
  if (!ok) return { state: 'unanswered', why: sentences[0] ?? unreachable };
  return { state: 'answered', checks: sorted(body as SaidAtMoments) };
}

/** Each thing once: what is in the way of approval is in the way of publishing too. */
function sorted({ publish, review }: SaidAtMoments): Checks {
  const before = review.filter(({ level }) => level === 'blocks');
  const known = new Set(before.map(keyOf));
  const later = publish.filter(({ level }) => level === 'blocks');
  return {
    review: before,
    publish: later.filter((said) => !known.has(keyOf(said))),
    advice: publish.filter(({ level }) => level === 'advises'),
  };
}

function keyOf({ field, message }: Said): string {
  return `${field} ${message}`;
}
