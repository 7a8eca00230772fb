/** The checks over a text, with what is around it looked up. */

import { slugByNumber } from '@charterpress/shared/domain/addresses.ts';
import { blockersAt, check } from '@charterpress/shared/domain/checks/check.ts';
import type { Finding } from '@charterpress/shared/domain/checks/findings.ts';
import type { Moment } from '@charterpress/shared/domain/checks/moments.ts';
import { isEnglish } from '@charterpress/shared/domain/checks/structure.ts';
import { mentionedIn } from '@charterpress/shared/domain/checks/surroundings.ts';
import { composeSoFar } from '@charterpress/shared/domain/compose.ts';
import { type Kind, kinds } from '@charterpress/shared/domain/kinds.ts';
import { londonDay } from '@charterpress/shared/domain/london-time.ts';
import type { Problem } from '@charterpress/shared/domain/problem.ts';
import {
  checkedProblems,
  districtProblems,
  slugOfServiceProblems,
} from '@charterpress/shared/domain/services/problems.ts';
import { noticeProblemsAt } from '@charterpress/shared/domain/urgent-notice.ts';
import { type OwnWord, wordProblems } from '@charterpress/shared/interface-words.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import type { Payload, PayloadRequest } from 'payload';
import { env } from '../env.ts';
import { takenAddress } from '../publishing/taken.ts';
import { englishTerms } from '../translation/glossary.ts';
import { trust } from '../words/trust.ts';
import { lookUp } from './look-up.ts';
import { promisesAround } from './promises.ts';
import { type Text, textOf, type Version } from './standing.ts';

type Checked = Version & {
  /** What goes live at the same moment, and so may lead to this and be led to. */
  readonly together?: readonly Version[];
  /** When readers would have it; left out, at once. */
  readonly at?: Date;
};

/** What stands in the way of a version at a moment: its approval (`review`) or its publication. */
export async function blockersOf(
  req: Pick<PayloadRequest, 'payload'>,
  checked: Checked & { readonly moment?: Exclude<Moment, 'save'> },
): Promise<readonly Problem[]> {
  return blockersAt(checked.moment ?? 'publish', await findingsIn(req, checked));
}

/** Everything that there is to say of a version, finished or not. */
export async function findingsIn(
  { payload }: Pick<PayloadRequest, 'payload'>,
  { at = new Date(), document, kind, together = [], version }: Checked,
): Promise<readonly Finding[]> {
  const { problems } = composeSoFar(kind, version);
  const text = textOf({ kind, document, version });
  const beside = together.map(textOf);
  return [
    ...problems,
    ...withoutAddress(kind, version),
    ...(await foundIn(payload, { ...text, language: SOURCE_LANGUAGE }, { at, beside })),
  ];
}

type TextInLanguage = Text & { readonly language: string };

/**
 * What stands in the way of texts that go live in one moment: of the first that anything stands in the way of, counted
 * from 0. `soon` counts as published too.
 */
export async function firstBlocked(
  payload: Payload,
  texts: readonly TextInLanguage[],
  soon: readonly Text[],
): Promise<{ readonly at: number; readonly problems: readonly Problem[] } | null> {
  const beside = [...texts, ...soon];
  for (const [at, text] of texts.entries()) {
    const problems = blockersAt(
      'publish',
      await foundIn(payload, text, { at: new Date(), beside }),
    );
    if (problems.length > 0) return { at, problems };
  }
  return null;
}

async function foundIn(
  payload: Payload,
  text: TextInLanguage,
  { at, beside }: { readonly at: Date; readonly beside: readonly Text[] },
): Promise<readonly Finding[]> {
  const { content, document, kind, language, slug } = text;
  const site = env.siteUrl;
  // A document may lead to itself.
  const lookedUp = await lookUp(payload, mentionedIn(kind, content, site), [text, ...beside]);
  const today = londonDay(at.toISOString());
  const promised = await promisesAround(payload, text, beside);
  const isAddressed = slug !== null && language === SOURCE_LANGUAGE;
  // What is agreed is agreed of English, and looked up for it alone: most of what is published is in other languages.
  const terms = isEnglish(language) ? await englishTerms(payload) : [];
  return [
    ...check(kind, content, { ...lookedUp, ...promised, today, language, site, terms }),
    ...districtProblems(kinds[kind], content, districts),
    ...(kind === 'services' ? checkedProblems(content, today) : []),
    ...(kind === 'services' ? slugOfServiceProblems(text.slug, districts) : []),
    ...(isAddressed ? await takenAddress({ payload }, { document, kind, slug }) : []),
    ...(kind === 'notices' ? noticeProblemsAt(new Date(), content) : []),
    ...(kind === 'interface-words' ? wordProblems(wordsIn(content)) : []),
  ];
}

const districts = trust.districts.map(({ slug }) => slug);

/** Half a row has no key or no word yet, which composing says. */
function wordsIn({ words }: Text['content']): readonly OwnWord[] {
  const rows = Array.isArray(words) ? (words as readonly Partial<OwnWord>[]) : [];
  return rows.map(({ key, word }) => ({ key: key ?? '', word: word ?? '' }));
}

function withoutAddress(kind: Kind, { slug }: Version['version']): readonly Problem[] {
  const isMissing = slugByNumber(kind, 0) === null && (slug ?? '') === '';
  return isMissing ? [{ field: 'slug', problem: 'empty' }] : [];
}
