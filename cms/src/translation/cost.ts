/** What publishing a working copy would cost translators, before anybody publishes it. */
import { composeSoFar } from '@charterpress/shared/domain/compose.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { costIn, wordsIn } from '@charterpress/shared/domain/translation/counting.ts';
import { CHANGE_NOTE_KEY } from '@charterpress/shared/domain/translation/segment.ts';
import { language as languageOf } from '@charterpress/shared/languages.ts';
import { may } from '@charterpress/shared/roles.ts';
import type { Endpoint, PayloadRequest } from 'payload';
import { rolesOf } from '../access/collections.ts';
import { documentOf, refuse } from '../publishing/asked.ts';
import { workingCopy } from '../publishing/publish.ts';
import { notAllowed, unknownDocument } from '../publishing/sentences.ts';
import { newestEdition } from '../publishing/stored.ts';
import { cutEnglish, headOf, inEnglish } from './english.ts';
import { translatedLanguages } from './languages.ts';
import { recordsOf, type Subject } from './records.ts';
import { samenessOf } from './sameness.ts';

export type Cost = {
  /** English words of the text as it would be. */
  readonly words: number;
  readonly languages: readonly {
    readonly language: string;
    readonly name: string;
    /** Segments and English words that no reviewed translation fits. */
    readonly segments: number;
    readonly words: number;
    /** Whether readers have this language, so that it would be behind until somebody follows. */
    readonly isPublic: boolean;
  }[];
};

export function costEndpoint(kind: Kind): Endpoint {
  return {
    path: '/:id/translation-cost',
    method: 'get',
    handler: async (req) => {
      if (!may(rolesOf(req), 'read', kind)) return refuse(403, notAllowed());
      const cost = await costOf(req, { kind, document: documentOf(req) });
      return cost === null ? refuse(404, unknownDocument()) : Response.json(cost);
    },
  };
}

/** By the working copy as it is saved. A note on what changed is not written yet, and costs its own words. */
export async function costOf(req: PayloadRequest, of: Subject): Promise<Cost | null> {
  const { document, kind } = of;
  const version = await workingCopy(req, { document, kind });
  if (version === null) return null;
  const english = inEnglish(of);
  const newest = await newestEdition(req, english);
  const { segments } = await cutEnglish(req, {
    ...{ ...english, slug: '', sequence: 0, sourceEdition: null, digest: '' },
    ...{ publishedAt: '', firstPublishedAt: '', changedAt: '' },
    ...{ action: 'published', change: 'major', changeNote: null },
    number: (newest?.number ?? 0) + 1,
    content: composeSoFar(kind, version).content,
  });
  const heads = segments.filter(({ key }) => key !== CHANGE_NOTE_KEY).map(headOf);
  const isSame = await samenessOf(req, of);
  const languages = await Promise.all(
    translatedLanguages.map(async (language) => {
      const translation = { kind, document, language };
      const records = await recordsOf(req, translation);
      const released = await newestEdition(req, translation);
      return {
        language,
        name: languageOf(language)?.englishName ?? language,
        ...costIn(heads, records, isSame),
        isPublic: released?.action === 'published',
      };
    }),
  );
  return { words: wordsIn(heads), languages };
}
