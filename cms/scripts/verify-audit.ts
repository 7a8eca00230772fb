/** Verifies the audit: `node cms/scripts/verify-audit.ts`. Exits 1 and names the first event that is not as it was written. */
import { exit } from 'node:process';
import { getPayload } from 'payload';
import { brokenLink, eventAt } from '../src/publishing/audit.ts';
import { readHead } from '../src/publishing/ledger.ts';

const { default: config } = await import('../src/payload.config.ts');
const payload = await getPayload({ config });
const broken = await brokenLink(payload);
const { position } = await readHead(payload);

if (broken === null) console.log(`The audit is whole: ${position} events.`);
else {
  const event = await eventAt(payload, broken);
  console.error(
    `The audit is broken at event ${broken} of ${position}: it was changed, taken out or put in after it was written.`,
  );
  console.error(
    event === null
      ? `There is no event ${broken}.`
      : `Event ${broken} says: ${event.at}, ${event.by} ${event.did} ${event.kind}/${event.document}.`,
  );
  console.error('Compare it with a backup, and find out who had access to the database.');
}
exit(broken === null ? 0 : 1);
