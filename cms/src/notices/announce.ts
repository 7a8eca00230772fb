/** Putting an urgent notice up in one act, by one person: it is written, checked and published; somebody signs later. */
import { momentOf } from '@charterpress/shared/domain/london-time.ts';
import type { Problem } from '@charterpress/shared/domain/problem.ts';
import type { NoticeSentence, Severity } from '@charterpress/shared/domain/urgent-notice.ts';
import type { PayloadRequest } from 'payload';
import { blockersOf } from '../checks/blockers.ts';
import type { Receipt } from '../publishing/publish.ts';
import { type NotTaken, takeStep } from '../workflow/steps.ts';

export type Announcement = {
  readonly sentence: NoticeSentence;
  readonly severity: Severity;
  /** Ids of facts. */
  readonly about: string | null;
  readonly instead: string | null;
  readonly text: string | null;
  /** Wall times in London, `2026-11-22T17:00`. */
  readonly begins: string | null;
  readonly ends: string;
  readonly pages: readonly { readonly kind: string; readonly document: string }[];
  /** Why nobody else looked at it first. */
  readonly reason: string;
};

export type TimeProblem = 'not-a-time' | 'never-comes';

export type Announced =
  | { readonly ok: true; readonly document: string; readonly published: Receipt | null }
  | ({ readonly ok: false } & NotTaken)
  | { readonly ok: false; readonly refused: 'time'; readonly problem: TimeProblem };

export async function announce(req: PayloadRequest, said: Announcement): Promise<Announced> {
  const times = timesOf(said);
  if ('problem' in times) return { ok: false, refused: 'time', problem: times.problem };
  const data = valuesOf(said, times);
  const problems = await problemsWith(req, data);
  if (problems.length > 0) return { ok: false, refused: 'text', problems };
  const written = await write(req, data);
  const taken = await takeStep(req, {
    ...{ kind: 'notices', document: written.id, revision: written.revision },
    said: { step: 'emergency', reason: said.reason, change: null, changeNote: null },
  });
  if (taken.ok) return { ok: true, document: written.id, published: taken.published };
  await throwAway(req, written.id);
  return taken;
}

type Times = { readonly begins: string | null; readonly ends: string };

/** On the night that has an hour twice, a notice stands for both. */
function timesOf({ begins, ends }: Announcement): Times | { readonly problem: TimeProblem } {
  const from = begins === null ? null : momentOf({ wall: begins, which: 'first' });
  const to = momentOf({ wall: ends, which: 'second' });
  for (const each of [from, to]) {
    if (each === null || each.ok) continue;
    return { problem: each.problem === 'never-comes' ? 'never-comes' : 'not-a-time' };
  }
  if (!to.ok) return { problem: 'not-a-time' };
  return { begins: from?.ok ? from.moment : null, ends: to.moment };
}

function valuesOf(said: Announcement, { begins, ends }: Times) {
  const { about, instead, pages, sentence, severity, text } = said;
  const fact = (id: string | null) => (id === null ? null : { relationTo: 'facts', value: id });
  return {
    ...{ sentence, severity, text, begins, ends },
    about: fact(about),
    instead: fact(instead),
    pages: pages.map(({ document, kind }) => ({ relationTo: kind, value: document })),
    slug: `${sentence}-${ends.slice(0, 16).replace(/\D+/g, '-')}-${crypto.randomUUID().slice(0, 8)}`,
  };
}

/** Asked before anything is written: what does not exist can be put right without a trace. */
function problemsWith(req: PayloadRequest, version: object): Promise<readonly Problem[]> {
  return blockersOf(req, { kind: 'notices', document: '', version: { ...version } });
}

async function write(req: PayloadRequest, data: object) {
  const written = await req.payload.create({
    collection: 'notices',
    data: data as never,
    depth: 0,
    overrideAccess: false,
    user: req.user,
    context: req.context,
  });
  return { id: String(written.id), revision: Number((written as { revision?: unknown }).revision) };
}

async function throwAway(req: PayloadRequest, id: string): Promise<void> {
  await req.payload.delete({
    ...{ collection: 'notices', id, overrideAccess: false, user: req.user },
  });
}
