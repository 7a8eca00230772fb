/**
 * The checks before publishing: every rule over the content of one document and what is around it. Pure; what stands
 * in the way of what is decided in `moments.ts`.
 */
import { type Kind, kinds } from '../kinds.ts';
import type { Problem } from '../problem.ts';
import { daysToCome } from '../promises/problems.ts';
import { reportedWithout } from '../promises/reported-consultation.ts';
import { isInKeptReport, reportsKept } from '../promises/reports.ts';
import { unanswered } from './answering.ts';
import { silentRecordings, unreachableDocuments } from './attachments.ts';
import type { Finding } from './findings.ts';
import { type Level, levelAt, type Moment } from './moments.ts';
import { bareRecordings } from './recordings.ts';
import { deadReferences, ownExpiry } from './references.ts';
import { earlyAppendices, troubledReferences } from './sections.ts';
import { hardToRead, longParagraph, longSentences, shortTextsHardToRead } from './sentences.ts';
import { emptyLinks, headlessTables, skippedHeadings } from './structure.ts';
import type { Surroundings } from './surroundings.ts';
import { type Content, passagesIn, passagesOf, prosesIn } from './texts.ts';
import { otherWords, typedTelephones } from './wording.ts';

/** What is found in the content of a document, finished or not. */
export function check(kind: Kind, content: Content, around: Surroundings): readonly Finding[] {
  const found = [...blockersIn(kind, content, around), ...adviceOn(kind, content, around)];
  if (kind !== 'actions' || around.published === null) return found;
  // What stands for good cannot be put right: nobody is asked to.
  const isKept = isInKeptReport(around.published, content);
  return [
    ...found.filter(({ field }) => !isKept(field)),
    ...reportsKept(around.published, content),
  ];
}

/** What is said of findings at a moment, each with what it stands in the way of. */
export function saidAt(
  moment: Moment,
  findings: readonly Finding[],
): readonly { readonly finding: Finding; readonly level: Level }[] {
  return findings.flatMap((finding) => {
    const level = levelAt(moment, finding);
    return level === null ? [] : [{ finding, level }];
  });
}

/** What stands in the way at a moment. Advice never does. */
export function blockersAt(moment: Moment, findings: readonly Finding[]): readonly Problem[] {
  return findings.filter(isProblem).filter((each) => levelAt(moment, each) === 'blocks');
}

function isProblem(finding: Finding): finding is Problem {
  return levelAt('publish', finding) === 'blocks';
}

function blockersIn(kind: Kind, content: Content, around: Surroundings): readonly Finding[] {
  return [
    ...prosesIn(kinds[kind], content).flatMap(({ field, prose }) => [
      ...skippedHeadings(prose, field),
      ...headlessTables(prose, field),
      ...emptyLinks(prose, field, around.language),
    ]),
    ...troubledReferences(kind, content),
    ...unanswered(content),
    ...unreachableDocuments(kind, content),
    ...ownExpiry(kind, content, around.today),
    ...deadReferences(kind, content, around),
    ...bareRecordings(kind, content, around),
    ...daysToCome(kind, content, around.today),
    ...reportedWithout(kind, content, around.outcomes),
  ];
}

/** A fact is where numbers belong, and too short to have sentences. */
function adviceOn(kind: Kind, content: Content, around: Surroundings): readonly Finding[] {
  if (kind === 'facts') return [];
  const { language, terms } = around;
  return [
    ...silentRecordings(kind, content),
    ...earlyAppendices(kind, content),
    ...passagesIn(kinds[kind], content).flatMap((passage) => [
      ...longSentences(passage, language),
      ...longParagraph(passage, language),
      ...otherWords(passage, terms, language),
      ...typedTelephones(passage),
    ]),
    ...shortTextsHardToRead(passagesIn(kinds[kind], content), language),
    ...prosesIn(kinds[kind], content).flatMap(({ field, prose }) =>
      hardToRead(passagesOf(prose, field), language),
    ),
  ];
}
