/** Whether the CMS is up and has its database, and how its mail stands: for whoever starts and watches it. */
import type { Endpoint } from 'payload';
import { mailStanding } from '../mail/standing.ts';

export const health: Endpoint = {
  path: '/health',
  method: 'get',
  handler: async ({ payload }) => {
    await payload.db.connection.db?.command({ ping: 1 });
    const { failed, waiting } = await mailStanding(payload);
    return Response.json({ ok: true, mail: { failed, waiting } });
  },
};
