/** What publishing says to staff: the words are in `shared/src/strings/publishing.json`. */
import type { Finding } from '@charterpress/shared/domain/checks/findings.ts';
import words from '@charterpress/shared/strings/publishing.json' with { type: 'json' };
import { filled } from '../words/filled.ts';
import { problemWords } from '../words/problem.ts';
import type { PageProblem } from './neighbours.ts';

/** The sentence that says how to put a problem right: "Fill in 'Promise'." */
export function sentenceFor(problem: Finding): string {
  return problemWords(problem, spoken(problem.field));
}

/** A field's path as staff see it: `parts.0.body` -> "part 1, body", `alternativeText` -> "alternative text". */
export function spoken(path: string): string {
  return path
    .split('.')
    .map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : inWords(part)))
    .join(', ')
    .replace(/s, (\d+)/g, ' $1');
}

function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

export const notAllowed = () => words.refused.notAllowed;
export const notReadable = (why: string) => filled(words.refused.notReadable, { why });
export const unknownDocument = () => words.refused.unknownDocument;
export const pageFailed = (page: PageProblem) => filled(words.refused.pageFailed, page);
export const alreadyRemoved = () => words.refused.removed;
export const noNote = () => words.refused.noNote;
export const leadsNowhere = () => words.refused.leadsNowhere;
export const neverPublished = () => words.refused.neverPublished;
export const sourceNotPublic = () => words.refused.sourceNotPublic;
export const alreadyAsked = () => words.refused.alreadyAsked;
export const askFirst = () => words.refused.askFirst;
export const notByTheSamePerson = () => words.refused.samePerson;
