/**
 * `node cms/scripts/serve.ts`: the built CMS. Next's own server hands on whatever `X-Forwarded-For` says, and not who
 * really called; this one notes both before anything else sees the request.
 */
import { createServer } from 'node:http';
import { join } from 'node:path';
import next from 'next';
import { calledBy } from '../src/access/caller.ts';
import { env, root } from '../src/env.ts';

// Next looks for what was built where it was started.
process.chdir(join(root, 'cms'));
const { hostname, port } = env.cmsAddress;
const app = next({ dev: false, dir: join(root, 'cms'), hostname, port });
await app.prepare();
const answer = app.getRequestHandler();

const server = createServer((request, response) => {
  const forwarded = request.headers['x-forwarded-for'];
  const caller = {
    peer: request.socket.remoteAddress ?? '',
    forwarded: Array.isArray(forwarded) ? forwarded.join(', ') : (forwarded ?? null),
  };
  void calledBy(caller, () => answer(request, response));
});
server.on('error', (error) => {
  console.error(
    `The CMS cannot be served on ${hostname}:${port} (${error.message}). Set CMS_ADDRESS to a free one.`,
  );
  process.exit(1);
});
server.listen(port, hostname, () =>
  console.log(`The CMS is served on http://${hostname}:${port}.`),
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.closeAllConnections();
    server.close(() => process.exit(0));
  });
}
