/** Handing over, over REST: for administrators. */
import words from '@charterpress/shared/strings/handover.json' with { type: 'json' };
import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { rolesOf } from '../access/collections.ts';
import { titleFrom } from '../admin/titles.ts';
import { bodyOf, documentOf, refuse } from '../publishing/asked.ts';
import { type Account, accountOf, handOver, mayTakeOver, workOf } from './hand-over.ts';

export const handoverEndpoints: Endpoint[] = [
  { path: '/:id/work', method: 'get', handler: (req) => byAdministrator(req, showWork) },
  { path: '/:id/hand-over', method: 'post', handler: (req) => byAdministrator(req, take) },
];

/** What waits for somebody, and who could take over. */
export type Work = {
  readonly documents: readonly {
    readonly kind: string;
    readonly document: string;
    readonly title: string;
  }[];
  readonly heirs: readonly { readonly id: string; readonly name: string }[];
};

function byAdministrator(
  req: PayloadRequest,
  act: (req: PayloadRequest) => Promise<Response>,
): Promise<Response> | Response {
  if (rolesOf(req).includes('administrator')) return act(req);
  return refuse(403, words.refused.notAdministrator);
}

async function showWork(req: PayloadRequest): Promise<Response> {
  const leaver = await accountOf(req, documentOf(req));
  if (leaver === null) return refuse(404, words.refused.unknown);
  const documents = await workOf(req, leaver.email);
  const { docs } = await req.payload.db.find<Account>({
    ...{ collection: 'users', sort: 'name', limit: 0, pagination: false },
    where: { id: { not_equals: leaver.id } },
    req,
  });
  const work: Work = {
    documents: documents.map(({ document, kind, title }) => ({
      ...{ document, kind },
      title: titleFrom(title),
    })),
    heirs: docs.filter(mayTakeOver).map(({ email, id, name }) => ({
      id: String(id),
      name: name?.trim() || email,
    })),
  };
  return Response.json(work);
}

const handOverBody = z.strictObject({ to: z.string().regex(/^[\da-f]{24}$/) });

const statuses = { unknown: 404, yourself: 409, closed: 409, heir: 409 } as const;

async function take(req: PayloadRequest): Promise<Response> {
  const body = handOverBody.safeParse(await bodyOf(req));
  if (!body.success) return refuse(400, words.refused.notReadable);
  const asked = { from: documentOf(req), to: body.data.to, by: String(req.user?.email) };
  const done = await handOver(req.payload, asked);
  if (done.ok) return Response.json({ documents: done.documents });
  return refuse(statuses[done.refused], words.refused[done.refused]);
}
