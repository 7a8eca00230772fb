/** Staff of a running system: signed in over REST, as programs and screens do. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { vi } from 'vitest';
import type { System } from './system.ts';

export type Document = {
  readonly id: string;
  readonly revision: number;
  readonly [field: string]: unknown;
};

export type Published = {
  readonly sequence: number;
  readonly number: number;
  readonly candidate: string;
  readonly already: boolean;
};

export type Live = {
  readonly language: string;
  readonly number: number;
  readonly sequence: number;
  readonly state: string;
  readonly liveAt: string | null;
};

export type Staff = {
  /** What an HTTP request carries to be theirs. */
  readonly authorization: string;
  /** Asks the API; `path` begins after `/api/`. */
  readonly ask: (method: string, path: string, body?: unknown) => Promise<Response>;
  /** The document with this slug, or of this number. */
  readonly find: (kind: Kind, known: string | number) => Promise<Document>;
  readonly create: (kind: Kind, values: object) => Promise<Document>;
  readonly save: (kind: Kind, document: Document, values: object) => Promise<Document>;
  /** Publishes alone, with a note about what changed unless the test says what did. */
  readonly publish: (kind: Kind, document: Document, said?: object) => Promise<Published>;
  readonly upload: (picture: Blob, name: string, values: object) => Promise<Document>;
  readonly live: (kind: Kind, document: Document) => Promise<readonly Live[]>;
  /** Waits until everything that was published of a document is live. */
  readonly untilLive: (kind: Kind, document: Document) => Promise<readonly Live[]>;
};

/** What one person says who publishes without a second one. */
export const alone = { alone: { as: 'emergency', reason: 'Nobody else is there.' } };
export const noted = { change: 'major', changeNote: 'It says something else.' };

/** Signs in with the account whose address begins so. Every method but `ask` throws when it is refused. */
export async function signIn(system: System, name: string): Promise<Staff> {
  const send = (path: string, init: RequestInit) => fetch(`${system.cmsUrl}/api/${path}`, init);
  const type = { 'content-type': 'application/json' };
  const body = JSON.stringify({
    email: `${name}@example.org`,
    password: system.password(name),
  });
  const signedIn = await send('users/login', { method: 'POST', headers: type, body });
  const { token } = (await answered(signedIn)) as { token: string };
  const authorization = `JWT ${token}`;

  const ask: Staff['ask'] = (method, path, said) =>
    send(path, {
      method,
      headers: { ...type, authorization },
      ...(said === undefined ? {} : { body: JSON.stringify(said) }),
    });
  const live: Staff['live'] = async (kind, { id }) => {
    const { languages } = (await answered(await ask('GET', `${kind}/${id}/live`))) as {
      languages: readonly Live[];
    };
    return languages;
  };
  return {
    authorization,
    ask,
    live,
    async find(kind, known) {
      const field = typeof known === 'number' ? 'number' : 'slug';
      const path = `${kind}?depth=0&limit=1&where[${field}][equals]=${known}`;
      const { docs } = (await answered(await ask('GET', path))) as { docs: readonly Document[] };
      if (docs[0] === undefined) throw new Error(`There is no ${known} in ${kind}.`);
      return docs[0];
    },
    async create(kind, values) {
      return docOf(await ask('POST', `${kind}?depth=0`, values));
    },
    async save(kind, { id, revision }, values) {
      return docOf(await ask('PATCH', `${kind}/${id}?depth=0`, { ...values, revision }));
    },
    async publish(kind, { id, revision }, said = {}) {
      const whole = { revision, ...alone, ...('change' in said ? said : { ...noted, ...said }) };
      const answer = await ask('POST', `${kind}/${id}/publish`, whole);
      return (await answered(answer)) as Published;
    },
    async upload(picture, name, values) {
      const form = new FormData();
      form.set('file', picture, name);
      form.set('_payload', JSON.stringify(values));
      const headers = { authorization };
      return docOf(await send('media?depth=0', { method: 'POST', headers, body: form }));
    },
    untilLive(kind, document) {
      const isLive = async () => {
        const languages = await live(kind, document);
        const waiting = languages.filter(({ state }) => state !== 'live');
        if (waiting.length > 0) throw new Error(`Not live: ${JSON.stringify(waiting)}`);
        return languages;
      };
      return vi.waitUntil(() => isLive().catch(() => null), { timeout: 60_000, interval: 50 });
    },
  };
}

async function docOf(answer: Response): Promise<Document> {
  return ((await answered(answer)) as { doc: Document }).doc;
}

async function answered(answer: Response): Promise<unknown> {
  if (answer.ok) return answer.json();
  throw new Error(`${answer.url} answered ${answer.status}: ${await answer.text()}`);
}
