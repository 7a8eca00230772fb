/** What the banner of a preview says: what is looked at, what its readers would get in this language, what is missing. */
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import words from '@charterpress/shared/strings/preview.json' with { type: 'json' };
import type { Content } from '../src/content/content.ts';
import { routesOfDocument } from '../src/content/routes.ts';
import { knownLanguage } from '../src/views/reader.ts';
import { reading } from '../src/views/reading.ts';
import type { Drafts } from './drafts.ts';
import type { Banner } from './preview-mark.ts';
import { frontPage } from './preview-start.ts';

type Looked = {
  readonly drafts: Drafts;
  readonly prefix: string;
  /** Of the page that is looked at. */
  readonly language: string;
};

export function bannerFor(content: Content, { drafts, language, prefix }: Looked): Banner {
  return {
    title: drafts.title,
    notes: [...notesOn(content, drafts, language), ...drafts.notes],
    problems: drafts.problems,
    languages: content.trust.languages.map((tag) => ({
      name: knownLanguage(tag).englishName,
      tag,
      href: `${prefix}/start/${tag}`,
      isCurrent: tag === language,
    })),
  };
}

/** What becomes of a language that is not the one it was written in. */
function notesOn(content: Content, { opened }: Drafts, tag: string): readonly string[] {
  const english = { ...opened, language: SOURCE_LANGUAGE };
  const hasPage = routesOfDocument(content, english).length > 0;
  if (!hasPage && frontPage(content, english) === null) return [words.noPage];
  if (tag === SOURCE_LANGUAGE) return [];
  const language = knownLanguage(tag).englishName;
  const say = (sentence: string) => [sentence.replace('{{language}}', language)];
  const shown = reading(content, { ...opened, language: tag });
  if (shown === null) return say(words.noTranslation);
  if (shown.freshness.state === 'current') return say(words.current);
  return say(shown.freshness.unsafe ? words.unsafe : words.behind);
}
