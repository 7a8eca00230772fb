/** Where the open document stands: asked once a save and once a step, shared by the buttons and the panel beside the form. */
import words from '@charterpress/shared/strings/steps.json' with { type: 'json' };
import { useDocumentInfo } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import { ask } from './asking.ts';
import { onReadersChange } from './readers-change.ts';
import type { Status } from './status-of.ts';

export type StatusAsked =
  | { readonly state: 'new' }
  | { readonly state: 'asking' }
  | { readonly state: 'unanswered'; readonly why: string }
  | { readonly state: 'answered'; readonly status: Status };

export function useStatus(): StatusAsked {
  const { collectionSlug, id, savedDocumentData } = useDocumentInfo();
  const saved = String(savedDocumentData?.updatedAt ?? '');
  const [asked, setAsked] = useState<StatusAsked>({ state: 'asking' });
  useEffect(() => {
    if (id === undefined) return setAsked({ state: 'new' });
    let isShown = true;
    const look = async (moment: string) => {
      const answer = await answerTo(`/api/${collectionSlug}/${id}/status`, moment);
      if (isShown) setAsked(answer);
    };
    void look(saved);
    const stopListening = onReadersChange((moment) => void look(moment));
    return () => {
      isShown = false;
      stopListening();
    };
  }, [collectionSlug, id, saved]);
  return asked;
}

let latest: { readonly key: string; readonly answer: Promise<StatusAsked> } | null = null;

function answerTo(address: string, moment: string): Promise<StatusAsked> {
  const key = `${address} ${moment}`;
  if (latest?.key !== key) latest = { key, answer: askFor(address) };
  return latest.answer;
}

async function askFor(address: string): Promise<StatusAsked> {
  const { unreachable } = words.panel;
  const { body, ok, sentences } = await ask({ method: 'GET', address, unreachable });
  if (!ok) return { state: 'unanswered', why: sentences[0] ?? unreachable };
  return { state: 'answered', status: body as Status };
}
