import { beforeAll, describe, expect, test } from 'vitest';
import { startCms } from '../support/cms.ts';

const enough = {
  DATABASE_URL: 'mongodb://127.0.0.1:27027/charterpress?replicaSet=charterpress',
  PAYLOAD_SECRET: 'a secret that only tests have',
};

let readEnv: typeof import('../../cms/src/env.ts').readEnv;
let requireTransactions: typeof import('../../cms/src/hooks/require-transactions.ts').requireTransactions;

beforeAll(async () => {
  await startCms();
  ({ readEnv } = await import('../../cms/src/env.ts'));
  ({ requireTransactions } = await import('../../cms/src/hooks/require-transactions.ts'));
});

describe('the environment', () => {
  test('needs a database and a secret, and has an answer for the rest', () => {
    expect(readEnv(enough)).toMatchObject({
      trust: 'kent',
      cmsUrl: 'http://127.0.0.1:3000',
      siteUrl: 'http://127.0.0.1:4321',
      pressKey: null,
    });
  });

  test('names every variable that is missing at once', () => {
    expect(() => readEnv({})).toThrow(/DATABASE_URL is missing[\s\S]*PAYLOAD_SECRET is missing/);
  });

  test('says what to add to a database address without a replica set', () => {
    const single = { ...enough, DATABASE_URL: 'mongodb://127.0.0.1:27027/charterpress' };
    expect(() => readEnv(single)).toThrow('Add ?replicaSet=<its name> to it');
  });

  test.each(['PAYLOAD_SECRET', 'PRESS_KEY'])('refuses a %s that can be guessed', (name) => {
    expect(() => readEnv({ ...enough, [name]: 'secret' })).toThrow(`${name} is too short`);
  });

  test('refuses an address that is none', () => {
    expect(() => readEnv({ ...enough, CMS_ADDRESS: 'localhost' })).toThrow(
      'CMS_ADDRESS must be a host and a port, as in "127.0.0.1:3000"',
    );
  });

  test('takes public addresses as origins', () => {
    expect(readEnv({ ...enough, SITE_URL: 'https://charter.example.org/' }).siteUrl).toBe(
      'https://charter.example.org',
    );
  });
});

test('a database that is no replica set is refused when it says so itself', async () => {
  const alone = {
    db: { connection: { db: { admin: () => ({ command: async () => ({ ok: 1 }) }) } } },
  };
  await expect(requireTransactions(alone as never)).rejects.toThrow('is not a replica set');
});
