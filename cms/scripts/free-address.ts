import { createServer } from 'node:net';

/** A loopback address that nothing listens on. */
export function freeAddress(): Promise<string> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const at = server.address();
      const port = typeof at === 'object' && at !== null ? at.port : 0;
      server.close(() => resolve(`127.0.0.1:${port}`));
    });
  });
}
