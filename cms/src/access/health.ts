/** Whether the CMS is up and has its database: for whoever starts and watches it. */
import type { Endpoint } from 'payload';

export const health: Endpoint = {
  path: '/health',
  method: 'get',
  handler: async ({ payload }) => {
    await payload.db.connection.db?.command({ ping: 1 });
    return Response.json({ ok: true });
  },
};
