/** The accounts an installation begins with, and their passwords: random, shown once, kept for whoever looks after it. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '@charterpress/shared/roles.ts';

export type FirstAccount = {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly languages: readonly string[];
};

/** Who everything depends on: made before the CMS answers anybody. */
export const administrator: FirstAccount = account(
  'administrator',
  'Administrator',
  'administrator',
);

/** People to try it as, with the sample content. */
export const samplePeople: readonly FirstAccount[] = [
  account('editor', 'Communications editor', 'editor'),
  account('publisher', 'Publisher', 'publisher'),
  account('translator.polish', 'Polish translator', 'translator', ['pl']),
  account('translator.urdu', 'Urdu translator', 'translator', ['ur']),
  account('reviewer.polish', 'Polish reviewer', 'translator', ['pl']),
  account('reviewer.urdu', 'Urdu reviewer', 'translator', ['ur']),
];

/** The program that makes the site. It signs in by its key, never by a password. */
export const pressAccount: FirstAccount = account('press', 'The press', 'press');

export type KeptAccount = FirstAccount & { readonly password: string; readonly shown: boolean };

/** The kept accounts with one for each of `wanted`. Written before they are made, so that no password is ever lost. */
export function keepAccounts(dataDir: string, wanted: readonly FirstAccount[]): KeptAccount[] {
  const kept = readAccounts(dataDir);
  const missing = wanted.filter(({ email }) => !kept.some((one) => one.email === email));
  if (missing.length === 0) return kept;
  const made = missing.map((one) => ({ ...one, password: newPassword(), shown: false }));
  write(dataDir, [...kept, ...made]);
  return [...kept, ...made];
}

/** Shows the accounts that were never shown. */
export function printAccounts(dataDir: string): void {
  const accounts = readAccounts(dataDir);
  const unseen = accounts.filter(({ shown }) => !shown);
  if (unseen.length === 0) return;
  console.log('\nAccounts, shown this once and kept in', fileIn(dataDir));
  for (const { name, email, password } of unseen) {
    console.log(`  ${name.padEnd(22)} ${email.padEnd(32)} ${password}`);
  }
  console.log('');
  write(
    dataDir,
    accounts.map((one) => ({ ...one, shown: true })),
  );
}

function readAccounts(dataDir: string): KeptAccount[] {
  const file = fileIn(dataDir);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as KeptAccount[]) : [];
}

function write(dataDir: string, accounts: readonly KeptAccount[]): void {
  const beside = `${fileIn(dataDir)}.writing`;
  writeFileSync(beside, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
  renameSync(beside, fileIn(dataDir));
}

function fileIn(dataDir: string): string {
  return join(dataDir, 'accounts.json');
}

/** 120 bits, in letters and digits that copy whole with a double click. */
export function newPassword(): string {
  return randomBytes(15).toString('base64url').replaceAll(/[-_]/g, '0');
}

function account(
  mailbox: string,
  name: string,
  role: Role,
  languages: readonly string[] = [],
): FirstAccount {
  return { email: `${mailbox}@example.org`, name, roles: [role], languages };
}
