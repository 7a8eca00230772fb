import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { mongooseAdapter } from '@payloadcms/db-mongodb';
import { en } from '@payloadcms/translations/languages/en';
import { buildConfig } from 'payload';
import sharp from 'sharp';
import { health } from './access/health.ts';
import { closeHidden } from './access/hidden.ts';
import { secondFactors } from './access/second-factor/factors.ts';
import { documentAtEndpoint } from './admin/desk/open-address.ts';
import { translationViews } from './admin/translation/views.ts';
import { bundleEndpoints } from './bundles/endpoints.ts';
import { bundles } from './bundles/records.ts';
import { actions } from './collections/actions.ts';
import { bodies } from './collections/bodies.ts';
import { charter } from './collections/charter.ts';
import { consultations } from './collections/consultations.ts';
import { courses } from './collections/courses.ts';
import { decisions } from './collections/decisions.ts';
import { events } from './collections/events.ts';
import { evidence } from './collections/evidence.ts';
import { facts } from './collections/facts.ts';
import { forums } from './collections/forums.ts';
import { guides } from './collections/guides.ts';
import { interfaceWords } from './collections/interface-words.ts';
import { languageVersions } from './collections/language-versions.ts';
import { media } from './collections/media.ts';
import { notices } from './collections/notices.ts';
import { organisations } from './collections/organisations.ts';
import { outcomes } from './collections/outcomes.ts';
import { pages } from './collections/pages.ts';
import { places } from './collections/places.ts';
import { pledges } from './collections/pledges.ts';
import { principles } from './collections/principles.ts';
import { services } from './collections/services.ts';
import { settings } from './collections/settings.ts';
import { strategies } from './collections/strategies.ts';
import { terms } from './collections/terms.ts';
import { users } from './collections/users.ts';
import { comments } from './comments/collection.ts';
import { env } from './env.ts';
import type { KindCollections } from './fields/kind.ts';
import { proseEditor } from './fields/prose.ts';
import { refuseCollision } from './hooks/refuse-collision.ts';
import { requireTransactions } from './hooks/require-transactions.ts';
import { files } from './images/files.ts';
import { leases } from './jobs/lease.ts';
import { messages } from './mail/messages.ts';
import { mailAdapter } from './mail/transport.ts';
import { makeMissingCollections } from './make-collections.ts';
import { noticeEndpoints } from './notices/endpoints.ts';
import { previewEndpoints } from './preview/endpoints.ts';
import { livePreview } from './preview/live-preview.ts';
import { progressReport } from './promises/endpoint.ts';
import { auditCsv } from './publishing/audit-csv.ts';
import { pressEndpoints } from './publishing/endpoints.ts';
import { publishingCollections } from './publishing/records.ts';
import { reviewEndpoints } from './reviews/endpoints.ts';
import { reviewReminders } from './reviews/records.ts';
import { translationEndpoints } from './translation/endpoints.ts';
import { exchangeRecords, exchanging } from './translation/exchanging.ts';
import { translationMemory } from './translation/memory/collection.ts';
import { suggestionsEndpoint } from './translation/memory/endpoint.ts';
import { memoryFileEndpoints } from './translation/memory/tmx.ts';
import { translationRecords } from './translation/records.ts';
import { termsTableEndpoints } from './translation/terms/endpoints.ts';
import { LARGEST_UPLOADED } from './uploads/files.ts';
import { adminWords } from './words/admin.ts';
import { trust } from './words/trust.ts';
import { workflow } from './workflow/records.ts';

const here = path.dirname(fileURLToPath(import.meta.url));
/** By kind, so that a kind without collections does not compile. */
const byKind: Readonly<Record<Kind, KindCollections>> = {
  charter,
  pledges,
  principles,
  guides,
  facts,
  pages,
  settings,
  terms,
  notices,
  media,
  'language-versions': languageVersions,
  'interface-words': interfaceWords,
  organisations,
  places,
  services,
  actions,
  outcomes,
  strategies,
  bodies,
  decisions,
  evidence,
  courses,
  consultations,
  forums,
  events,
};
const kindCollections = Object.values(byKind);

export default closeHidden(
  await buildConfig({
    secret: env.secret,
    serverURL: env.cmsUrl,
    csrf: [env.cmsUrl],
    cors: [],
    // Payload would ask for each of them, twice, whenever a program starts: see `makeMissingCollections`.
    db: mongooseAdapter({
      url: env.databaseUrl,
      connectOptions: { autoCreate: false, autoIndex: false },
    }),
    editor: proseEditor,
    email: mailAdapter(),
    sharp,
    i18n: { supportedLanguages: { en }, fallbackLanguage: 'en', translations: { en: adminWords } },
    telemetry: false,
    // What a person is told and can put right is no error of the program.
    loggingLevels: { APIError: 'info' },
    // Its schema would be invalid with every working copy left out of it; the public one is made in cms/src/graphql.
    graphQL: { disable: true },
    upload: { limits: { fileSize: LARGEST_UPLOADED }, abortOnLimit: true },
    collections: [
      ...kindCollections.map(({ authoring }) => authoring),
      ...kindCollections.map(({ editions }) => editions),
      ...publishingCollections,
      workflow,
      comments,
      messages,
      bundles,
      leases,
      reviewReminders,
      ...translationRecords,
      ...exchangeRecords,
      translationMemory,
      users,
      secondFactors,
    ],
    endpoints: [
      health,
      files,
      ...pressEndpoints,
      auditCsv,
      progressReport,
      documentAtEndpoint,
      ...previewEndpoints,
      ...bundleEndpoints,
      ...noticeEndpoints,
      ...reviewEndpoints,
      ...translationEndpoints,
      suggestionsEndpoint,
      ...exchanging,
      ...memoryFileEndpoints,
      ...termsTableEndpoints,
    ],
    hooks: { afterError: [refuseCollision] },
    onInit: async (payload) => {
      await requireTransactions(payload);
      await makeMissingCollections(payload);
    },
    admin: {
      user: 'users',
      livePreview,
      // Payload's page for another password asks for no code, and cannot be replaced at its address: ours has that.
      routes: { reset: '/reset-by-payload' },
      // Payload's own picture comes from a third party, who would learn of every visit.
      avatar: 'default',
      meta: { titleSuffix: ` - ${trust.name}`, description: `Publishing desk of ${trust.name}` },
      dateFormat: 'd MMMM yyyy, HH:mm',
      importMap: {
        baseDir: here,
        importMapFile: path.join(here, 'app/(payload)/admin/importMap.generated.ts'),
      },
      components: {
        graphics: { Logo: '/admin/brand.tsx#SignInBrand', Icon: '/admin/brand.tsx#SmallBrand' },
        providers: ['/admin/listening.tsx#Listening', '/admin/plain-names.tsx#PlainNames'],
        afterNavLinks: [
          '/admin/translation/translation-link.tsx#TranslationLink',
          '/admin/bundles/bundles-link.tsx#BundlesLink',
          '/admin/progress/report-link.tsx#ReportLink',
          '/admin/audit-link.tsx#AuditLink',
        ],
        views: {
          login: { Component: '/admin/sign-in.tsx#SignIn' },
          newPassword: { Component: '/admin/new-password.tsx#NewPassword', path: '/reset' },
          dashboard: { Component: '/admin/landing.tsx#LandingPage' },
          audit: { Component: '/admin/audit-screen.tsx#AuditScreen', path: '/audit' },
          progressReport: {
            Component: '/admin/progress/report-screen.tsx#ReportScreen',
            path: '/progress-report',
          },
          notice: {
            Component: '/admin/notices/notice-screen.tsx#NoticeScreen',
            path: '/urgent-notice',
          },
          ...translationViews,
          bundles: {
            Component: '/admin/bundles/list-screen.tsx#BundlesScreen',
            path: '/bundles',
            exact: true,
          },
          bundle: {
            Component: '/admin/bundles/bundle-screen.tsx#BundleScreen',
            path: '/bundles/:id',
          },
        },
      },
    },
    // `npm run generate` makes them; every start outside production would, in a program of its own.
    typescript: {
      autoGenerate: false,
      outputFile: path.join(here, 'payload-types.generated.ts'),
    },
  }),
);
