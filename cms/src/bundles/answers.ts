/** What came of planning a bundle, as an HTTP answer: data for programs and sentences for people. */
import type { PayloadRequest } from 'payload';
import { refuse } from '../publishing/asked.ts';
import { notAllowed, sentenceFor, unknownDocument } from '../publishing/sentences.ts';
import { refusalOf } from '../workflow/answers.ts';
import type { NotPlanned, Planned } from './planning.ts';
import { bundleSentence, closedBundle, staleBundle, unknownBundle } from './sentences.ts';
import { shownBundle } from './shown.ts';

export async function planningAnswer(req: PayloadRequest, planned: Planned): Promise<Response> {
  if (!planned.ok) return notPlannedAnswer(planned);
  return Response.json(await shownBundle(req, planned.bundle));
}

export function notPlannedAnswer(not: NotPlanned): Response {
  switch (not.refused) {
    case 'role':
      return refuse(403, notAllowed());
    case 'unknown':
      return refuse(404, unknownBundle());
    case 'stale':
      return refuse(409, staleBundle());
    case 'closed':
      return refuse(409, closedBundle(not.state));
    case 'step':
      return not.why === 'unknown' ? refuse(404, unknownDocument()) : refusalOf(not.why);
    case 'text': {
      const messages = not.problems.map((problem) => `${not.title}: ${sentenceFor(problem)}`);
      return Response.json({ problems: not.problems, messages }, { status: 422 });
    }
    case 'problems': {
      const about = { titles: not.titles, now: new Date().toISOString() };
      const messages = not.problems.map((problem) => bundleSentence(problem, about));
      return Response.json({ problems: not.problems, messages }, { status: 422 });
    }
  }
}
