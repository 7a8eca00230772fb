/** A MongoDB of its own for measures that run the CMS in their own process; gone afterwards. */
import path from 'node:path';
import { findMongod } from '../../cms/database/find-mongod.ts';
import { startMongod } from '../../cms/database/mongod.ts';
import { freeAddress } from '../support/free-port.ts';
import { discard, folder, progress } from './measure.ts';

/** The environment is set before `measure` loads the CMS, which reads it once. */
export async function withDatabase(name: string, measure: () => Promise<void>): Promise<void> {
  const place = folder();
  const mongod = await startMongod({
    binary: await findMongod({ given: process.env.MONGOD, kept: '.data/mongod', say: progress }),
    folder: path.join(place, 'db'),
    address: await freeAddress(),
    log: path.join(place, 'mongod.log'),
  });
  try {
    Object.assign(process.env, {
      ...{ DATABASE_URL: mongod.url(name), DATA_DIR: place, PAYLOAD_DISABLE_ADMIN: 'true' },
      PAYLOAD_SECRET: 'a secret that only benchmarks have',
      PRESS_KEY: 'a key that only benchmarks have',
      // Nobody listens there.
      ...{ PREVIEW_ADDRESS: '127.0.0.1:3121', PRESS_ADDRESS: '127.0.0.1:3122' },
    });
    await measure();
  } finally {
    await mongod.stop();
    discard(place);
  }
}
