/** What came of an act in the workbench, as an HTTP answer: data for the screen and a sentence for people. */
import type { ActRefusal } from '@charterpress/shared/domain/translation/acts.ts';
import words from '@charterpress/shared/strings/translating.json' with { type: 'json' };
import { refusal } from '../publishing/answers.ts';
import { refuse } from '../publishing/asked.ts';
import { notAllowed } from '../publishing/sentences.ts';
import { filled } from '../words/filled.ts';
import type { NotReleased } from './release.ts';
import type { AllDone, Done } from './segments.ts';

const { refused: say } = words;

/** 403 to the wrong person, 409 when something else came first, 422 for what can be put right. */
const statuses: Readonly<Record<ActRefusal, number>> = {
  stale: 409,
  'source-moved': 409,
  'same-person': 403,
  errors: 422,
  nothing: 422,
  'reason-missing': 422,
};

/** Of one act. */
export function actAnswer(all: AllDone): Response {
  if (!all.ok) return all.refused === 'role' ? refuse(403, notAllowed()) : refuse(404, say.unknown);
  const [done] = all.done;
  return done === undefined ? refuse(404, say.unknownSegment) : doneAnswer(done);
}

function doneAnswer(done: Done): Response {
  if (done.ok) {
    const { ok: _ok, ...shown } = done;
    return Response.json(shown);
  }
  if (done.refused === 'unknown') return refuse(404, say.unknownSegment);
  const { findings, record, refused, standing } = done;
  const message = say[refused];
  return Response.json({ message, record, standing, findings }, { status: statuses[refused] });
}

export function notReleasedAnswer(not: NotReleased): Response {
  switch (not.refused) {
    case 'role':
      return refuse(403, notAllowed());
    case 'unknown':
      return refuse(404, say.unknown);
    case 'source-moved':
      return refuse(409, say['source-moved']);
    case 'not-reviewed': {
      const message = filled(say.notReviewed, { count: String(not.missing.length) });
      return Response.json({ message, missing: not.missing }, { status: 422 });
    }
    default:
      return refusal(not);
  }
}
