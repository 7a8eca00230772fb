/** Bundles as people look at them: with what is going to change for readers, item by item. */
import type { BundleState, Item } from '@charterpress/shared/domain/bundle.ts';
import type { Change } from '@charterpress/shared/domain/edition.ts';
import { type Kind, kindNames } from '@charterpress/shared/domain/kinds.ts';
import { type Said, wallTimeAt } from '@charterpress/shared/domain/london-time.ts';
import { movedOn, type WorkflowRecord } from '@charterpress/shared/domain/workflow.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { may } from '@charterpress/shared/roles.ts';
import type { PayloadRequest } from 'payload';
import { rolesOf } from '../access/collections.ts';
import { newestEdition } from '../publishing/stored.ts';
import { recordOf, recordsWhere } from '../workflow/records.ts';
import { isFree } from './pin.ts';
import type { StoredBundle } from './records.ts';

export type ShownItem = {
  readonly kind: Kind;
  readonly document: string;
  readonly language: string;
  readonly title: string;
  /** The version that goes live; `null` for a translation. */
  readonly version: string | null;
  readonly change: Change;
  readonly changeNote: string | null;
  /** Whether readers have nothing of it yet. */
  readonly isFirst: boolean;
  /** Whether the working copy is newer than what goes live. */
  readonly movedOn: boolean;
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
};

export type ShownBundle = {
  readonly id: string;
  readonly title: string;
  readonly state: BundleState;
  readonly revision: number;
  readonly goesLiveAt: string;
  /** The same on the clock in London. */
  readonly goesLive: Said;
  readonly madeBy: string;
  readonly liveAt: string | null;
  readonly failure: StoredBundle['failure'];
  readonly items: readonly ShownItem[];
};

export async function shownBundle(req: PayloadRequest, bundle: StoredBundle): Promise<ShownBundle> {
  const { failure, goesLiveAt, id, liveAt, madeBy, revision, state, title } = bundle;
  const seen = bundle.items.filter(({ kind }) => may(rolesOf(req), 'read', kind));
  return {
    id,
    title,
    state,
    revision,
    goesLiveAt,
    goesLive: wallTimeAt(goesLiveAt),
    madeBy,
    liveAt,
    failure,
    items: await Promise.all(seen.map((item) => shownItem(req, item))),
  };
}

async function shownItem(req: PayloadRequest, item: Item): Promise<ShownItem> {
  const { after, change, changeNote, document, kind, language, title } = item;
  const record = language === SOURCE_LANGUAGE ? await recordOf(req, item) : null;
  const approval = record?.approval ?? null;
  return {
    kind,
    document,
    language,
    title,
    version: 'version' in item ? item.version : null,
    change,
    changeNote,
    isFirst: after === 0,
    movedOn: record !== null && movedOn(record),
    approvedBy: approval?.by ?? null,
    approvedAt: approval?.at ?? null,
  };
}

/** A document that can be put into a bundle, by the revision of its approved text. */
export type Choosable = ShownItem & { readonly revision: number };

/** `bundle` is the one that is being changed, whose own documents can stay. */
export async function choosable(
  req: PayloadRequest,
  bundle: string | null,
): Promise<readonly Choosable[]> {
  const kinds = kindNames.filter((kind) => may(rolesOf(req), 'publish', kind));
  const records = await recordsWhere(req, {
    state: { in: ['approved', 'scheduled', 'failed'] },
    kind: { in: [...kinds] },
  });
  const free = records.filter((record) => record.approval !== null && isFree(record, bundle));
  return Promise.all(free.map((record) => choice(req, record)));
}

async function choice(req: PayloadRequest, record: WorkflowRecord): Promise<Choosable> {
  const { approval, document, kind, title } = record;
  const newest = await newestEdition(req, { kind, document, language: SOURCE_LANGUAGE });
  return {
    kind,
    document,
    language: SOURCE_LANGUAGE,
    title,
    revision: approval?.revision ?? 0,
    version: approval?.version ?? null,
    change: approval?.change ?? 'major',
    changeNote: approval?.changeNote ?? null,
    isFirst: newest === null,
    movedOn: movedOn(record),
    approvedBy: approval?.by ?? null,
    approvedAt: approval?.at ?? null,
  };
}
