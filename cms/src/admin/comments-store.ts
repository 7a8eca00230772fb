/** The comments on the document that is open: asked for once, shared by all its fields and by the list beside them. */
import words from '@charterpress/shared/strings/comments.json' with { type: 'json' };
import { toast } from '@payloadcms/ui';
import { useEffect, useSyncExternalStore } from 'react';
import type { CommentShown } from '../comments/endpoints.ts';
import { ask } from './asking.ts';

type Comments = readonly CommentShown[];

let of = '';
let known: Comments = [];
const listeners = new Set<() => void>();

/** `address` is that of the document's comments; `null` while the document was never saved. */
export function useComments(address: string | null): Comments {
  useEffect(() => {
    if (address !== null && address !== of) void load(address);
  }, [address]);
  return useSyncExternalStore(subscribe, knownOnes, none);
}

/** Sends something about a comment. Answers whether the CMS took it; if not, the person was told why. */
export async function say(address: string, body: object = {}): Promise<boolean> {
  const answer = await ask({ method: 'POST', address, body, unreachable: words.unreachable });
  for (const sentence of answer.sentences) toast.error(sentence);
  if (answer.ok) keep((answer.body as { comments: Comments }).comments);
  return answer.ok;
}

async function load(address: string): Promise<void> {
  of = address;
  keep([]);
  const { body, ok } = await ask({ method: 'GET', address, unreachable: '' });
  if (ok && of === address) keep((body as { comments: Comments }).comments);
}

function keep(comments: Comments): void {
  known = comments;
  for (const tell of listeners) tell();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    // Whoever opens the document again may find what others said meanwhile.
    if (listeners.size === 0) of = '';
  };
}

const nobody: Comments = [];
const knownOnes = () => known;
const none = () => nobody;
