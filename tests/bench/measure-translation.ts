/**
 * How long translators wait: opening a document of 400 segments, saving one of them, and listing what is behind of 10,000
 * documents in 12 languages. Over REST, through the CMS in this process, on a real MongoDB. Another number of documents:
 * `measure-translation.ts 1000`.
 */
import { text, tree } from '../support/texts.ts';
import { median, ninetyFifth, progress } from './measure.ts';
import { withDatabase } from './own-database.ts';

const documents = Number(process.argv[2] ?? 10_000);
const SEGMENTS = 400;
const OPENINGS = 40;
const SAVES = 200;
const LISTINGS = 10;
const PORTION = 1_000;
/** In milliseconds: what translators are promised, of openings and savings 95 times of 100. */
const targets = { opening: 500, saving: 100, listing: 1000 };
const languages = ['ar', 'bg', 'bn', 'gu', 'ne', 'pa', 'pl', 'ro', 'sk', 'so', 'ur', 'cy'];

await withDatabase('translation', measure);

async function measure(): Promise<void> {
  const { createLocalReq, getPayload, handleEndpoints } = await import('payload');
  const { default: config } = await import('../../cms/src/payload.config.ts');
  const { prepareLedger } = await import('../../cms/src/publishing/ledger.ts');
  const { publish } = await import('../../cms/src/publishing/publish.ts');
  const { segmentRows, tallies } = await import('../../cms/src/translation/records.ts');
  const { actOnSegments } = await import('../../cms/src/translation/segments.ts');
  const { coverageOf } = await import('../../cms/src/translation/coverage.ts');
  const payload = await getPayload({ config });
  payload.logger.level = 'error';
  await prepareLedger(payload);
  const authorization = await signedIn();
  await fillLists();
  const document = await longGuide();
  await openAndSave(document);
  await list();
  await payload.destroy();

  async function signedIn(): Promise<string> {
    const account = { email: 'translator@example.org', password: 'a long password for benchmarks' };
    const data = { ...account, roles: ['translator'], languages: ['pl'] };
    await payload.create({ collection: 'users', data: data as never, overrideAccess: true });
    const { token } = await payload.login({ collection: 'users', data: account as never });
    return `JWT ${token}`;
  }

  /** As counting leaves it: a tenth is behind, a tenth is begun, some of it waits for a second person. */
  async function fillLists(): Promise<void> {
    for (let from = 0; from < documents; from += PORTION) {
      const rows = Array.from(
        { length: Math.min(PORTION, documents - from) },
        (_, at) => from + at,
      );
      await tallies(payload).insertMany(rows.map(tallyOf));
      await segmentRows(payload).insertMany(rows.flatMap(waitingOf));
    }
    progress(`${documents} documents in ${languages.length} languages are counted`);
  }

  async function longGuide(): Promise<string> {
    const paragraphs = Array.from({ length: SEGMENTS - 3 }, (_, at) => ({
      ...{ type: 'paragraph', version: 1 },
      children: [
        text(`A worker in area ${at} listens first, and `),
        text('tells you', 1),
        text(` what there is nearby for families with children of ${at % 17}.`),
      ],
    }));
    const data = {
      ...{ title: 'Everything there is', summary: 'All of it.', audience: 'parents', slug: 'all' },
      parts: [{ slug: 'all', title: 'All', body: tree(paragraphs) }],
    };
    const made = {
      collection: 'guides',
      data: data as never,
      depth: 0,
      overrideAccess: true,
    } as const;
    const version = (await payload.create(made)) as unknown as { id: string };
    const of = { kind: 'guides', document: version.id } as const;
    const done = await publish(payload, {
      ...{ ...of, language: 'en', version: version as never, change: 'major', changeNote: null },
      by: 'a benchmark',
    });
    if (!done.ok) throw new Error(JSON.stringify(done));
    const req = await createLocalReq({}, payload);
    const { segments } = await opened(version.id);
    const seen = segments.map(({ segment }) => segment);
    const saves = seen.map(({ hash, key, text: words }) => {
      return { act: 'save', state: 'translated', key, hash, revision: 0, target: words } as const;
    });
    const saved = await actOnSegments(req, { ...of, language: 'pl' }, saves, {
      signedBy: 'a translator',
    });
    const first = saved.ok ? saved.done : [];
    progress(`${first.filter(({ ok }) => ok).length} of ${SEGMENTS} segments are translated`);
    return version.id;
  }

  async function openAndSave(document: string): Promise<void> {
    const waits = await timed(OPENINGS, () => opened(document));
    tell(`opening ${SEGMENTS} segments`, waits, targets.opening);
    const { segments } = await opened(document);
    const saving = await timed(SAVES, async (at) => {
      const { record, segment } = segments[at] as Opened['segments'][number];
      const answer = await ask('PUT', `/guides/${document}/segments/${segment.key}`, {
        ...{ revision: record?.revision ?? 0, hash: segment.hash, state: 'draft' },
        target: `${segment.text} `,
      });
      if (answer.status !== 200) throw new Error(await answer.text());
    });
    tell(`saving one of ${SEGMENTS} segments`, saving, targets.saving);
  }

  async function list(): Promise<void> {
    const own = await timed(LISTINGS, async () => (await ask('GET', '', undefined)).text());
    tell(`listing ${documents} documents of one language`, own, targets.listing);
    const all = await timed(LISTINGS, () => coverageOf({ payload }, languages));
    tell(`listing ${documents} documents x 12 languages`, all, targets.listing);
  }

  async function opened(document: string): Promise<Opened> {
    return (await (await ask('GET', `/guides/${document}`)).json()) as Opened;
  }

  function ask(method: string, rest: string, body?: object): Promise<Response> {
    const address = rest === '' ? '/api/translation?language=pl' : `/api/translation/pl${rest}`;
    const request = new Request(`http://127.0.0.1:3000${address}`, {
      method,
      headers: { 'content-type': 'application/json', authorization },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return handleEndpoints({ config, request });
  }
}

type Opened = {
  readonly segments: readonly {
    readonly segment: { readonly key: string; readonly hash: string; readonly text: string };
    readonly record: { readonly revision: number } | null;
  }[];
};

function tallyOf(at: number) {
  const tally = (isBehind: boolean) => ({
    ...{ untranslated: at % 10 === 1 ? 10 : 0, draft: 0, translated: 0 },
    ...{ reviewed: 8, behind: isBehind ? 2 : 0, behindToReview: 0, words: isBehind ? 24 : 0 },
    since: isBehind || at % 10 === 1 ? '2026-05-01T09:00:00.000Z' : null,
    released: {
      number: 1,
      sourceEdition: isBehind ? 1 : 2,
      publishedAt: '2026-04-01T09:00:00.000Z',
    },
  });
  return {
    kind: 'guides' as const,
    ...{ document: `document-${at}`, number: 2, changed: 2, safety: 0 },
    ...{ title: `Guide ${at}`, publishedAt: '2026-05-01T09:00:00.000Z', segments: 10, words: 120 },
    languages: Object.fromEntries(
      languages.map((tag, index) => [tag, tally((at + index) % 10 === 0)]),
    ),
  } as const;
}

function waitingOf(at: number) {
  return languages.map((language) => ({
    ...{ kind: 'guides', document: `document-${at}`, language, key: 'title', revision: 1 },
    ...{ work: null, pairs: [], returned: null, hashes: [`hash-${at}`] },
    waitsFrom: at % 20 === 0 ? 'translator@example.org' : null,
  })) as never[];
}

async function timed(times: number, work: (at: number) => Promise<unknown>): Promise<number[]> {
  const waits: number[] = [];
  for (let at = 0; at < times; at += 1) {
    const began = performance.now();
    await work(at);
    waits.push(performance.now() - began);
  }
  return waits;
}

function tell(what: string, waits: readonly number[], target: number): void {
  const figures = [median(waits), ninetyFifth(waits)].map((wait) => `${Math.round(wait)} ms`);
  const wanted = `at most ${target} ms wanted`;
  console.log(`${documents} x 12 | ${what} (median, 95th) | ${figures.join(', ')}; ${wanted}`);
}
