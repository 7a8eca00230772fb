/** Texts in other forms, for tests that say one thing about them. */
import { digestOf } from '@charterpress/shared/domain/digest.ts';
import type { ContentOfKind } from '@charterpress/shared/domain/kinds.ts';
import type { VersionSection } from '@charterpress/shared/domain/language-version.ts';
import type { Reference } from '@charterpress/shared/domain/shape.ts';

type Version = ContentOfKind<'language-versions'>;

const nothing = {
  ...{ sentences: [], recording: null, poster: null, spokenIn: null, translatedBy: null },
  ...{ translatorRegistration: null, checkedBy: null, checkerRegistration: null },
};
const media = (document: string): Reference => ({ kind: 'media', document });

export function easyRead(
  of: Reference,
  sentences: readonly (readonly [VersionSection, string | null, string])[],
): Version {
  return {
    ...{ ...nothing, of, form: 'easy-read', madeFrom: 1 },
    sentences: sentences.map(([section, part, sentence], at) => ({
      ...{ id: `row-${at}`, section, part, sentence, picture: media('picture') },
    })),
  };
}

export function signed(of: Reference): Version {
  return {
    ...{ ...nothing, of, form: 'sign', madeFrom: 1 },
    ...{ recording: media('film'), poster: media('picture') },
    ...{ translatedBy: 'Asha Example', translatorRegistration: 'NRCPD 1000001' },
    ...{ checkedBy: 'Ben Example', checkerRegistration: 'NRCPD 1000002' },
  };
}

export function recording(of: Reference, spokenIn: string): Version {
  return { ...nothing, of, form: 'sound', madeFrom: 1, spokenIn, recording: media('sound') };
}

export function upload(mime: string): ContentOfKind<'media'> {
  const file = { name: 'full', sha256: digestOf(mime), mime, width: 480, height: 360, bytes: 1000 };
  return {
    ...{ title: 'A file', alternativeText: null, decorative: true, caption: null },
    ...{ accessibleEquivalent: null, contact: null, transcript: null, captions: null },
    file: [file],
  };
}
