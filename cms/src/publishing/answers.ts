/** What came of publishing, as an HTTP answer: data for programs and a sentence for people. */

import { heldBack } from '../bundles/sentences.ts';
import type { Refusal } from './publish.ts';
import type { Asked, Removed } from './removal.ts';
import {
  alreadyAsked,
  alreadyRemoved,
  askFirst,
  leadsNowhere,
  neverPublished,
  noNote,
  notByTheSamePerson,
  pageFailed,
  sentenceFor,
  sourceNotPublic,
  unknownDocument,
} from './sentences.ts';

export function answerToAsking(asked: Asked): Response {
  if (asked.ok) return Response.json({ asked: true });
  if (asked.refused === 'unknown')
    return Response.json({ message: unknownDocument() }, { status: 404 });
  const message = asked.refused === 'already-asked' ? alreadyAsked() : alreadyRemoved();
  return Response.json({ message }, { status: 409 });
}

const removalRefusals = {
  'not-asked': { status: 409, message: askFirst },
  'same-person': { status: 403, message: notByTheSamePerson },
  'already-removed': { status: 409, message: alreadyRemoved },
} as const;

export function answerToRemoval(removed: Removed): Response {
  if (removed.ok) return Response.json({ tombstones: removed.tombstones });
  const { status, message } = removalRefusals[removed.refused];
  return Response.json({ message: message() }, { status });
}

/** Why nothing was published. */
export function refusal(refused: Refusal): Response {
  const messages = sentencesOf(refused);
  if (!('problems' in refused)) return Response.json({ message: messages[0] }, { status: 409 });
  return Response.json({ problems: refused.problems, messages }, { status: 422 });
}

/** The same in words, one sentence for each thing that stands in the way. */
export function sentencesOf(refused: Refusal): readonly string[] {
  switch (refused.refused) {
    case 'text':
      return refused.problems.map(sentenceFor);
    case 'pages':
      return refused.problems.map(pageFailed);
    case 'removed':
      return [alreadyRemoved()];
    case 'never-published':
      return [neverPublished()];
    case 'no-note':
      return [noNote()];
    case 'leads-nowhere':
      return [leadsNowhere()];
    case 'source-not-public':
      return [sourceNotPublic()];
    case 'embargo':
      return [heldBack(refused)];
  }
}
