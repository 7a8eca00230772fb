/**
 * Who may do what: the one table of role x kind x action. What is not in it is refused. The CMS enforces it at every
 * door; a test walks every cell.
 */
import type { Kind } from './domain/kinds.ts';
import { needs, type State, type Step, stepsFrom } from './domain/workflow.ts';

export const roles = ['administrator', 'editor', 'publisher', 'translator', 'press'] as const;
export type Role = (typeof roles)[number];

/** `write` is create and change a working copy; `discard` throws away one that was never published. */
export const kindActions = [
  'read',
  'write',
  'discard',
  'publish',
  'withdraw',
  'askRemoval',
  'confirmRemoval',
] as const;
export type KindAction = (typeof kindActions)[number];

type Row = Readonly<Record<Role, readonly KindAction[]>>;

const everything = kindActions;

/** What staff write for parents. */
const documents: Row = {
  administrator: ['read', 'askRemoval', 'confirmRemoval'],
  editor: ['read', 'write', 'discard', 'askRemoval'],
  publisher: everything,
  translator: ['read'],
  press: [],
};

/** What stands on every page: only who answers for the whole site changes it. */
const wholeSite: Row = { ...documents, editor: ['read'] };

export const mayOnKind: Readonly<Record<Kind, Row>> = {
  charter: documents,
  pledges: documents,
  principles: documents,
  guides: documents,
  facts: documents,
  pages: documents,
  settings: wholeSite,
  terms: documents,
  notices: wholeSite,
  media: documents,
  'language-versions': documents,
  'interface-words': documents,
  organisations: documents,
  places: documents,
  services: documents,
  actions: documents,
  outcomes: documents,
  strategies: documents,
  bodies: documents,
  decisions: documents,
  evidence: documents,
  courses: documents,
  consultations: documents,
  forums: documents,
  events: documents,
};

/** Whether someone with these roles may do this to documents of this kind. Nobody without a role may do anything. */
export function may(held: readonly Role[], action: KindAction, kind: Kind): boolean {
  return held.some((role) => mayOnKind[kind][role].includes(action));
}

/** Whether someone with these roles may ever take this step with a document of this kind that is in this state. */
export function mayTake(
  held: readonly Role[],
  step: Step,
  from: { readonly kind: Kind; readonly state: State },
): boolean {
  return stepsFrom[from.state].includes(step) && may(held, needs[step], from.kind);
}
