/** The accessibility statement, in every language: what was tested, what was found, and whom to tell. */
import { ownStatement } from '../accessibility/statement.ts';
import type { Content } from '../content/content.ts';
import { ACCESSIBILITY } from '../content/routes.ts';
import { type ShownFact, type Way, web } from './facts.ts';
import { helplinesOf } from './footer.ts';
import { type Frame, frameFor, ownLink } from './frame.ts';
import type { Link } from './links.ts';
import { dayIn, inEnglish, numberIn, type Reader, reader, type Said, saying } from './reader.ts';

export type AccessibilityPage = {
  readonly frame: Frame;
  readonly title: string;
  readonly introduction: string;
  readonly standing: string;
  readonly tested: {
    readonly title: string;
    readonly text: string;
    readonly counts: readonly { readonly name: string; readonly value: string }[];
  };
  /** `null` where nothing is known to be missing. */
  readonly known: { readonly title: string; readonly texts: readonly string[] } | null;
  readonly contact: {
    readonly title: string;
    readonly text: string;
    readonly facts: readonly ShownFact[];
  };
  readonly answer: { readonly title: string; readonly text: Said; readonly ways: readonly Way[] };
};

/** By the names that they have in English. */
export const whoEnforces = {
  service: 'Equality Advisory and Support Service',
  commission: 'Equality and Human Rights Commission',
} as const;
const whereToTurn = ['https://www.equalityadvisoryservice.com/'];

export function accessibilityLink(who: Reader): Link {
  return ownLink(who, `/${who.language}/${ACCESSIBILITY}/`, who.words('accessibility.title'));
}

export function accessibilityPage(
  content: Content,
  { language }: { readonly language: string },
): AccessibilityPage {
  const who = reader(content, language);
  const { words } = who;
  const { counts, is, pages, tested } = ownStatement();
  const number = (of: number) => numberIn(language, of);
  const title = words('accessibility.title');
  const introduction = words('accessibility.intro');
  return {
    frame: frameFor(who, {
      title,
      description: introduction,
      isHandedOn: true,
      pathIn: (tag) => `/${tag}/${ACCESSIBILITY}/`,
    }),
    title,
    introduction,
    standing: words(`accessibility.${is}`),
    tested: {
      title: words('accessibility.testedTitle'),
      text: words('accessibility.testedText', {
        date: dayIn(language, tested),
        pages: number(pages),
        languages: number(content.trust.languages.length),
      }),
      counts: counts.map(({ check, failed, pages: all }) => ({
        name: words(`accessibility.${check}`),
        value: words('accessibility.counts', { pages: number(all), failed: number(failed) }),
      })),
    },
    known: knownTo(who),
    contact: {
      title: words('accessibility.contactTitle'),
      text: words('accessibility.contactText'),
      facts: helplinesOf(who),
    },
    answer: {
      title: words('accessibility.answerTitle'),
      text: saying(who, 'accessibility.answerText', {
        service: inEnglish(who, whoEnforces.service),
        commission: inEnglish(who, whoEnforces.commission),
      }),
      ways: whereToTurn.flatMap((address) => web(address) ?? []),
    },
  };
}

/** Figures and commas keep their order in a line from right to left. */
function knownTo({ words }: Reader): AccessibilityPage['known'] {
  const { known } = ownStatement();
  const texts = known.map(
    ({ criteria, is }) =>
      `${words(`accessibility.${is}`)} (\u2066WCAG ${criteria.join(', ')}\u2069)`,
  );
  return texts.length === 0 ? null : { title: words('accessibility.knownTitle'), texts };
}
