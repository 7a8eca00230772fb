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

  test('reads a mail server out of one address', () => {
    const SMTP_URL = 'smtp://desk%40example.org:pass%2Fword@mail.example.org';
    const MAIL_FROM = 'desk@example.org';
    expect(readEnv({ ...enough, SMTP_URL, MAIL_FROM }).mail).toEqual({
      from: 'desk@example.org',
      smtp: {
        ...{ host: 'mail.example.org', port: 587, secure: false },
        auth: { user: 'desk@example.org', pass: 'pass/word' },
      },
    });
  });

  test('keeps messages as files when it names no mail server', () => {
    expect(readEnv(enough).mail.smtp).toBeNull();
  });

  test('refuses a mail server of which nobody says from whom its messages come', () => {
    expect(() => readEnv({ ...enough, SMTP_URL: 'smtps://mail.example.org' })).toThrow(
      'MAIL_FROM=desk@example.org',
    );
  });

  test.each([
    [{ SMTP_URL: 'mail.example.org' }, 'SMTP_URL must be the address of a mail server'],
    [{ SMTP_URL: 'https://mail.example.org' }, 'SMTP_URL must be the address of a mail server'],
    [{ MAIL_FROM: 'The desk' }, 'MAIL_FROM must be one e-mail address'],
  ])('refuses the mail that %j would make', (given, sentence) => {
    expect(() => readEnv({ ...enough, ...given })).toThrow(sentence);
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
