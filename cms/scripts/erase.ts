/** `npm run erase`: rewrites the managed database's files, so that what was removed is in none of them. The site stays up. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isErasingWanted, wantErasing } from '../database/rewrite.ts';
import { holderOf, isAlive } from './lock.ts';
import { readSettings } from './settings.ts';

const { dataDir, databaseUrl } = readSettings(process.env);
if (databaseUrl !== null || !existsSync(join(dataDir, 'db'))) {
  console.log(
    'There is no database of Charterpress’s own here. One given by DATABASE_URL is erased by whoever runs it: compact, resync, let the oplog roll over.',
  );
  process.exit(1);
}
wantErasing(dataDir);
const holder = holderOf(dataDir);
if (holder === null || !isAlive(holder)) {
  console.log('The next npm start erases what was removed.');
  process.exit(0);
}
process.kill(holder.pid, 'SIGUSR2');
while (isErasingWanted(dataDir)) {
  if (!isAlive(holder)) {
    console.log('npm start ended meanwhile. The next one erases what was removed.');
    process.exit(1);
  }
  await new Promise((resolve) => setTimeout(resolve, 100));
}
console.log('Erased: nothing that was removed is in the database’s files.');
