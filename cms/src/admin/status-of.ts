/** Where a document stands, in sentences, and what whoever asks may do with it: asked by the form. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { publishedReports } from '@charterpress/shared/domain/promises/reports.ts';
import type { Step, WorkflowRecord } from '@charterpress/shared/domain/workflow.ts';
import { language, SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { may } from '@charterpress/shared/roles.ts';
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import words from '@charterpress/shared/strings/steps.json' with { type: 'json' };
import type { Endpoint, PayloadRequest } from 'payload';
import { rolesOf } from '../access/collections.ts';
import { bundleOf } from '../bundles/records.ts';
import { englishEditions, languagesOf } from '../publishing/languages-of.ts';
import type { StoredEdition } from '../publishing/ledger.ts';
import { livenessOfEdition } from '../publishing/receipts.ts';
import { newestEdition } from '../publishing/stored.ts';
import { filled } from '../words/filled.ts';
import { dayInWords, moment } from '../words/moment.ts';
import { type Workflow, workflowOf } from '../workflow/steps.ts';
import { reasonWords } from './audit-words.ts';
import { type Names, namesOf } from './people.ts';

export type Status = {
  readonly state: WorkflowRecord['state'];
  readonly steps: readonly Step[];
  /** The first says where it stands; then what is quoted, what is pinned, and who has to do what. */
  readonly sentences: readonly StatusSentence[];
  /** What was said when it was sent for review: offered again to whoever approves it. */
  readonly change: string | null;
  readonly changeNote: string | null;
  readonly isFirst: boolean;
  /** The languages in which readers have it, English first. */
  readonly languages: readonly { readonly tag: string; readonly name: string }[];
  /** The English editions whose text can come back, newest first. */
  readonly editions: readonly { readonly number: number; readonly publishedAt: string }[];
  /** What the newest English edition says that it changed. */
  readonly note: string | null;
  /** The ids of rows that readers have and nobody may change: progress reports. */
  readonly keptRows: readonly string[];
  readonly review: { readonly owner: string | null; readonly nextReview: string | null };
};

export type StatusSentence = {
  readonly about: 'where' | 'quoted' | 'pinned' | 'next' | 'alarm';
  readonly says: string;
};

export function statusEndpoint(kind: Kind): Endpoint {
  return { path: '/:id/status', method: 'get', handler: (req) => answer(kind, req) };
}

async function answer(kind: Kind, req: PayloadRequest): Promise<Response> {
  if (!may(rolesOf(req), 'read', kind)) {
    return Response.json({ message: desk.gate.notForYou }, { status: 403 });
  }
  const of = { kind, document: String(req.routeParams?.id) };
  const workflow = await workflowOf(req, of);
  if (workflow === null) return Response.json({ message: desk.gate.closed }, { status: 404 });
  const names = await namesOf(req.payload, peopleIn(workflow));
  const bundle = workflow.bundle === null ? null : await bundleOf(req, workflow.bundle);
  const standing = statusIn(workflow, names, bundle?.goesLiveAt ?? null);
  const [first, ...others] = standing.sentences;
  const english = await englishEditions({ req }, of);
  const status: Status = {
    ...standing,
    sentences: [...(first ? [first] : []), ...(await notShown(req, english.at(-1))), ...others],
    ...(await published(req, of, english)),
  };
  return Response.json(status);
}

/** What was published is not always what readers have: the press keeps the page from before where it cannot make one. */
async function notShown(
  req: PayloadRequest,
  newest: StoredEdition | undefined,
): Promise<readonly StatusSentence[]> {
  if (newest === undefined) return [];
  const { state, why } = await livenessOfEdition(req, newest);
  if (state !== 'failed') return [];
  return [{ about: 'alarm', says: filled(words.where.notShown, { why }) }];
}

/** What readers have, as far as a step may ask about it. */
async function published(
  req: PayloadRequest,
  of: { kind: Kind; document: string },
  english: readonly StoredEdition[],
): Promise<Pick<Status, 'languages' | 'editions' | 'note' | 'keptRows'>> {
  const tags = await languagesOf({ req }, of);
  const newest = await Promise.all(tags.map((tag) => newestEdition(req, { ...of, language: tag })));
  const readable = newest.filter((edition) => edition?.action === 'published');
  const lastText = english.findLast(({ content }) => content !== null);
  return {
    languages: readable
      .map((edition) => edition?.language ?? '')
      .sort((one) => (one === SOURCE_LANGUAGE ? -1 : 1))
      .map((tag) => ({ tag, name: language(tag)?.englishName ?? tag })),
    editions: english
      .filter(({ action, content }) => action === 'published' && content !== null)
      .map(({ number, publishedAt }) => ({ number, publishedAt }))
      .reverse(),
    note: english.at(-1)?.changeNote ?? null,
    keptRows: of.kind === 'actions' ? publishedReports(lastText?.content ?? {}) : [],
  };
}

function peopleIn({
  amendments,
  approval,
  editedBy,
  factCheck,
  secondLook,
  submitted,
}: Workflow): string[] {
  const each = [submitted?.by, amendments?.by, approval?.by, secondLook?.by, factCheck?.askedBy];
  return [...editedBy, ...each].filter((email) => email !== undefined);
}

/** `goesLiveAt` is the moment of its bundle, where it is in one. */
function statusIn(
  workflow: Workflow,
  names: Names,
  goesLiveAt: string | null,
): Omit<Status, 'languages' | 'editions' | 'note' | 'keptRows'> {
  const { live, state, steps, submitted } = workflow;
  return {
    state,
    steps,
    sentences: [
      ...where(workflow, names),
      ...quoted(workflow),
      ...pinned(workflow),
      ...alone(workflow, names),
      ...next(workflow, names, goesLiveAt),
      ...review(workflow),
    ],
    change: submitted?.change ?? null,
    changeNote: submitted?.changeNote ?? null,
    isFirst: live === null,
    review: { owner: workflow.owner, nextReview: workflow.nextReview },
  };
}

function where(workflow: Workflow, names: Names): readonly StatusSentence[] {
  const { amendments, approval, factCheck, failure, live, state, submitted } = workflow;
  const say = (says: string): readonly StatusSentence[] => [{ about: 'where', says }];
  const by = (said: { by: string; at: string } | null) => ({
    who: names(said?.by ?? desk.somebody),
    when: said === null ? '' : moment(new Date(said.at)),
  });
  if (state === 'draft' && amendments !== null) {
    return say(filled(words.where.amendments, by(amendments)));
  }
  if (state === 'draft' && live !== null) {
    return say(filled(words.where.draftOfPublished, { number: String(live.number) }));
  }
  if (state === 'in-review') return say(filled(words.where[state], by(submitted)));
  if (state === 'approved' || state === 'scheduled') {
    return say(filled(words.where[state], by(approval)));
  }
  if (state === 'fact-check' && factCheck !== null) {
    const asked = by({ by: factCheck.askedBy, at: factCheck.askedAt });
    return say(filled(words.where[state], { ...asked, of: factCheck.of }));
  }
  if (state === 'failed') {
    const when = failure === null ? '' : moment(new Date(failure.at));
    return [{ about: 'alarm', says: filled(words.where.failed, { when }) }];
  }
  return say(words.where[state]);
}

/** What people wrote: it says best why it stands where it stands. */
function quoted({ amendments, factCheck, failure, state }: Workflow): readonly StatusSentence[] {
  const quote = (says: string): StatusSentence => ({ about: 'quoted', says });
  if (state === 'draft' && amendments !== null) return [quote(amendments.why)];
  if (state === 'failed' && failure !== null) return [quote(failure.why)];
  if (state !== 'in-review' || factCheck?.answer == null) return [];
  const said = filled(words.factCheck, {
    who: factCheck.saidBy ?? factCheck.of,
    when: factCheck.saidAt === null ? '' : dayInWords(factCheck.saidAt.slice(0, 10)),
  });
  return [{ about: 'where', says: said }, quote(factCheck.answer)];
}

function pinned({ approval, movedOn, revision }: Workflow): readonly StatusSentence[] {
  if (approval === null) return [];
  const sentence = movedOn ? words.pinnedMovedOn : words.pinned;
  const values = { revision: String(approval.revision), newest: String(revision) };
  return [{ about: 'pinned', says: filled(sentence, values) }];
}

function alone({ secondLook }: Workflow, names: Names): readonly StatusSentence[] {
  if (secondLook === null) return [];
  const values = {
    who: names(secondLook.by),
    when: moment(new Date(secondLook.at)),
    // Inside a sentence that ends with a full stop of its own.
    reason: reasonWords(secondLook.reason).replace(/\.$/, ''),
  };
  return [{ about: 'alarm', says: filled(words.alone[secondLook.as], values) }];
}

function next(
  workflow: Workflow,
  names: Names,
  goesLiveAt: string | null,
): readonly StatusSentence[] {
  const { editedBy, secondLook, state, submitted } = workflow;
  const said: Readonly<Record<string, string>> = words.next;
  const writers = [...new Set([...editedBy, submitted?.by ?? ''])].filter((each) => each !== '');
  const who = writers.map(names).join(', ');
  const when = goesLiveAt === null ? '' : moment(new Date(goesLiveAt));
  const sentence = said[state];
  const sign = said['second-look'] ?? '';
  return [
    ...(sentence === undefined ? [] : [filled(sentence, { who, when })]),
    ...(secondLook === null ? [] : [filled(sign, { who: names(secondLook.by) })]),
  ].map((says) => ({ about: 'next', says }));
}

function review({ nextReview, owner }: Workflow): readonly StatusSentence[] {
  if (nextReview === null) return [];
  const values = {
    when: dayInWords(nextReview.slice(0, 10)),
    owner: owner === null ? '' : filled(words.owner, { owner }),
  };
  const isOverdue = Date.parse(nextReview) < Date.now();
  return [
    isOverdue
      ? { about: 'alarm', says: filled(words.reviewOverdue, values) }
      : { about: 'where', says: filled(words.review, values) },
  ];
}
