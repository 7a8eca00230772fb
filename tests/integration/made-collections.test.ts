/** Indexes promise what no query checks again: that one address has one edition of a number, and one account an e-mail. */
import { beforeAll, expect, test } from 'vitest';
import { makeCollections, makeMissingCollections } from '../../cms/src/make-collections.ts';
import { type Cms, startCms } from '../support/cms.ts';

let cms: Cms;
beforeAll(async () => {
  cms = await startCms();
  await makeCollections(cms.payload);
});

const users = () => cms.payload.db.connection.collection('users');
const indexes = async () => (await users().indexes()).map(({ name }) => name);

test('a start makes an index that newer code has', async () => {
  await users().dropIndex('email_1');
  const noted = cms.payload.db.connection.collection('made-collections');
  await noted.updateMany({}, { $set: { print: 'of earlier code' } });
  await makeMissingCollections(cms.payload);
  expect(await indexes()).toContain('email_1');
});

test('a start asks for none where all were made', async () => {
  await users().dropIndex('email_1');
  await makeMissingCollections(cms.payload);
  expect(await indexes()).not.toContain('email_1');
  await makeCollections(cms.payload);
  expect(await indexes()).toContain('email_1');
});

test('a start in an empty database makes all of them', async () => {
  await cms.payload.db.connection.dropDatabase();
  const another = await cms.another('in an empty database');
  expect(await another.db.connection.collection('users').indexes()).toContainEqual(
    expect.objectContaining({ key: { email: 1 }, unique: true }),
  );
});
