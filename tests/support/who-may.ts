/**
 * Who may do what, at every door: the one table that the tests of access hold the CMS against. What is not in it is
 * refused. Written by hand and not made from the code, so that a slip in the code is not a slip in here.
 */
import type { Role } from '@charterpress/shared/roles.ts';

export type Asker = Role | 'nobody';

export const operations = [
  'read',
  'readOne',
  'count',
  'readVersions',
  'create',
  'update',
  'updateMany',
  'delete',
  'deleteMany',
  'restoreVersion',
  'duplicate',
] as const;
export type Operation = (typeof operations)[number];

type Askers = readonly Asker[];
/** What stands here is allowed to those named, and everything else to nobody. */
export type Row = Partial<Readonly<Record<Operation, Askers>>>;

const staff: Askers = ['administrator', 'editor', 'publisher', 'translator'];
const writers: Askers = ['editor', 'publisher'];
const publisher: Askers = ['publisher'];
const administrator: Askers = ['administrator'];
const everyone: Askers = [...staff, 'press', 'nobody'];
const signedIn: Askers = [...staff, 'press'];

const seenBy = (who: Askers): Row => ({ read: who, readOne: who, count: who });
const changedBy = (who: Askers): Row => ({
  ...{ create: who, update: who, delete: who, deleteMany: who },
});

/** An older version is put back over newer work by nobody; nothing is doubled, and not many are changed at once. */
const documents: Row = { ...seenBy(staff), readVersions: staff, ...changedBy(writers) };
const wholeSite: Row = { ...documents, ...changedBy(publisher) };
/** Through no door but GraphQL: see `publicCollections`. */
const closed: Row = {};

export const collections: Readonly<Record<string, Row>> = {
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
  'charter-editions': closed,
  'pledge-editions': closed,
  'principle-editions': closed,
  'guide-editions': closed,
  'fact-editions': closed,
  'page-editions': closed,
  'settings-editions': closed,
  'term-editions': closed,
  'notice-editions': closed,
  'media-editions': closed,
  'languageversion-editions': closed,
  'interfacewords-editions': closed,
  'organisation-editions': closed,
  'place-editions': closed,
  'service-editions': closed,
  'action-editions': closed,
  'outcome-editions': closed,
  'strategy-editions': closed,
  'body-editions': closed,
  'decision-editions': closed,
  'evidence-editions': closed,
  'course-editions': closed,
  'consultation-editions': closed,
  'forum-editions': closed,
  'event-editions': closed,
  'audit-events': seenBy(administrator),
  counters: closed,
  removals: closed,
  'press-receipts': closed,
  'press-standing': closed,
  workflow: closed,
  comments: closed,
  'scheduled-bundles': closed,
  leases: closed,
  'review-reminders': closed,
  'translation-memory': closed,
  'segment-keys': closed,
  'translation-segments': closed,
  'translation-tallies': closed,
  'translation-claims': closed,
  'translation-imports': closed,
  'proof-sheets': closed,
  'translation-deadlines': closed,
  messages: seenBy(administrator),
  'second-factors': closed,
  // Everybody sees themselves; these cells are about the account of somebody else.
  users: { ...seenBy(administrator), ...changedBy(administrator), updateMany: administrator },
  'payload-kv': closed,
  // Who has what open, so that two people do not write in the same document.
  'payload-locked-documents': seenBy(staff),
  'payload-migrations': closed,
  // How the screens of a person are set; these cells are about those of somebody else.
  'payload-preferences': { create: staff },
};

/** What GraphQL shows, to everyone alike, and there is nothing that it changes. */
export const publicCollections: readonly string[] = Object.keys(collections).filter((slug) =>
  slug.endsWith('-editions'),
);

/** Of every kind of document, beside the operations above. */
const endpointsOfKind: Readonly<Record<string, Askers>> = {
  'post /:id/publish': publisher,
  'post /:id/withdraw': publisher,
  'post /:id/removal': ['administrator', 'editor', 'publisher'],
  'post /:id/removal/confirm': ['administrator', 'publisher'],
  'get /:id/live': staff,
  'get /:id/readers': staff,
  'get /:id/used-on': staff,
  'get /:id/status': staff,
  'post /:id/meanwhile': writers,
  'get /:id/checks': staff,
  'get /:id/workflow': staff,
  // Each step by a table of its own, walked in workflow-table.test.ts.
  'post /:id/steps/:step': staff,
  'post /:id/steps/schedule': publisher,
  'post /:id/steps/unschedule': publisher,
  'post /:id/review': writers,
  'get /:id/translation-cost': staff,
  'get /:id/comments': staff,
  'post /:id/comments': staff,
  'post /:id/comments/:comment/answers': staff,
  'post /:id/comments/:comment/settled': staff,
};
const kinds = [
  'charter',
  'pledges',
  'principles',
  'guides',
  'facts',
  'terms',
  'pages',
  'media',
  'language-versions',
  'interface-words',
  'organisations',
  'places',
  'services',
  'actions',
  'outcomes',
  'strategies',
  'bodies',
  'decisions',
  'evidence',
  'courses',
  'consultations',
  'forums',
  'events',
];

const translation = '/translation/:language/:kind/:document';
/** Who deals with agencies, and with readers who never sign in. */
const outward: Askers = ['editor', 'publisher', 'translator'];

/** By the collection they belong to, or `root`: our own, and Payload's beside the operations above. */
export const endpoints: Readonly<Record<string, Readonly<Record<string, Askers>>>> = {
  root: {
    'get /health': everyone,
    'get /access': signedIn,
    'get /files/:sha256': signedIn,
    'post /receipts': ['press'],
    'post /standing': ['press'],
    'get /audit.csv': administrator,
    'get /progress-report': staff,
    // It tells each only of what they may read, and so the press of nothing.
    'get /document-at': signedIn,
    // The preview's own question, with the key of the press: people see drafts in it, and not here.
    'post /previews': ['press'],
    'post /preview-links': staff,
    'get /bundles': staff,
    'get /bundles/choices': staff,
    'get /bundles/:id': staff,
    'post /bundles': publisher,
    'patch /bundles/:id': publisher,
    'post /bundles/:id/cancel': publisher,
    'get /urgent-notices': staff,
    'post /urgent-notices': publisher,
    'post /urgent-notices/:id/take-down': publisher,
    'get /reviews': staff,
    'get /reviews.csv': staff,
    'get /facts-to-confirm': staff,
    // Each translator in their own languages alone: see translation-access.test.ts.
    'get /translation': staff,
    'get /translation/coverage': staff,
    'get /translation/coverage.csv': staff,
    'post /translation/release-set': ['administrator', 'publisher', 'translator'],
    [`get ${translation}`]: staff,
    [`post ${translation}/claim`]: ['translator'],
    [`post ${translation}/unclaim`]: ['translator'],
    [`post ${translation}/release`]: ['administrator', 'publisher', 'translator'],
    'get /translation/:language/memory.tmx': staff,
    'post /translation/:language/memory/import': ['translator'],
    'post /translation/:language/memory/import/apply': ['translator'],
    'get /translation/:language/terms.csv': staff,
    'post /translation/:language/terms/import': writers,
    'post /translation/:language/terms/import/apply': writers,
    [`get ${translation}/segments/:key/suggestions`]: staff,
    [`put ${translation}/segments/:key`]: ['translator'],
    [`post ${translation}/segments/:key/still-correct`]: ['translator'],
    [`post ${translation}/segments/:key/review`]: ['translator'],
    [`post ${translation}/segments/:key/return`]: ['translator'],
    [`post ${translation}/segments/:key/waive`]: ['translator'],
    [`get ${translation}/xliff`]: outward,
    'get /translation/:language/files.zip': outward,
    'get /translation/:language/counts': outward,
    'post /translation/import': ['translator'],
    'post /translation/import/apply': ['translator'],
    [`get ${translation}/proof`]: outward,
    [`get ${translation}/proof/:sheet`]: outward,
    [`post ${translation}/proof`]: outward,
    [`put ${translation}/due`]: outward,
  },
  ...Object.fromEntries(kinds.map((kind) => [kind, endpointsOfKind])),
  notices: {
    ...endpointsOfKind,
    'post /:id/removal': ['administrator', 'publisher'],
    'post /:id/review': publisher,
    'post /:id/meanwhile': publisher,
  },
  settings: {
    ...endpointsOfKind,
    'post /:id/removal': ['administrator', 'publisher'],
    'post /:id/review': publisher,
    'post /:id/meanwhile': publisher,
  },
  media: { ...endpointsOfKind, 'get /paste-url/:id?': [], 'get /file/:filename': staff },
  users: {
    'get /second-factor': signedIn,
    'post /second-factor/offer': everyone,
    'post /second-factor/set-up': everyone,
    'post /:id/second-factor/reset': administrator,
    'get /:id/work': administrator,
    'post /:id/hand-over': administrator,
    'post /forgot-password': everyone,
    'get /init': signedIn,
    'post /login': everyone,
    'post /logout': everyone,
    // The press is no person, and has nothing to see of itself.
    'get /me': [...staff, 'nobody'],
    'post /refresh-token': signedIn,
    'post /first-register': [],
    'post /reset-password': everyone,
    // Nothing is locked: tries are counted, and forgiven by time.
    'post /unlock': [],
    'post /verify/:id': [],
  },
  messages: { 'post /:id/send-again': administrator },
  'payload-preferences': {
    'get /:key': signedIn,
    'delete /:key': signedIn,
    'post /:key': signedIn,
  },
};

/** What a question of the screens can be about. */
export type ScreenTarget = 'guides' | 'users' | 'messages' | 'audit-events' | 'second-factors';

const shownByScreens: Readonly<Record<ScreenTarget, Askers>> = {
  guides: staff,
  users: administrator,
  messages: administrator,
  'audit-events': administrator,
  'second-factors': [],
};
const showsNothing: Readonly<Record<ScreenTarget, Askers>> = {
  ...{ guides: [], users: [], messages: [], 'audit-events': [], 'second-factors': [] },
};

/** Each function of the server that the admin's screens call, and to whom it shows what: every other one answers nobody. */
export const screenFunctionTable: Readonly<Record<string, Readonly<Record<ScreenTarget, Askers>>>> =
  {
    'form-state': showsNothing,
    'render-document': shownByScreens,
    'render-document-slots': showsNothing,
    'render-field': showsNothing,
    'render-list': shownByScreens,
    'table-state': shownByScreens,
  };

/** Payload's own at every collection: the operations above go through them. */
export const usualEndpoints: readonly string[] = [
  ...['get /', 'get /:id', 'get /count', 'get /versions', 'get /versions/:id', 'post /'],
  ...['patch /', 'patch /:id', 'delete /', 'delete /:id', 'post /versions/:id'],
  ...['post /:id/duplicate', 'post /access/:id?'],
];
