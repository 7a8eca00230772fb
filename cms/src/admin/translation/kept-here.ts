/** What was typed and is not saved yet, in the storage of this browser: it outlives the page, the tab and the session. */
import type { Typed } from './keeping.ts';

/** Whose work, on which document in which language. */
export type Place = {
  readonly account: string;
  readonly language: string;
  readonly kind: string;
  readonly document: string;
};

type Found = { readonly name: string; readonly segment: string; readonly typed: Typed; at: number };

const FOLDER = 'charterpress.translation';

export type KeptHere = {
  /** Answers whether the browser keeps it: some have no storage, or a full one. */
  readonly keep: (segment: string, typed: Typed) => boolean;
  readonly forget: (segment: string) => void;
  /** What tabs that are gone left behind, by segment, newest first. From here on it is this page's. */
  readonly adopt: () => Promise<ReadonlyMap<string, readonly Typed[]>>;
};

/** One for each page that is open: what another tab keeps is left to it for as long as it lives. */
export function keptHere(place: Place): KeptHere {
  const page = crypto.randomUUID();
  const folder = [FOLDER, place.account, place.language, place.kind, place.document, ''].join('/');
  const mine = new Map<string, Set<string>>();
  void holdLife(page);

  const forget = (segment: string) => {
    for (const name of mine.get(segment) ?? []) remove(name);
    mine.delete(segment);
  };
  return {
    keep: (segment, typed) => {
      const name = `${folder}${segment}/${typed.revision}/${page}`;
      const isKept = put(name, JSON.stringify({ typed, at: Date.now() }));
      if (!isKept) return false;
      const older = [...(mine.get(segment) ?? [])].filter((each) => each !== name);
      for (const each of older) remove(each);
      mine.set(segment, new Set([name]));
      return true;
    },
    forget,
    adopt: async () => {
      const living = await livingPages();
      const found = all(folder).filter(({ name }) => !living.has(name.slice(-page.length)));
      found.sort((one, other) => other.at - one.at);
      const bySegment = new Map<string, Typed[]>();
      for (const { name, segment, typed } of found) {
        bySegment.set(segment, [...(bySegment.get(segment) ?? []), typed]);
        mine.set(segment, (mine.get(segment) ?? new Set()).add(name));
      }
      return bySegment;
    },
  };
}

function all(folder: string): Found[] {
  try {
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(folder))
      .flatMap((name) => {
        const [segment = ''] = name.slice(folder.length).split('/');
        const { at, typed } = JSON.parse(localStorage.getItem(name) ?? '{}') as Found;
        return typed === undefined ? [] : [{ name, segment, typed, at }];
      });
  } catch {
    // No storage, or something else than ours in it: then nothing of ours is there to be found.
    return [];
  }
}

function put(name: string, value: string): boolean {
  try {
    localStorage.setItem(name, value);
    return true;
  } catch {
    return false;
  }
}

function remove(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // Where nothing can be kept there is nothing to take away.
  }
}

/** A lock is given back by the browser itself when its page goes, however it goes. */
async function holdLife(page: string): Promise<void> {
  await navigator.locks?.request(`${FOLDER}/${page}`, () => new Promise(() => undefined));
}

async function livingPages(): Promise<ReadonlySet<string>> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return new Set(held.flatMap(({ name }) => name?.slice(FOLDER.length + 1) ?? []));
}
