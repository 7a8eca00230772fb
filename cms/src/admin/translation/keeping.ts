/**
 * What becomes of what a translator types into one segment: it stays in the browser until the server has said that it
 * has it. Nothing here forgets a text that the server does not have, but for the person's own word.
 */

/** A text as the server has it, or would have it: made against this revision and this English. */
export type Text = { readonly target: string; readonly revision: number; readonly hash: string };

/** What is to be saved. `wish` is what its translator says of it. */
export type Typed = Text & {
  readonly wish: 'draft' | 'translated';
  readonly origin: 'person' | 'memory';
  /** What went before it, and may have reached the server although no answer came back. */
  readonly after?: string;
};

/** Why nothing can be sent for the moment. */
export type Hindrance = 'offline' | 'signed-out' | 'someone-else' | 'fault';

export type Keeping =
  | { readonly is: 'settled' }
  | { readonly is: 'typed'; readonly typed: Typed }
  /** `since` is what was typed after it had gone. */
  | { readonly is: 'sending'; readonly sent: Typed; readonly since: Typed | null }
  | { readonly is: 'held'; readonly typed: Typed; readonly why: Hindrance }
  /** The server does not take it, and says why: nothing is sent until it is typed on. */
  | { readonly is: 'refused'; readonly typed: Typed; readonly sentences: readonly string[] }
  /** Somebody, or this person in another tab, saved another text meanwhile: a person chooses. */
  | { readonly is: 'twofold'; readonly typed: Typed };

export type Kept = { readonly server: Text; readonly keeping: Keeping };

type Said = Pick<Typed, 'target'> & Partial<Pick<Typed, 'wish' | 'origin'>>;

/** On opening: `found` is what this browser still holds of it, newest first. */
export function opened(server: Text, found: readonly Typed[]): Kept {
  const [typed, other] = found.filter((each) => isMore(each, server));
  if (typed === undefined) return { server, keeping: { is: 'settled' } };
  const isBased = typed.revision === server.revision && typed.hash === server.hash;
  const isAlone = other === undefined || other.target === typed.target;
  return { server, keeping: { is: isBased && isAlone ? 'typed' : 'twofold', typed } };
}

/** What the person sees in the field. */
export function shownOf({ keeping, server }: Kept): string {
  if (keeping.is === 'settled') return server.target;
  if (keeping.is === 'sending') return (keeping.since ?? keeping.sent).target;
  return keeping.typed.target;
}

export function typed(kept: Kept, said: Said): Kept {
  const { keeping, server } = kept;
  const before = unsaved(kept);
  const next: Typed = { ...server, wish: 'draft', origin: before?.origin ?? 'person', ...said };
  switch (keeping.is) {
    case 'sending':
      return { server, keeping: { ...keeping, since: next } };
    case 'held':
      return { server, keeping: { ...keeping, typed: { ...keeping.typed, ...next } } };
    case 'twofold': {
      // It is still made from what it was made from: only a choice puts it over the other text.
      const { hash, revision } = keeping.typed;
      return { server, keeping: { is: 'twofold', typed: { ...next, hash, revision } } };
    }
    default:
      return { server, keeping: { is: 'typed', typed: next } };
  }
}

/** What the browser has to hold on to; `null` when the server has it all. */
export function unsaved({ keeping }: Kept): Typed | null {
  if (keeping.is === 'settled') return null;
  return keeping.is === 'sending' ? (keeping.since ?? keeping.sent) : keeping.typed;
}

/** What goes to the server next, if anything. */
export function toSend({ keeping }: Kept): Typed | null {
  return keeping.is === 'typed' ? keeping.typed : null;
}

export function sent(kept: Kept): Kept {
  const typed = toSend(kept);
  if (typed === null) return kept;
  return { server: kept.server, keeping: { is: 'sending', sent: typed, since: null } };
}

export function acknowledged(kept: Kept, server: Text): Kept {
  const { keeping } = kept;
  const more = keeping.is === 'sending' ? keeping.since : unsaved(kept);
  if (more === null || !isMore(more, server)) return { server, keeping: { is: 'settled' } };
  return based(more, server);
}

export function held(kept: Kept, why: Hindrance): Kept {
  const { keeping, server } = kept;
  const last = unsaved(kept);
  if (last === null || keeping.is === 'twofold') return kept;
  const typed = keeping.is === 'sending' ? { ...last, after: keeping.sent.target } : last;
  return { server, keeping: { is: 'held', typed, why } };
}

export function refused(kept: Kept, sentences: readonly string[]): Kept {
  const typed = unsaved(kept);
  if (typed === null) return kept;
  return { server: kept.server, keeping: { is: 'refused', typed, sentences } };
}

/** The way is free again. */
export function freed(kept: Kept): Kept {
  const { keeping, server } = kept;
  return keeping.is === 'held' ? { server, keeping: { is: 'typed', typed: keeping.typed } } : kept;
}

/** The server has another text than this page began from. */
export function overtaken(kept: Kept, server: Text): Kept {
  const typed = unsaved(kept);
  if (typed === null || !isMore(typed, server)) return { server, keeping: { is: 'settled' } };
  // The answer to what is under way says what came of it.
  if (kept.keeping.is === 'sending') return kept;
  const isBased = typed.revision === server.revision && typed.hash === server.hash;
  return isBased ? { ...kept, server } : { server, keeping: { is: 'twofold', typed } };
}

/** Answered with a conflict: what was under way is not saved. */
export function conflicted(kept: Kept, server: Text): Kept {
  const typed = unsaved(kept);
  if (typed === null || !isMore(typed, server)) return { server, keeping: { is: 'settled' } };
  const isOwn = typed.after === server.target && typed.hash === server.hash;
  return isOwn ? based(typed, server) : { server, keeping: { is: 'twofold', typed } };
}

export function mineChosen({ keeping, server }: Kept): Kept {
  return keeping.is === 'twofold' ? based(keeping.typed, server) : { keeping, server };
}

export function theirsChosen({ server }: Kept): Kept {
  return { server, keeping: { is: 'settled' } };
}

/** To be saved over what the server has. */
function based({ after: _sent, ...typed }: Typed, server: Text): Kept {
  const { hash, revision } = server;
  return { server, keeping: { is: 'typed', typed: { ...typed, hash, revision } } };
}

/** Whether saving it would say anything that the server does not know. */
function isMore(typed: Typed, server: Text): boolean {
  return typed.target !== server.target || typed.wish === 'translated';
}
