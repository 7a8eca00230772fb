/**
 * A kind of document as two collections from one shape: the working copies that staff write, and the editions that were
 * published from them. Only editions are in the GraphQL schema.
 */
import { slugByNumber } from '@charterpress/shared/domain/addresses.ts';
import { type Kind, kinds, singularOf } from '@charterpress/shared/domain/kinds.ts';
import audit from '@charterpress/shared/strings/audit.json' with { type: 'json' };
import type { CollectionConfig, Field } from 'payload';
import { authoringAccess, editionAccess } from '../access/collections.ts';
import { meanwhileEndpoint } from '../admin/meanwhile-of.ts';
import { readersEndpoint } from '../admin/readers-of.ts';
import { statusEndpoint } from '../admin/status-of.ts';
import { scheduleEndpoints } from '../bundles/single.ts';
import { checksEndpoint } from '../checks/endpoint.ts';
import { eraseCommentsToo } from '../comments/collection.ts';
import { commentEndpoints } from '../comments/endpoints.ts';
import { countRevision } from '../hooks/count-revision.ts';
import { fillSlug } from '../hooks/fill-slug.ts';
import { refuseDiscard } from '../hooks/refuse-discard.ts';
import { refuseSecond } from '../hooks/refuse-second.ts';
import { refuseStale } from '../hooks/refuse-stale.ts';
import { seeingViews } from '../preview/views.ts';
import { publishingEndpoints } from '../publishing/endpoints.ts';
import { refuseEveryChange } from '../publishing/records.ts';
import { usedOnEndpoint } from '../reach/used-on.ts';
import { reviewEndpoint } from '../reviews/endpoints.ts';
import { costEndpoint } from '../translation/cost.ts';
import { bringRecordAlong, dropRecordToo } from '../workflow/bring-along.ts';
import { workflowEndpoints } from '../workflow/endpoints.ts';
import { authoringFields } from './authoring.ts';
import { contentField, editionsOf, headFields } from './edition.ts';
import { countedFields } from './outline.ts';
import { revisionFields, slugField, statusPanel } from './revision.ts';
import type { AnyWords, WordsFor } from './words.ts';

export { editionsOf };

export type KindWords<K extends Kind> = {
  readonly singular: string;
  readonly plural: string;
  /** Under which heading of the navigation it stands. */
  readonly group: string;
  /** One sentence above the list: what such a document is. */
  readonly purpose: string;
  /** The field a document is known by. */
  readonly title: Extract<keyof (typeof kinds)[K], string> | 'slug';
  /** What the list shows, beside who saved it and when. */
  readonly columns: readonly (Extract<keyof (typeof kinds)[K], string> | 'slug')[];
  /** A column behind the first that nobody fills: worked out from the others, by the clock. */
  readonly worksOut?: { readonly label: string; readonly cell: string };
  /** How the list begins: by the field that a document is known by, or for what has a date the newest first. */
  readonly newestFirst?: Extract<keyof (typeof kinds)[K], string>;
  readonly words: WordsFor<(typeof kinds)[K]>;
};

export type KindCollections = {
  readonly authoring: CollectionConfig;
  readonly editions: CollectionConfig;
};

export function kind<const K extends Kind>(slug: K, words: KindWords<K>): KindCollections {
  return { authoring: authoringCollection(slug, words), editions: editionCollection(slug) };
}

/** A tab beside the form. */
const history = {
  Component: '/admin/history.tsx#History',
  path: '/history',
  tab: { label: audit.history.tab, href: '/history' },
} as const;

function authoringCollection<K extends Kind>(slug: K, words: KindWords<K>): CollectionConfig {
  const isNumbered = slugByNumber(slug, 1) !== null;
  const title = titleField(words.title, words.words as AnyWords);
  return {
    slug,
    labels: { singular: words.singular, plural: words.plural },
    admin: {
      group: words.group,
      description: words.purpose,
      useAsTitle: words.title,
      hideAPIURL: true,
      defaultColumns: columnsOf(words),
      pagination: { defaultLimit: 50, limits: [50, 100, 200] },
      components: {
        edit: {
          SaveButton: '/admin/document-buttons.tsx#DocumentButtons',
          editMenuItems: ['/admin/document-buttons.tsx#MoreSteps'],
          beforeDocumentControls: [
            '/admin/status-panel.tsx#StatusLine',
            '/admin/document-buttons.tsx#ReadingOnly',
            '/admin/checks-panel.tsx#InTheWay',
          ],
        },
        views: { edit: { history, ...seeingViews } },
      },
    },
    access: authoringAccess(slug),
    graphQL: false,
    versions: { maxPerDoc: 0, drafts: false },
    disableDuplicate: true,
    disableBulkEdit: true,
    // Whoever takes a lock over ends the other's work. Here nobody overwrites anybody: see `refuseStale`.
    lockDocuments: false,
    defaultSort: sortOf(words, isNumbered),
    endpoints: [
      ...publishingEndpoints(slug),
      readersEndpoint(slug),
      meanwhileEndpoint(slug),
      statusEndpoint(slug),
      checksEndpoint(slug),
      ...scheduleEndpoints(slug),
      reviewEndpoint(slug),
      ...workflowEndpoints(slug),
      ...commentEndpoints(slug),
      usedOnEndpoint(slug),
      costEndpoint(slug),
    ],
    fields: [
      statusPanel,
      ...authoringFields(kinds[slug], words.words as AnyWords),
      ...(isNumbered ? [] : [slugField(title.label, slug === 'settings')]),
      ...workedOut(words),
      ...revisionFields(),
    ],
    hooks: {
      beforeOperation: [...(slug === 'settings' ? [refuseSecond] : []), refuseStale(slug)],
      beforeValidate: isNumbered ? [] : [fillSlug(title.name)],
      beforeChange: [countRevision],
      afterChange: [bringRecordAlong(slug)],
      beforeDelete: [refuseDiscard(slug)],
      afterDelete: [dropRecordToo(slug), eraseCommentsToo(slug)],
    },
  };
}

const WORKED_OUT = 'workedOut';

function columnsOf<K extends Kind>({ columns, worksOut }: KindWords<K>): string[] {
  const [first = 'id', ...others] = columns;
  const own = worksOut === undefined ? [] : [WORKED_OUT];
  return [first, ...own, ...others, 'state', 'savedBy', 'updatedAt'];
}

/** It keeps nothing and asks nothing: the form does not show it. */
function workedOut<K extends Kind>({ worksOut }: KindWords<K>): Field[] {
  if (worksOut === undefined) return [];
  const { cell, label } = worksOut;
  return [{ name: WORKED_OUT, type: 'ui', label, admin: { components: { Cell: cell } } }];
}

function sortOf<K extends Kind>({ newestFirst, title }: KindWords<K>, isNumbered: boolean): string {
  if (newestFirst !== undefined) return `-${newestFirst}`;
  return isNumbered ? 'number' : title;
}

/** What an address is made from: the field the document is known by, or for an uploaded file its name. */
function titleField(title: string, words: AnyWords): { name: string; label: string } {
  const label = words[title]?.label.toLowerCase();
  return label === undefined ? { name: 'filename', label: "file's name" } : { name: title, label };
}

function editionCollection(kind: Kind): CollectionConfig {
  const singular = `${singularOf[kind]}Edition`;
  return {
    slug: editionsOf(kind),
    hooks: { beforeOperation: [refuseEveryChange] },
    disableDuplicate: true,
    disableBulkEdit: true,
    lockDocuments: false,
    admin: { hidden: true },
    access: editionAccess,
    graphQL: { singularName: singular, pluralName: `${singular}s`, disableMutations: true },
    timestamps: false,
    fields: [...headFields(), contentField(kinds[kind]), ...countedFields(kind)],
    indexes: [{ fields: ['document', 'language', 'number'], unique: true }],
  };
}
