/**
 * The way between this page and the server. One request a segment is under way at a time; whatever is typed meanwhile
 * stays in the browser and follows.
 */
import words from '@charterpress/shared/strings/workbench.json' with { type: 'json' };
import { type Answer, ask } from '../asking.ts';
import { type Book, type OpenSegment, type OpenWork, openBook } from './book.ts';
import {
  acknowledged,
  conflicted,
  freed,
  type Hindrance,
  held,
  mineChosen,
  overtaken,
  refused,
  sent,
  type Typed,
  theirsChosen,
  toSend,
  typed,
  unsaved,
} from './keeping.ts';
import { keptHere } from './kept-here.ts';
import { type Stands, textOf, type WorkShown } from './shapes.ts';

export type Me = { readonly id: string };

export type WorkStore = {
  readonly address: string;
  readonly work: () => OpenWork;
  readonly segment: (key: string) => OpenSegment;
  readonly subscribe: (listener: () => void) => () => void;
  /** Asks the server for everything, and answers when it is there. */
  readonly load: () => Promise<void>;
  readonly type: (key: string, said: Pick<Typed, 'target'> & Partial<Typed>) => void;
  /** Sends at once what waits. */
  readonly save: (key: string) => Promise<void>;
  /** Takes a step with a segment. Answers why the server did not take it; nothing when it did. */
  readonly act: (key: string, act: string, body?: object) => Promise<readonly string[]>;
  readonly choose: (key: string, whose: 'mine' | 'theirs') => void;
  /** From here on this page talks and listens. Answers how to end that. */
  readonly open: () => () => void;
};

/** Typing that pauses this long is sent. In milliseconds, like all here. */
const PAUSE = 700;
const RETRY = 5000;
/** How often to look who else is here, and what they saved. */
const LOOK = 60_000;

/** `path` is `<language>/<kind>/<document>`. */
export function workStore(me: Me, path: string): WorkStore {
  const [language = '', kind = '', document = ''] = path.split('/');
  const address = `/api/translation/${path}`;
  const here = keptHere({ account: me.id, language, kind, document });
  const book = openBook(here);
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const others = new BroadcastChannel(`charterpress.translation/${me.id}/${path}`);
  const at = (key: string) => `${address}/segments/${encodeURIComponent(key)}`;

  const later = (key: string, pause = PAUSE) => {
    clearTimeout(timers.get(key));
    if (toSend(book.segment(key).kept) === null || isBlankOverPair(book.segment(key))) return;
    const timer = setTimeout(() => void save(key), pause);
    timers.set(key, timer);
  };
  const saved = (key: string, after: Stands) => {
    book.stands(key, after);
    book.keep(key, acknowledged(book.segment(key).kept, textOf(book.segment(key))));
    others.postMessage({ key, after });
    book.set({ saves: book.work().saves + 1 });
    if (book.work().hindrance !== null) free();
    later(key);
  };
  const save = async (key: string): Promise<void> => {
    const text = toSend(book.segment(key).kept);
    if (text === null || isBlankOverPair(book.segment(key))) return;
    clearTimeout(timers.get(key));
    book.keep(key, sent(book.segment(key).kept));
    const { hash, origin, revision, target, wish: state } = text;
    const body = { revision, hash, target, state, origin };
    const answer = await ask({ method: 'PUT', address: at(key), body, unreachable: '' });
    if (answer.ok) return saved(key, answer.body as unknown as Stands);
    const why = hindranceOf(answer);
    const { kept } = book.segment(key);
    if (why !== null) {
      book.keep(key, held(kept, why));
      return book.set({ hindrance: why });
    }
    if (answer.status !== 409) return book.keep(key, refused(kept, answer.sentences));
    await load();
    book.keep(key, conflicted(book.segment(key).kept, textOf(book.segment(key))));
  };
  const load = async (): Promise<void> => {
    const isFirst = book.work().shown === null;
    const { unreachable } = words.trouble;
    const answer = await ask({ method: 'GET', address, unreachable });
    const why = hindranceOf(answer);
    if (why !== null) book.set({ hindrance: why });
    if (!answer.ok && isFirst) book.set({ trouble: answer.sentences[0] ?? unreachable });
    if (!answer.ok) return;
    const found = isFirst ? await here.adopt() : new Map<string, readonly Typed[]>();
    book.take(answer.body as unknown as WorkShown, found);
    for (const key of book.work().keys) later(key);
  };
  /** The way is free: what was held goes, and only once the server has it all is anybody told so. */
  const free = () => {
    for (const key of book.work().keys) {
      const { kept } = book.segment(key);
      if (kept.keeping.is !== 'held') continue;
      book.keep(key, freed(kept));
      later(key, 0);
    }
    const isWaiting = book.work().keys.some((key) => isOnItsWay(book.segment(key)));
    if (!isWaiting) book.set({ hindrance: null });
  };
  const look = async () => {
    const before = book.work().hindrance;
    const why = await whoIsSignedIn(me);
    if (why !== null && why !== before) book.hinder(why);
    if (why !== null || before === null) return;
    free();
    if (book.work().shown === null) await load();
  };

  return {
    address,
    work: book.work,
    segment: book.segment,
    subscribe: book.subscribe,
    load,
    type: (key, said) => {
      book.keep(key, typed(book.segment(key).kept, said));
      later(key);
    },
    save,
    act: async (key, name, body = {}) => {
      await save(key);
      const { kept, segment } = book.segment(key);
      if (unsaved(kept) !== null) return [words.trouble.saveFirst];
      const { revision } = kept.server;
      const answer = await ask({
        method: 'POST',
        address: `${at(key)}/${name}`,
        body: { revision, ...(ofThisEnglish.has(name) && { hash: segment.hash }), ...body },
        unreachable: words.trouble.notDone,
      });
      const why = hindranceOf(answer);
      if (why !== null) book.set({ hindrance: why });
      if (answer.status === 409) await load();
      if (answer.ok) saved(key, answer.body as unknown as Stands);
      return answer.sentences;
    },
    choose: (key, whose) => {
      const choice = whose === 'mine' ? mineChosen : theirsChosen;
      book.keep(key, choice(book.segment(key).kept));
      later(key, 0);
    },
    open: () => {
      others.onmessage = ({ data }) => heard(book, data);
      const stop = whenItMayHaveChanged({ look, refresh: load, book });
      void load();
      return () => {
        stop();
        others.onmessage = null;
        for (const key of timers.keys()) void save(key);
      };
    },
  };
}

function isOnItsWay(segment: OpenSegment): boolean {
  const { is } = segment.kept.keeping;
  return is === 'sending' || (is === 'typed' && !isBlankOverPair(segment));
}

/** Nothing in place of what was reviewed says nothing yet: whoever cleared the field is about to type. */
function isBlankOverPair({ kept, record }: OpenSegment): boolean {
  const isBlank = (unsaved(kept)?.target ?? '').trim() === '';
  return isBlank && record !== null && record.pairs.length > 0;
}

/** What is said of the English as it is on this page. */
const ofThisEnglish: ReadonlySet<string> = new Set(['still-correct', 'review']);

/** What another tab of this person saved. */
function heard(book: Book, { after, key }: { key: string; after: Stands }): void {
  if (!book.has(key)) return;
  book.stands(key, after);
  book.keep(key, overtaken(book.segment(key).kept, textOf(book.segment(key))));
}

function hindranceOf({ ok, status }: Answer): Hindrance | null {
  if (ok) return null;
  if (status === 401) return 'signed-out';
  if (status === 0) return 'offline';
  return status >= 500 ? 'fault' : null;
}

/** In another tab somebody may have signed out, or somebody else in: under another name nothing may be saved from here. */
async function whoIsSignedIn(me: Me): Promise<Hindrance | null> {
  const answer = await ask({ method: 'GET', address: '/api/users/me', unreachable: '' });
  if (!answer.ok) return hindranceOf(answer) ?? 'fault';
  const { user } = answer.body as { user?: { id?: unknown } | null };
  if (!user) return 'signed-out';
  return String(user.id) === me.id ? null : 'someone-else';
}

function whenItMayHaveChanged(of: {
  readonly book: Book;
  readonly look: () => Promise<void>;
  readonly refresh: () => Promise<void>;
}): () => void {
  const { book, look, refresh } = of;
  const isSeen = () => globalThis.document.visibilityState === 'visible';
  const seen = () => void (isSeen() && look());
  const again = () => void (book.work().hindrance !== null && look());
  const anew = () => void (isSeen() && book.work().hindrance === null && refresh());
  const [retry, refreshing] = [setInterval(again, RETRY), setInterval(anew, LOOK)];
  globalThis.addEventListener('online', again);
  globalThis.addEventListener('focus', seen);
  globalThis.document.addEventListener('visibilitychange', seen);
  return () => {
    clearInterval(retry);
    clearInterval(refreshing);
    globalThis.removeEventListener('online', again);
    globalThis.removeEventListener('focus', seen);
    globalThis.document.removeEventListener('visibilitychange', seen);
  };
}
