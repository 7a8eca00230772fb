/** What came of publishing, as an HTTP answer: data for programs and a sentence for people. */

import type { Publishing, Refusal } from './publish.ts';
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

export function answerTo<T>(outcome: Publishing<T>): Response {
  return outcome.ok ? Response.json(outcome.value) : refusal(outcome);
}

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
  switch (refused.refused) {
    case 'text': {
      const messages = refused.problems.map(sentenceFor);
      return Response.json({ problems: refused.problems, messages }, { status: 422 });
    }
    case 'pages': {
      const messages = refused.problems.map(pageFailed);
      return Response.json({ problems: refused.problems, messages }, { status: 422 });
    }
    case 'removed':
      return Response.json({ message: alreadyRemoved() }, { status: 409 });
    case 'never-published':
      return Response.json({ message: neverPublished() }, { status: 409 });
    case 'no-note':
      return Response.json({ message: noNote() }, { status: 409 });
    case 'leads-nowhere':
      return Response.json({ message: leadsNowhere() }, { status: 409 });
    case 'source-not-public':
      return Response.json({ message: sourceNotPublic() }, { status: 409 });
  }
}
