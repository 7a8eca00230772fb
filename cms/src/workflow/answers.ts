/** What came of a step, as an HTTP answer. */
import words from '@charterpress/shared/strings/workflow.json' with { type: 'json' };
import { refusal } from '../publishing/answers.ts';
import { refuse } from '../publishing/asked.ts';
import { notAllowed, unknownDocument } from '../publishing/sentences.ts';
import { noEdition, otherFile, textChanged, whyNot } from './sentences.ts';
import type { NotTaken } from './steps.ts';

/** 403 to the wrong person, 409 when something else came first, 422 for what can be put right in the text. */
export function refusalOf(not: NotTaken): Response {
  switch (not.refused) {
    case 'unknown':
      return refuse(404, unknownDocument());
    case 'role':
      return refuse(403, notAllowed());
    case 'same-person':
      return refuse(403, whyNot(not));
    case 'stale':
    case 'state':
    case 'not-live':
    case 'nothing-approved':
    case 'nothing-changed':
    case 'nothing-to-sign':
      return refuse(409, whyNot(not));
    case 'text-changed':
      return refuse(409, textChanged());
    case 'no-edition':
      return refuse(409, noEdition());
    case 'other-file':
      return refuse(409, otherFile());
    case 'said': {
      const messages = not.problems.map(({ problem }) => words.said[problem]);
      return Response.json({ problems: not.problems, messages }, { status: 422 });
    }
    default:
      return refusal(not);
  }
}
