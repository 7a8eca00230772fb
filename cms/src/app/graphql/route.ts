/** The public API: editions, read-only, for everyone who reaches this port. */

import { getPayload } from 'payload';
import { answerGraphQL } from '../../graphql/answer.ts';
import config from '../../payload.config.ts';

async function answer(request: Request): Promise<Response> {
  return answerGraphQL(request, await getPayload({ config }));
}

export const POST = answer;
/** Refused with the reason, like every other way to ask. */
export const GET = answer;
