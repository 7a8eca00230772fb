/** The words of the interface that editions say in the place of the shipped ones. */
import { digestOf } from '@charterpress/shared/domain/digest.ts';
import { isReadable } from '@charterpress/shared/domain/edition.ts';
import { type OwnWord, sayable } from '@charterpress/shared/interface-words.ts';
import type { Overrides } from '@charterpress/shared/strings.ts';
import type { Content } from './content.ts';

/** Of every document that holds some, in order: of two that say one word, the last. */
export function overridesIn(content: Content, language: string): Overrides | null {
  const own = content
    .list('interface-words', language)
    .flatMap(({ document }): readonly OwnWord[] => {
      const edition = content.edition('interface-words', document, language);
      return edition?.action === 'published' && isReadable(edition) ? edition.content.words : [];
    });
  const words = new Map(sayable(language, own).map(({ key, word }) => [key, word]));
  return words.size === 0 ? null : { digest: digestOf([...words]), words };
}
