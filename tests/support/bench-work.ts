/** What translators do in a test of the workbench, over REST, and what editors do to the English beside them. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { wallTimeAt } from '@charterpress/shared/domain/london-time.ts';
import type { SegmentRecord } from '@charterpress/shared/domain/translation/record.ts';
import type { Segment } from '@charterpress/shared/domain/translation/segment.ts';
import type { Standing } from '@charterpress/shared/domain/translation/standing.ts';
import type { StoredEdition } from '../../cms/src/publishing/ledger.ts';
import { type Desk, sound } from './approved.ts';
import type { Account, Cms } from './cms.ts';
import { text, tree } from './texts.ts';

export type Work = { readonly kind: Kind; readonly document: string };
export type OpenSegment = {
  readonly field: string | null;
  readonly segment: Segment;
  readonly record: SegmentRecord | null;
  readonly standing: Standing;
  readonly findings: readonly { readonly level: string; readonly rule: string }[];
};
export type Opened = {
  readonly english: { readonly number: number; readonly isComing: boolean };
  readonly others: readonly { readonly by: string }[];
  readonly segments: readonly OpenSegment[];
};

type People = { readonly staff: Desk; readonly translator: Account; readonly reviewer: Account };
export type Bench = ReturnType<typeof bench>;

export function bench(cms: Cms, { reviewer, staff, translator }: People) {
  const { db } = cms.payload;
  const { editor, publisher } = staff;
  let made = 0;

  const ask = (as: Account, method: string, of: Work, rest = '', body?: unknown) =>
    cms.ask(as, method, `/api/translation/pl/${of.kind}/${of.document}${rest}`, body);
  const step = (as: Account, { document, kind }: Work, name: string, said: object) =>
    cms.ask(as, 'POST', `/api/${kind}/${document}/steps/${name}`, said);

  async function copyOf({ document, kind }: Work): Promise<{ revision: number; parts: object[] }> {
    const answer = await cms.ask(editor, 'GET', `/api/${kind}/${document}?depth=0`);
    return (await sound(answer)) as never;
  }

  async function reword(of: Work, values: object): Promise<number> {
    const { parts: before = [], revision } = await copyOf(of);
    const { parts: after } = values as { parts?: object[] };
    const rows = after?.map((part, at) => ({ ...before[at], ...part }));
    const body = { ...values, ...(rows && { parts: rows }), revision };
    const answer = await cms.ask(editor, 'PATCH', `/api/${of.kind}/${of.document}?depth=0`, body);
    return ((await sound(answer)) as { doc: { revision: number } }).doc.revision;
  }

  async function approve(of: Work, revision: number, said: object = {}): Promise<void> {
    await sound(await step(editor, of, 'submit', { revision, ...said }));
    await sound(await step(publisher, of, 'approve', { revision }));
  }

  async function publish(of: Work, revision: number, said: object = {}): Promise<void> {
    await approve(of, revision, said);
    await sound(await step(publisher, of, 'publish', { revision }));
  }

  async function create(kind: Kind, values: object): Promise<Work & { revision: number }> {
    made += 1;
    const slug = `document-${made}`;
    const answer = await cms.ask(editor, 'POST', `/api/${kind}?depth=0`, { slug, ...values });
    const { doc } = (await sound(answer)) as { doc: { id: string; revision: number } };
    return { kind, document: doc.id, revision: doc.revision };
  }

  const parts = (paragraphs: readonly string[], more: object = {}) => [
    { slug: 'what', title: 'What it is', body: bodyOf(paragraphs), ...more },
  ];
  const values = (paragraphs: readonly string[], more: object = {}) => ({
    ...{ title: 'Clubs', summary: 'What clubs there are.', audience: 'parents' },
    parts: parts(paragraphs, more),
  });

  async function draft(paragraphs: readonly string[]): Promise<Work> {
    return create('guides', values(paragraphs));
  }

  async function open(of: Work, as = translator): Promise<Opened> {
    return (await sound(await ask(as, 'GET', of))) as Opened;
  }

  async function segment(of: Work, key: string): Promise<OpenSegment> {
    const found = (await open(of)).segments.find((each) => each.segment.key === key);
    if (found === undefined) throw new Error(`There is no segment ${key}.`);
    return found;
  }

  async function save(of: Work, key: string, target: string, said: object = {}, as = translator) {
    const { record, segment: source } = await segment(of, key);
    const seen = { revision: record?.revision ?? 0, hash: source.hash };
    const body = { ...seen, target, state: 'translated', ...said };
    return ask(as, 'PUT', of, `/segments/${encodeURIComponent(key)}`, body);
  }

  async function act(of: Work, key: string, name: string, said: object, as: Account) {
    const { record, segment: source } = await segment(of, key);
    const isOfHash = name === 'review' || name === 'still-correct';
    const seen = { revision: record?.revision ?? 0, ...(isOfHash && { hash: source.hash }) };
    return ask(as, 'POST', of, `/segments/${encodeURIComponent(key)}/${name}`, {
      ...seen,
      ...said,
    });
  }

  const review = (of: Work, key: string, as: Account) => act(of, key, 'review', {}, as);

  /** Every segment that is not reviewed, in words that say that they are Polish. */
  async function translated(of: Work): Promise<void> {
    for (const { segment: source, standing } of (await open(of)).segments) {
      if (standing.is === 'reviewed') continue;
      await sound(
        await save(
          of,
          source.key,
          `${source.text.replace(/\.$/, '')} po polsku${source.text.endsWith('.') ? '.' : ''}`,
        ),
      );
    }
  }

  async function reviewed(of: Work): Promise<void> {
    await translated(of);
    for (const { findings, segment: source, standing } of (await open(of)).segments) {
      if (standing.is === 'reviewed') continue;
      for (const { rule } of findings) {
        await sound(await act(of, source.key, 'waive', { rule, reason: 'A test.' }, reviewer));
      }
      await sound(await review(of, source.key, reviewer));
    }
  }

  async function release(of: Work, as: Account): Promise<Response> {
    const { english } = await open(of);
    return ask(as, 'POST', of, '/release', { revisionOfEnglish: english.number });
  }

  async function newest(of: Work, language: string): Promise<StoredEdition | null> {
    const { newestEdition } = await import('../../cms/src/publishing/stored.ts');
    return newestEdition(cms, { ...of, language });
  }

  async function list(as: Account, of: Work) {
    const answer = await cms.ask(as, 'GET', '/api/translation?language=pl');
    const { languages } = (await sound(answer)) as { languages: { documents: Work[] }[] };
    return (languages[0]?.documents ?? []).filter(({ document }) => document === of.document);
  }

  async function correctAlone(of: Work, said: object): Promise<void> {
    const revision = await reword(of, said);
    const alone = { as: 'correction', reason: 'typing-error' };
    const path = `/api/${of.kind}/${of.document}/publish`;
    await sound(await cms.ask(publisher, 'POST', path, { revision, alone }));
  }

  return {
    ...{ act, ask, correctAlone, draft, list, newest, open, parts, release, reviewed, reword },
    ...{ review, save, segment, translated },
    async guide(paragraphs: readonly string[], more: object = {}): Promise<Work> {
      const written = await create('guides', values(paragraphs, more));
      await publish(written, written.revision);
      return written;
    },
    async fact(said: object): Promise<Work> {
      const written = await create('facts', { type: 'contact', ...said });
      await publish(written, written.revision);
      return written;
    },
    async approvedDraft(paragraphs: readonly string[]): Promise<Work> {
      const written = await create('guides', values(paragraphs));
      await approve(written, written.revision);
      return written;
    },
    async publishAgain(of: Work, change: object, said: object = {}): Promise<void> {
      const revision = await reword(of, change);
      const kind = { change: 'major', ...said };
      const changeNote = kind.change === 'minor' ? null : 'Something changed.';
      await publish(of, revision, { ...kind, changeNote });
    },
    /** Approves other English, which readers do not have yet. */
    async approveAgain(of: Work, change: object): Promise<void> {
      const revision = await reword(of, change);
      await approve(of, revision, { change: 'major', changeNote: 'Something changed.' });
    },
    async signSecondLook(of: Work): Promise<void> {
      const { revision } = await copyOf(of);
      await sound(await step(editor, of, 'second-look', { revision }));
    },
    async keyOf(of: Work, begins: string): Promise<string> {
      const { segments } = await open(of);
      return segments.find(({ segment: { text: words } }) => words.startsWith(begins))?.segment
        .key as string;
    },
    async standings(of: Work): Promise<ReadonlySet<string>> {
      return new Set((await open(of)).segments.map(({ standing }) => standing.is));
    },
    async cell(of: Work, language: string): Promise<{ state: string }> {
      const answer = await cms.ask(editor, 'GET', '/api/translation/coverage');
      const { documents } = (await sound(answer)) as {
        documents: (Work & { languages: Record<string, { state: string }> })[];
      };
      const row = documents.find(({ document }) => document === of.document);
      return row?.languages[language] ?? { state: 'not there' };
    },
    async audit({ document }: Work, did: string): Promise<{ by: string; language: string }[]> {
      const events = db.connection.collection('audit-events').find({ document, did });
      return (await events.toArray()) as never;
    },
    async mail({ document }: Work, what: string): Promise<{ to: string }[]> {
      return (await db.connection
        .collection('messages')
        .find({ document, what })
        .toArray()) as never;
    },
    async planTogether(of: Work, languages: readonly string[]): Promise<string> {
      const { revision } = await copyOf(of);
      const english = { kind: of.kind, document: of.document, revision };
      const others = languages.map((language) => ({
        kind: of.kind,
        document: of.document,
        language,
      }));
      const { wall } = wallTimeAt(new Date(Date.now() + 3_600_000).toISOString());
      const asked = { title: 'Together', goesLive: { wall }, items: [english, ...others] };
      const answer = await cms.ask(publisher, 'POST', '/api/translation/release-set', asked);
      return ((await sound(answer)) as { id: string }).id;
    },
    /** The bundle's moment comes. */
    async moment(id: string): Promise<void> {
      const { bundleOf } = await import('../../cms/src/bundles/records.ts');
      const { goLive } = await import('../../cms/src/bundles/go-live.ts');
      const bundle = await bundleOf({ payload: cms.payload }, id);
      const came = await goLive(cms.payload, id, new Date(bundle?.goesLiveAt ?? ''));
      if (came !== 'live') throw new Error(`The bundle ${came}.`);
    },
    async remove({ document, kind }: Work): Promise<void> {
      const second = await cms.account('publisher', `second-${document}`);
      const path = `/api/${kind}/${document}/removal`;
      await sound(await cms.ask(publisher, 'POST', path, { reason: 'A court said so' }));
      await sound(await cms.ask(second, 'POST', `${path}/confirm`));
    },
    /** The collections that still know the document. */
    async keptOf({ document }: Work): Promise<readonly string[]> {
      const names = ['segment-keys', 'translation-segments', 'translation-tallies'];
      const known = [...names, 'translation-claims', 'translation-memory', 'comments'];
      const counts = await Promise.all(
        known.map((name) => db.connection.collection(name).countDocuments({ document })),
      );
      return known.filter((_name, at) => (counts[at] ?? 0) > 0);
    },
  };
}

function bodyOf(paragraphs: readonly string[]) {
  return tree(
    paragraphs.map((words) => ({ type: 'paragraph', version: 1, children: [text(words)] })),
  );
}
