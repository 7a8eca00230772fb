/**
 * The outbox. A message is written in the transaction of what it tells, so that neither is there without the other, and
 * sent by whoever claims it. Nobody writes it through any API; administrators read what could not be sent.
 */
import type { Rhythm } from '@charterpress/shared/domain/messages.ts';
import mail from '@charterpress/shared/strings/mail.json' with { type: 'json' };
import type { CollectionConfig, CollectionSlug, Payload } from 'payload';
import { nobody, rolesOf } from '../access/collections.ts';
import { refuseEveryChange } from '../publishing/records.ts';
import { sendAgain } from './send-again.ts';

export const MESSAGES = 'messages' as CollectionSlug;

/**
 * `held` until the site shows the edition; `waiting` to be sent; `gathered` into a digest, which is sent in its stead;
 * `sent`; `failed` for good.
 */
export type MessageState = 'held' | 'waiting' | 'gathered' | 'sent' | 'failed';

/** Moments are ISO 8601 in UTC, so that they sort as text. */
export type Message = {
  readonly _id: string;
  /** What makes it one message, told twice or not. */
  readonly key: string;
  readonly to: string;
  readonly rhythm: Rhythm;
  readonly what: string;
  readonly kind: string | null;
  readonly document: string | null;
  readonly title: string | null;
  /** The name of whoever did it. */
  readonly by: string | null;
  readonly note: string | null;
  readonly sequence: number | null;
  readonly at: string;
  /** Not sent before. */
  readonly due: string;
  readonly state: MessageState;
  readonly tries: number;
  /** Whoever sends it at present, and until when nobody else does. */
  readonly claim: string | null;
  readonly claimedUntil: string | null;
  /** The id of the digest that holds it. */
  readonly digest: string | null;
  readonly sentAt: string | null;
  /** Why it was not sent, in the words of the mail server. */
  readonly why: string | null;
  /** Of a forgotten password: what opens the way to another. Erased when it was sent. */
  readonly secret: string | null;
};

const shownAsMoment = { components: { Cell: '/admin/moment-cell.tsx#MomentCell' } };

export const messages: CollectionConfig = {
  slug: MESSAGES,
  labels: { singular: 'Message', plural: 'Messages' },
  graphQL: false,
  access: {
    create: nobody,
    read: ({ req }) => rolesOf(req).includes('administrator'),
    update: nobody,
    delete: nobody,
    unlock: nobody,
  },
  admin: {
    group: 'People',
    description: 'E-mail to staff: what was sent, what waits, and what could not be sent and why.',
    useAsTitle: 'title',
    defaultColumns: ['to', 'what', 'title', 'state', 'why', 'at'],
    hidden: ({ user }) => !rolesOf({ user: user as never }).includes('administrator'),
    hideAPIURL: true,
  },
  disableDuplicate: true,
  disableBulkEdit: true,
  lockDocuments: false,
  versions: false,
  timestamps: false,
  hooks: { beforeOperation: [refuseEveryChange] },
  fields: [
    { name: 'id', type: 'text', required: true, admin: { hidden: true } },
    { name: 'key', type: 'text', unique: true, index: true, admin: { hidden: true } },
    { name: 'to', type: 'text', label: 'To', index: true },
    { name: 'what', type: 'select', label: 'What it tells', options: choices(mail.tells) },
    { name: 'title', type: 'text', label: 'Document' },
    { name: 'by', type: 'text', label: 'Done by' },
    { name: 'state', type: 'select', label: 'State', options: choices(mail.states), index: true },
    { name: 'why', type: 'text', label: 'Why it was not sent' },
    { name: 'tries', type: 'number', label: 'Times tried' },
    { name: 'at', type: 'text', label: 'Since', admin: shownAsMoment },
    { name: 'due', type: 'text', label: 'Not before', index: true },
    { name: 'sentAt', type: 'text', label: 'Sent', admin: shownAsMoment },
    ...['rhythm', 'kind', 'claim', 'claimedUntil', 'note'].map(kept),
    { ...kept('document'), index: true },
    { ...kept('digest'), index: true },
    { name: 'sequence', type: 'number', admin: { hidden: true } },
    { ...kept('secret'), hidden: true, access: { read: nobody } },
    {
      name: 'again',
      type: 'ui',
      admin: {
        disableListColumn: true,
        components: { Field: '/admin/send-again.tsx#SendAgain' },
      },
    },
  ],
  endpoints: [sendAgain],
};

function choices(words: Readonly<Record<string, string>>) {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}

/** A field that is for the outbox alone. */
function kept(name: string) {
  return { name, type: 'text', admin: { hidden: true } } as const;
}

/** The outbox as the database holds it. */
export function outbox(payload: Payload) {
  return payload.db.connection.collection<Message>(MESSAGES);
}
