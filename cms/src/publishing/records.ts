/**
 * The collections that publishing keeps for itself. Nobody writes them through any API: access says no, and a hook says
 * no to whoever overrides access. Publishing writes them below the API, in its transaction.
 */
import {
  APIError,
  type CollectionBeforeOperationHook,
  type CollectionConfig,
  type CollectionSlug,
} from 'payload';
import { nobody, rolesOf } from '../access/collections.ts';

export const AUDIT = 'audit-events' as CollectionSlug;
export const COUNTERS = 'counters' as CollectionSlug;
export const REMOVALS = 'removals' as CollectionSlug;
/** Not `receipts`: the endpoint at /api/receipts would be the collection's. */
export const RECEIPTS = 'press-receipts' as CollectionSlug;
/** One document: what the press cannot make at the moment. */
export const PRESS_STANDING = 'press-standing' as CollectionSlug;
/** The one document of the counters: how far the feed and the audit go. */
export const FEED_HEAD = 'feed';

export type Counter = {
  /** Of the newest edition. */
  readonly sequence: number;
  /** Of the newest audit event. */
  readonly position: number;
  /** Its hash. */
  readonly auditHead: string;
};

/** Stops every writing operation, whoever asks and however: access is not asked when code overrides it. */
export const refuseEveryChange: CollectionBeforeOperationHook = ({ collection, operation }) => {
  if (operation === 'read' || operation === 'count') return;
  throw new APIError(
    `What was published is a record: nothing changes or deletes ${collection.slug}. Publish a new edition, withdraw the page, or ask for its removal.`,
    403,
    null,
    true,
  );
};

/** What makes a collection append-only, and only by publishing. */
const appendOnly = {
  access: { create: nobody, update: nobody, delete: nobody, unlock: nobody },
  disableDuplicate: true,
  disableBulkEdit: true,
  lockDocuments: false,
  versions: false,
  graphQL: false,
  timestamps: false,
} as const;

/** Who did what to which document, when. It holds digests and never texts. */
const auditEvents: CollectionConfig = {
  slug: AUDIT,
  ...hiddenRecord('did'),
  access: {
    ...appendOnly.access,
    read: ({ req }) => rolesOf(req).includes('administrator'),
  },
  fields: [
    { name: 'position', type: 'number', required: true, unique: true, index: true },
    { name: 'at', type: 'text', required: true },
    { name: 'by', type: 'text', required: true },
    { name: 'did', type: 'text', required: true },
    { name: 'kind', type: 'text', required: true },
    { name: 'document', type: 'text', required: true, index: true },
    { name: 'language', type: 'text' },
    { name: 'sequence', type: 'number' },
    { name: 'digest', type: 'text' },
    { name: 'reason', type: 'text' },
    { name: 'previous', type: 'text', required: true },
    { name: 'hash', type: 'text', required: true },
  ],
};

const counters: CollectionConfig = {
  slug: COUNTERS,
  ...hiddenRecord('id'),
  fields: [
    { name: 'id', type: 'text', required: true },
    { name: 'sequence', type: 'number', required: true },
    { name: 'position', type: 'number', required: true },
    { name: 'auditHead', type: 'text', required: true },
  ],
};

/** Removals that one person asked for and another confirmed. Kept for ever: a restored backup is cleaned by them. */
const removals: CollectionConfig = {
  slug: REMOVALS,
  ...hiddenRecord('document'),
  fields: [
    { name: 'kind', type: 'text', required: true },
    { name: 'document', type: 'text', required: true, unique: true, index: true },
    { name: 'reason', type: 'text', required: true },
    { name: 'askedBy', type: 'text', required: true },
    { name: 'askedAt', type: 'text', required: true },
    { name: 'confirmedBy', type: 'text' },
    { name: 'confirmedAt', type: 'text' },
    { name: 'files', type: 'json' },
    { name: 'finishedAt', type: 'text' },
  ],
};

/** What the press says is live. */
const receipts: CollectionConfig = {
  slug: RECEIPTS,
  ...hiddenRecord('release'),
  fields: [
    { name: 'release', type: 'number', required: true },
    { name: 'upTo', type: 'number', required: true, index: true },
    { name: 'liveAt', type: 'text', required: true },
    {
      name: 'failed',
      type: 'array',
      fields: [
        { name: 'sequence', type: 'number', required: true, index: true },
        { name: 'path', type: 'text', required: true },
        { name: 'why', type: 'text', required: true },
      ],
    },
  ],
  indexes: [{ fields: ['release', 'upTo', 'liveAt'], unique: true }],
};

const standing: CollectionConfig = {
  slug: PRESS_STANDING,
  ...hiddenRecord('at'),
  fields: [
    { name: 'id', type: 'text', required: true },
    { name: 'at', type: 'text', required: true },
    {
      name: 'pdfs',
      type: 'array',
      fields: [
        { name: 'booklet', type: 'text', required: true },
        { name: 'why', type: 'text', required: true },
      ],
    },
  ],
};

export const publishingCollections: CollectionConfig[] = [
  auditEvents,
  counters,
  removals,
  receipts,
  standing,
];

/** A collection that no screen shows and no API writes. */
export function hiddenRecord(title: string) {
  return {
    ...appendOnly,
    access: { ...appendOnly.access, read: nobody },
    hooks: { beforeOperation: [refuseEveryChange] },
    admin: { hidden: true, useAsTitle: title },
  };
}
