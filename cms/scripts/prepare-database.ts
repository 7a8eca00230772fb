/**
 * What has to be in a database before the CMS opens: collections and indexes, the first accounts and the press's, and the
 * sample content where that is asked for (SEED=yes).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTrust } from '@charterpress/shared/trust.ts';
import type { Payload } from 'payload';
import { env } from '../src/env.ts';
import { makeCollections } from '../src/make-collections.ts';
import { prepareLedger } from '../src/publishing/ledger.ts';
import { reapplyRemovals } from '../src/publishing/removal.ts';
import { seed } from '../src/seeding/seed.ts';
import {
  administrator,
  type FirstAccount,
  keepAccounts,
  newPassword,
  pressAccount,
  samplePeople,
} from './accounts.ts';

type Say = (line: string) => void;

const withSamples = process.env.SEED === 'yes';

/** Does nothing twice. What people should know is said, a line at a time. */
export async function prepareDatabase(cms: Payload, say: Say): Promise<void> {
  await makeCollections(cms);
  await prepareLedger(cms);
  await eraseOnceMore(cms, say);
  await makePeople(cms);
  await makePressAccount(cms);
  if (withSamples) await putSamplesIn(cms, say);
}

/** A restored backup, or a stop at the wrong moment, may have brought back what was removed. */
async function eraseOnceMore(cms: Payload, say: Say): Promise<void> {
  const erased = await reapplyRemovals(cms);
  if (erased > 0) say(`Erased ${erased} removed documents that had come back`);
}

async function makePeople(cms: Payload): Promise<void> {
  const wanted = withSamples ? [administrator, ...samplePeople] : await missingAdministrator(cms);
  const absent: FirstAccount[] = [];
  for (const person of wanted) if (!(await accountOf(cms, person))) absent.push(person);
  const kept = keepAccounts(env.dataDir, absent);
  for (const person of absent) {
    const password = kept.find(({ email }) => email === person.email)?.password ?? newPassword();
    await makeAccount(cms, { ...person, password });
  }
}

/** An installation of one's own brings its people along; only when it has no administrator at all, one is made. */
async function missingAdministrator(cms: Payload): Promise<FirstAccount[]> {
  const { totalDocs } = await cms.count({
    collection: 'users',
    where: { roles: { contains: 'administrator' } },
    overrideAccess: true,
  });
  return totalDocs === 0 ? [administrator] : [];
}

async function makePressAccount(cms: Payload): Promise<void> {
  if (env.pressKey === null) return;
  const press = await accountOf(cms, pressAccount);
  const key = { enableAPIKey: true, apiKey: env.pressKey };
  if (press === null) {
    await makeAccount(cms, { ...pressAccount, password: newPassword(), ...key });
  } else if (press.apiKey !== env.pressKey) {
    await cms.update({ collection: 'users', id: press.id, data: key, overrideAccess: true });
  }
}

type Account = { readonly id: string; readonly apiKey?: string | null };

async function accountOf(cms: Payload, { email }: FirstAccount): Promise<Account | null> {
  const { docs } = await cms.find({
    collection: 'users',
    where: { email: { equals: email } },
    limit: 1,
    overrideAccess: true,
    showHiddenFields: true,
  });
  return (docs[0] as Account | undefined) ?? null;
}

async function makeAccount(
  cms: Payload,
  person: FirstAccount & { password: string; enableAPIKey?: boolean; apiKey?: string },
): Promise<void> {
  await cms.create({
    collection: 'users',
    data: { ...person, roles: [...person.roles], languages: [...person.languages] } as never,
    overrideAccess: true,
  });
}

async function putSamplesIn(cms: Payload, say: Say): Promise<void> {
  const file = join(env.trusts, env.trust, 'trust.yaml');
  const trust = readTrust(env.trust, readFileSync(file, 'utf8'));
  const seeded = await seed(cms, trust, env.trusts);
  if (seeded === null) return;
  say(
    `Put in the sample content of ${trust.name}: ${seeded.documents} documents, published in ${seeded.editions} editions`,
  );
}
