/** Whether the CMS is up and has its database, what failed to publish, and how its mail stands: for whoever watches it. */
import type { Endpoint } from 'payload';
import { whatIsWrong } from '../bundles/trouble.ts';
import { mailStanding } from '../mail/standing.ts';

/** `up` tells a CMS that has something bad to say from one that is not there. */
export const health: Endpoint = {
  path: '/health',
  method: 'get',
  handler: async (req) => {
    await req.payload.db.connection.db?.command({ ping: 1 });
    const { failed, waiting } = await mailStanding(req.payload);
    const mail = { failed, waiting };
    const wrong = await whatIsWrong(req, new Date());
    if (wrong.length === 0) return Response.json({ ok: true, mail });
    return Response.json({ ok: false, up: true, wrong, mail }, { status: 503 });
  },
};
