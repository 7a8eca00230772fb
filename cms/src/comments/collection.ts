/** Comments of staff on working copies. Written by the endpoints beside this file, and erased with their document. */
import type { Comment } from '@charterpress/shared/domain/comments.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import type {
  CollectionAfterDeleteHook,
  CollectionConfig,
  CollectionSlug,
  PayloadRequest,
} from 'payload';
import type { Ledger } from '../publishing/ledger.ts';
import { hiddenRecord } from '../publishing/records.ts';

export const COMMENTS = 'comments' as CollectionSlug;

export const comments: CollectionConfig = {
  slug: COMMENTS,
  ...hiddenRecord('field'),
  fields: [
    { name: 'kind', type: 'text', required: true },
    { name: 'document', type: 'text', required: true, index: true },
    { name: 'field', type: 'text' },
    { name: 'by', type: 'text', required: true },
    { name: 'at', type: 'text', required: true },
    { name: 'text', type: 'text', required: true },
    { name: 'answers', type: 'json' },
    { name: 'settled', type: 'json' },
  ],
};

export type Subject = { readonly kind: Kind; readonly document: string };

/** All comments on a document, oldest first. */
export async function commentsOn(
  req: PayloadRequest,
  { document, kind }: Subject,
): Promise<readonly Comment[]> {
  const { docs } = await req.payload.db.find<Comment>({
    collection: COMMENTS,
    where: { kind: { equals: kind }, document: { equals: document } },
    sort: 'at',
    limit: 0,
    pagination: false,
    req,
  });
  return docs.map(whole);
}

type Written = {
  readonly of: Subject;
  readonly by: string;
  readonly field: string;
  readonly text: string;
};

/** In the ledger's transaction. The audit holds no texts: what was said stands in the comment, and goes with it. */
export async function writeComment(ledger: Ledger, { by, field, of, text }: Written) {
  const { document, kind } = of;
  await ledger.req.payload.db.create({
    collection: COMMENTS,
    data: { kind, document, field, text, by, at: ledger.at, answers: [], settled: null },
    req: ledger.req,
    returning: false,
  });
  const nothing = { language: null, sequence: null, digest: null, reason: null };
  await ledger.note({ kind, document, ...nothing, by, did: 'commented' });
}

/** In the transaction of the request: the texts of comments quote the text that they are about. */
export async function eraseComments(req: PayloadRequest, { document }: Subject): Promise<void> {
  await req.payload.db.deleteMany({
    collection: COMMENTS,
    where: { document: { equals: document } },
    req,
  });
}

/** A working copy that is thrown away takes what was said about it along. */
export function eraseCommentsToo(kind: Kind): CollectionAfterDeleteHook {
  return ({ id, req }) => eraseComments(req, { kind, document: String(id) });
}

function whole(stored: Comment): Comment {
  const { answers, at, by, field, id, settled, text } = stored;
  return {
    ...{ at, by, text },
    id: String(id),
    field: field ?? '',
    answers: answers ?? [],
    settled: settled ?? null,
  };
}
