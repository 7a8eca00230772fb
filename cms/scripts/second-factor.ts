/**
 * `node cms/scripts/second-factor.ts <e-mail>`: takes the second factor of an account away and prints a code with which
 * its owner sets up another. For the first administrator, and for the last one who lost theirs.
 */
import { getPayload } from 'payload';
import { resetFactor } from '../src/access/second-factor/factors.ts';
import { endSessions } from '../src/hooks/end-access.ts';
import config from '../src/payload.config.ts';

const [email] = process.argv.slice(2);
if (email === undefined) leave('Type: node cms/scripts/second-factor.ts <e-mail>', 1);
const payload = await getPayload({ config, disableOnInit: true });
const where = { email: { equals: email.toLowerCase() } };
const { docs } = await payload.find({ collection: 'users', where, overrideAccess: true });
const [found] = docs;
if (found === undefined) leave(`There is no account with the address ${email}.`, 1);
const owner = { account: String(found.id), email: found.email };
const code = await resetFactor(payload, owner, 'whoever runs the server');
await endSessions(payload, owner.account);
leave(`Enrolment code of ${owner.email}, for three days: ${code}`, 0);

function leave(sentence: string, exit: number): never {
  console.log(sentence);
  process.exit(exit);
}
