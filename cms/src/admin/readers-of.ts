/** What readers have of a document, language by language: asked by the panel beside the form. */
import { pathOf } from '@charterpress/shared/domain/addresses.ts';
import type { ReadableEdition } from '@charterpress/shared/domain/edition.ts';
import { freshness } from '@charterpress/shared/domain/freshness.ts';
import type { ContentOfKind, Kind } from '@charterpress/shared/domain/kinds.ts';
import { language, SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { may } from '@charterpress/shared/roles.ts';
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import { placeOf } from '@charterpress/shared/version-place.ts';
import type { Endpoint, PayloadRequest } from 'payload';
import { rolesOf } from '../access/collections.ts';
import { env } from '../env.ts';
import { englishEditions } from '../publishing/languages-of.ts';
import type { StoredEdition } from '../publishing/ledger.ts';
import { type Liveness, livenessOf } from '../publishing/receipts.ts';
import { newestEdition } from '../publishing/stored.ts';
import { versionsOf } from '../publishing/versions-of.ts';
import { filled } from '../words/filled.ts';
import { moment } from '../words/moment.ts';
import { trust } from '../words/trust.ts';

export type ReadersOfLanguage = {
  readonly tag: string;
  /** The language's name in English, for staff. */
  readonly name: string;
  readonly says: string;
  /** Where readers find it; `null` when it has no page. */
  readonly address: string | null;
  /** Whether the site does not show yet what was done last. */
  readonly isOnItsWay: boolean;
};

type Of = { readonly kind: Kind; readonly document: string };

export function readersEndpoint(kind: Kind): Endpoint {
  return { path: '/:id/readers', method: 'get', handler: (req) => answer(kind, req) };
}

async function answer(kind: Kind, req: PayloadRequest): Promise<Response> {
  if (!may(rolesOf(req), 'read', kind)) {
    return Response.json({ message: desk.gate.notForYou }, { status: 403 });
  }
  const languages = await readersOf(req, { kind, document: String(req.routeParams?.id) });
  return Response.json({ languages });
}

async function readersOf(req: PayloadRequest, of: Of): Promise<readonly ReadersOfLanguage[]> {
  const [live, english] = await Promise.all([livenessOf(req, of), englishEditions({ req }, of)]);
  const texts = english.filter(
    ({ content }) => content !== null,
  ) as unknown as readonly ReadableEdition[];
  return Promise.all(
    trust.languages.map(async (tag) => {
      const { edition, liveness } = await inLanguage(req, { of, tag, live });
      return {
        tag,
        name: language(tag)?.englishName ?? tag,
        says: wordsFor({ tag, edition, liveness, english: texts }),
        address: addressOf(edition),
        isOnItsWay: liveness?.state === 'publishing',
      };
    }),
  );
}

type Found = { readonly edition: StoredEdition | null; readonly liveness: Liveness | undefined };

/** A text has editions of its own; Easy Read and films are documents beside it. */
async function inLanguage(
  req: PayloadRequest,
  { live, of, tag }: { of: Of; tag: string; live: readonly Liveness[] },
): Promise<Found> {
  if (language(tag)?.form !== 'text') return inOtherForm(req, of, tag);
  const edition = await newestEdition(req, { ...of, language: tag });
  return { edition, liveness: live.find((each) => each.language === tag) };
}

async function inOtherForm(req: PayloadRequest, of: Of, tag: string): Promise<Found> {
  for (const document of await versionsOf(req, of)) {
    const made = { kind: 'language-versions', document } as const;
    const newest = await newestEdition(req, { ...made, language: SOURCE_LANGUAGE });
    const version = newest?.content as ContentOfKind<'language-versions'> | null | undefined;
    if (newest == null || version == null || placeOf(version)?.language !== tag) continue;
    const [liveness] = await livenessOf(req, made);
    const { slug } = (await newestEdition(req, { ...of, language: SOURCE_LANGUAGE })) ?? {};
    const place = { ...of, language: tag, slug: slug ?? '', sourceEdition: version.madeFrom };
    return { edition: { ...newest, ...place, version } as StoredEdition, liveness };
  }
  return { edition: null, liveness: undefined };
}

const { readers } = desk;

function wordsFor(of: {
  tag: string;
  edition: StoredEdition | null;
  liveness: Liveness | undefined;
  english: readonly ReadableEdition[];
}): string {
  const { edition, english, liveness, tag } = of;
  if (edition === null || liveness === undefined) {
    return tag === SOURCE_LANGUAGE ? readers.missingEnglish : readers.missing;
  }
  if (liveness.state === 'publishing') return readers.publishing;
  if (liveness.state === 'failed') return filled(readers.failed, { why: liveness.why });
  const when = moment(new Date(edition.publishedAt));
  if (edition.action === 'removed') return filled(readers.removed, { when });
  if (edition.action === 'withdrawn') return filled(readers.withdrawn, { when });
  const moved =
    tag === SOURCE_LANGUAGE ? isCurrent : freshness(edition as unknown as ReadableEdition, english);
  if (moved.state === 'current') {
    return filled(readers.live, { when: moment(new Date(liveness.liveAt)) });
  }
  const sentence = moved.unsafe ? readers.unsafe : readers.behind;
  return filled(sentence, { when: moment(new Date(moved.since)) });
}

const isCurrent = { state: 'current' } as const;

function addressOf(edition: StoredEdition | null): string | null {
  if (edition === null || edition.action === 'removed') return null;
  const path = pathOf(edition);
  return path === null ? null : env.siteUrl + path;
}
