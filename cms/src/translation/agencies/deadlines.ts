/** Until when somebody outside is to send a translation back, and who that is: a record of each document and language. */
import type { CollectionConfig, CollectionSlug, Payload, PayloadRequest } from 'payload';
import { inLedger } from '../../publishing/ledger.ts';
import { hiddenRecord } from '../../publishing/records.ts';
import { session, type Within } from '../../transaction.ts';
import type { Subject, Translation } from '../records.ts';

const DEADLINES = 'translation-deadlines' as CollectionSlug;

export const translationDeadlines: CollectionConfig = {
  slug: DEADLINES,
  ...hiddenRecord('due'),
  fields: [
    { name: 'kind', type: 'text', required: true },
    { name: 'document', type: 'text', required: true },
    { name: 'language', type: 'text', required: true },
    { name: 'due', type: 'text', required: true },
    { name: 'agency', type: 'text' },
    { name: 'by', type: 'text', required: true },
    { name: 'at', type: 'text', required: true },
  ],
  indexes: [{ fields: ['document', 'language'], unique: true }],
};

export type Deadline = {
  /** A day: `2026-05-31`. */
  readonly due: string;
  /** Whoever translates it. */
  readonly agency: string | null;
  readonly by: string;
  readonly at: string;
};

/** `null` takes it away: the translation is back, or nobody outside does it. */
export function setDeadline(
  req: PayloadRequest,
  of: Translation,
  said: Pick<Deadline, 'due' | 'agency'> | null,
): Promise<Deadline | null> {
  const by = String(req.user?.email);
  return inLedger(req.payload, async (ledger) => {
    const { document, kind, language } = of;
    const within = await session(ledger.req);
    const about = { kind, document, language, by, sequence: null, digest: null };
    if (said === null) {
      await rows(req.payload).deleteOne({ document, language }, within);
      await ledger.note({ ...about, did: 'took away the day a translation is due', reason: null });
      return null;
    }
    const deadline = { ...said, by, at: ledger.at };
    await rows(req.payload).updateOne(
      { document, language },
      { $set: { kind, ...deadline } },
      { upsert: true, ...within },
    );
    const reason = said.agency === null ? said.due : `${said.due}, ${said.agency}`;
    await ledger.note({ ...about, did: 'set the day a translation is due', reason });
    return deadline;
  });
}

/** By `document/language`, as far as there are any. */
export async function deadlinesIn(
  req: Within,
  languages: readonly string[],
): Promise<ReadonlyMap<string, Deadline>> {
  const found = await rows(req.payload)
    .find({ language: { $in: [...languages] } }, await session(req))
    .toArray();
  return new Map(
    found.map(({ agency, at, by, document, due, language }) => [
      `${document}/${language}`,
      { due, agency, by, at },
    ]),
  );
}

/** In the transaction of the removal. */
export async function eraseDeadlines(req: PayloadRequest, { document }: Subject): Promise<void> {
  await rows(req.payload).deleteMany({ document }, await session(req));
}

function rows(payload: Payload) {
  return payload.db.connection.collection<Translation & Deadline>(DEADLINES);
}
