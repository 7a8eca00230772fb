/** What documents are called where they are only mentioned. */
import { isKind, type Kind } from '@charterpress/shared/domain/kinds.ts';
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import type { Payload } from 'payload';

export type Subject = { readonly kind: string; readonly document: string };
export type Titles = (of: Subject) => string;

/** Longer names are cut at a word: a principle is known by its whole statement. */
const LONGEST = 70;

/** Reads the names of all these documents, kind by kind. Of what is no longer there it says just that. */
export async function titlesOf(payload: Payload, subjects: readonly Subject[]): Promise<Titles> {
  const kinds = [...new Set(subjects.map(({ kind }) => kind))].filter(isKind);
  const titles = new Map<string, string>();
  for (const kind of kinds) {
    const ids = subjects.filter((each) => each.kind === kind).map(({ document }) => document);
    for (const [id, title] of await titlesOfKind(payload, kind, ids)) {
      titles.set(`${kind}/${id}`, title);
    }
  }
  return ({ document, kind }) => titles.get(`${kind}/${document}`) ?? desk.landing.gone;
}

/** The field that documents of a kind are known by. */
export function titleField(payload: Payload, kind: Kind): string {
  return payload.collections[kind]?.config.admin.useAsTitle ?? 'id';
}

export function titleFrom(value: unknown): string {
  const title = String(value ?? '').trim();
  if (title === '') return desk.landing.untitled;
  if (title.length <= LONGEST) return title;
  return `${title.slice(0, LONGEST).replace(/\s+\S*$/, '')} …`;
}

async function titlesOfKind(
  payload: Payload,
  kind: Kind,
  ids: readonly string[],
): Promise<readonly (readonly [string, string])[]> {
  const field = titleField(payload, kind);
  const { docs } = await payload.find({
    collection: kind,
    where: { id: { in: [...new Set(ids)] } },
    select: { [field]: true },
    depth: 0,
    pagination: false,
    overrideAccess: true,
  });
  const found = docs as unknown as readonly (Record<string, unknown> & { id: string })[];
  return found.map((each) => [String(each.id), titleFrom(each[field])] as const);
}
