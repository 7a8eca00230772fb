/** What readers have of a document, language by language: asked by the panel beside the form. */
import { pathOf } from '@charterpress/shared/domain/addresses.ts';
import type { EditionHead } from '@charterpress/shared/domain/edition.ts';
import { movedOn } from '@charterpress/shared/domain/freshness.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { language, SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { may } from '@charterpress/shared/roles.ts';
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import type { Endpoint, PayloadRequest } from 'payload';
import { rolesOf } from '../access/collections.ts';
import { env } from '../env.ts';
import { editionsOf } from '../fields/edition.ts';
import { newestEdition, type StoredEdition } from '../publishing/ledger.ts';
import { type Liveness, livenessOf } from '../publishing/receipts.ts';
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
type English = Pick<EditionHead, 'number' | 'change' | 'publishedAt'>;

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
  const [live, english] = await Promise.all([livenessOf(req, of), englishOf(req, of)]);
  return Promise.all(
    trust.languages.map(async (tag) => {
      const edition = await newestEdition(req.payload, { ...of, language: tag });
      const liveness = live.find((each) => each.language === tag);
      return {
        tag,
        name: language(tag)?.englishName ?? tag,
        says: wordsFor({ tag, edition, liveness, english }),
        address: addressOf(edition),
        isOnItsWay: liveness?.state === 'publishing',
      };
    }),
  );
}

/** Every English edition of a document that readers could read, oldest first, without its text. */
async function englishOf(req: PayloadRequest, { kind, document }: Of): Promise<English[]> {
  const { docs } = await req.payload.find({
    collection: editionsOf(kind),
    where: {
      document: { equals: document },
      language: { equals: SOURCE_LANGUAGE },
      action: { in: ['published', 'withdrawn'] },
    },
    sort: 'number',
    select: { number: true, change: true, publishedAt: true },
    pagination: false,
    overrideAccess: true,
    req,
  });
  return docs as unknown as English[];
}

const { readers } = desk;

function wordsFor(of: {
  tag: string;
  edition: StoredEdition | null;
  liveness: Liveness | undefined;
  english: readonly English[];
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
  const moved = tag === SOURCE_LANGUAGE ? null : movedOn(edition.sourceEdition, english);
  if (moved === null) return filled(readers.live, { when: moment(new Date(liveness.liveAt)) });
  const sentence = moved.unsafe ? readers.unsafe : readers.behind;
  return filled(sentence, { when: moment(new Date(moved.since)) });
}

function addressOf(edition: StoredEdition | null): string | null {
  if (edition === null || edition.action === 'removed') return null;
  const path = pathOf(edition);
  return path === null ? null : env.siteUrl + path;
}
