/** `node cms/scripts/prepare.ts`, with the database up and the CMS not yet: prepares the database. Does nothing twice. */
import { getPayload } from 'payload';
import config from '../src/payload.config.ts';
import { prepareDatabase } from './prepare-database.ts';
import { PREPARED } from './preparing.ts';

const payload = await getPayload({ config, disableOnInit: true });
await prepareDatabase(payload, console.log);
await payload.destroy();
console.log(PREPARED);
process.exit(0);
