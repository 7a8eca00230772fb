/**
 * Why Charterpress keeps `localization` off, shown on the installed Payload. When this fails, Payload has mended it, and
 * shared/decisions can be thought over again.
 */
import { mongooseAdapter } from '@payloadcms/db-mongodb';
import { buildConfig, getPayload, type Payload } from 'payload';
import { beforeAll, expect, test } from 'vitest';
import { database } from '../../support/mongo.ts';

let payload: Payload;

/** A charter with its principles as Payload's own localization would keep them. */
beforeAll(async () => {
  // This configuration is not ours, which says so in cms/src/env.ts.
  process.env.PAYLOAD_DISABLE_DEPENDENCY_CHECKER = 'true';
  const config = buildConfig({
    secret: 'a secret that only this test has',
    db: mongooseAdapter({ url: await database(), ensureIndexes: true }),
    localization: { locales: ['en', 'pl'], defaultLocale: 'en', fallback: false },
    collections: [
      {
        slug: 'charters',
        versions: { drafts: { localizeStatus: true } },
        fields: [
          {
            name: 'principles',
            type: 'array',
            fields: [{ name: 'statement', type: 'text', localized: true }],
          },
        ],
      },
    ],
    experimental: { localizeStatus: true },
    telemetry: false,
  } as never);
  payload = await getPayload({ config });
  payload.logger.level = 'error';
});

type Charter = { id: string; principles: { id?: string; statement?: string | null }[] };

async function published(locale: 'en' | 'pl', id: string): Promise<(string | null | undefined)[]> {
  const charter = await payload.findByID({
    collection: 'charters' as never,
    id,
    locale,
    overrideAccess: true,
  } as never);
  return (charter as unknown as Charter).principles.map(({ statement }) => statement);
}

/** English and Polish, both published: two principles, each translated. */
async function aBilingualCharter(): Promise<Charter> {
  const english = {
    principles: [{ statement: 'Children come first' }, { statement: 'Parents are partners' }],
    _status: 'published',
  };
  const charter = (await payload.create({
    collection: 'charters',
    data: english,
    locale: 'en',
    overrideAccess: true,
  } as never)) as unknown as Charter;
  const polish = ['Dzieci są najważniejsze', 'Rodzice są partnerami'];
  const principles = charter.principles.map(({ id }, at) => ({ id, statement: polish[at] }));
  await payload.update({
    collection: 'charters',
    id: charter.id,
    data: { principles, _status: 'published' },
    locale: 'pl',
    overrideAccess: true,
  } as never);
  return charter;
}

test('Payload publishes a reordered list in English and pairs its translations with the wrong rows', async () => {
  const charter = await aBilingualCharter();
  expect(await published('pl', charter.id)).toEqual([
    'Dzieci są najważniejsze',
    'Rodzice są partnerami',
  ]);
  await payload.update({
    collection: 'charters',
    id: charter.id,
    data: { principles: charter.principles.toReversed(), _status: 'published' },
    locale: 'en',
    publishSpecificLocale: 'en',
    overrideAccess: true,
  } as never);
  const pairs = [await published('en', charter.id), await published('pl', charter.id)];
  expect(pairs).toEqual([
    ['Parents are partners', 'Children come first'],
    ['Dzieci są najważniejsze', 'Rodzice są partnerami'],
  ]);
});
