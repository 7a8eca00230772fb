/** Writing and reading comments over REST: whoever may read a document may say something about it. */
import { type Comment, openComments, translationOf } from '@charterpress/shared/domain/comments.ts';
import { hiddenCharacterIn } from '@charterpress/shared/domain/hidden.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { may } from '@charterpress/shared/roles.ts';
import words from '@charterpress/shared/strings/comments.json' with { type: 'json' };
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { rolesOf } from '../access/collections.ts';
import { namesOf } from '../admin/people.ts';
import { tellOfComment } from '../mail/steps.ts';
import { refuse } from '../publishing/asked.ts';
import { inLedger, type Ledger } from '../publishing/ledger.ts';
import { workingCopy } from '../publishing/publish.ts';
import { recordsOf } from '../translation/records.ts';
import { mayHere } from '../translation/who.ts';
import { COMMENTS, commentsOn, type Subject, writeComment } from './collection.ts';

/** A comment as a screen shows it. */
export type CommentShown = Omit<Comment, 'answers'> & {
  readonly name: string;
  readonly answers: readonly (Comment['answers'][number] & { readonly name: string })[];
};

export function commentEndpoints(kind: Kind): Endpoint[] {
  const to = (act: Act) => (req: PayloadRequest) => reading(kind, req, act);
  return [
    { path: '/:id/comments', method: 'get', handler: to(shown) },
    { path: '/:id/comments', method: 'post', handler: to(comment) },
    { path: '/:id/comments/:comment/answers', method: 'post', handler: to(answer) },
    { path: '/:id/comments/:comment/settled', method: 'post', handler: to(settle) },
  ];
}

type Act = (req: PayloadRequest, of: Subject) => Promise<Response>;

async function reading(kind: Kind, req: PayloadRequest, act: Act): Promise<Response> {
  if (!may(rolesOf(req), 'read', kind)) return refuse(403, desk.gate.notForYou);
  const of = { kind, document: String(req.routeParams?.id) };
  if ((await workingCopy(req, of)) === null) return refuse(404, words.refused.noDocument);
  return act(req, of);
}

const said = z
  .string()
  .trim()
  .min(1)
  .max(2000)
  .refine((text) => hiddenCharacterIn(text) === null);
const commentBody = z.strictObject({
  field: z
    .string()
    .regex(/^[\w.-]*$/)
    .max(200),
  text: said,
});
const answerBody = z.strictObject({ text: said });

async function comment(req: PayloadRequest, of: Subject): Promise<Response> {
  const body = commentBody.safeParse(await req.json?.().catch(() => null));
  if (!body.success) return refuse(400, words.refused.noWords);
  if (!maySpeakOf(req, body.data.field)) return refuse(403, desk.gate.notForYou);
  const by = String(req.user?.email);
  const to = await translatorsOf(req, of, body.data.field);
  await inLedger(req.payload, async (ledger) => {
    await writeComment(ledger, { of, by, ...body.data });
    await tellOfComment(ledger.req, { of, by, to });
  });
  return shown(req, of);
}

async function answer(req: PayloadRequest, of: Subject): Promise<Response> {
  const body = answerBody.safeParse(await req.json?.().catch(() => null));
  if (!body.success) return refuse(400, words.refused.noWords);
  const { text } = body.data;
  const by = String(req.user?.email);
  return change(req, { of, by, did: 'answered a comment' }, ({ answers }, at) => ({
    answers: [...answers, { by, at, text }],
  }));
}

async function settle(req: PayloadRequest, of: Subject): Promise<Response> {
  const by = String(req.user?.email);
  return change(req, { of, by, did: 'resolved a comment' }, (_comment, at) => ({
    settled: { by, at },
  }));
}

/** Of a segment in a language speaks who has that language, and whoever writes the English. */
function maySpeakOf(req: PayloadRequest, field: string): boolean {
  const on = translationOf(field);
  return on === null || mayHere(req, 'comment', on.language);
}

/** Whoever translated the segment that is spoken of. */
async function translatorsOf(
  req: PayloadRequest,
  of: Subject,
  field: string,
): Promise<readonly string[]> {
  const on = translationOf(field);
  if (on === null) return [];
  const { key, language } = on;
  const record = (await recordsOf(req, { ...of, language }, [key])).get(key);
  return [record?.work?.by, record?.pairs[0]?.translatedBy].filter((email) => email != null);
}

type Deed = { readonly of: Subject; readonly by: string; readonly did: string };

/** Changes an open comment. One that was settled meanwhile is not changed any more. */
async function change(
  req: PayloadRequest,
  deed: Deed,
  to: (comment: Comment, at: string) => Partial<Comment>,
): Promise<Response> {
  const id = String(req.routeParams?.comment);
  const about = (await commentsOn(req, deed.of)).find((each) => each.id === id)?.field ?? '';
  if (!maySpeakOf(req, about)) return refuse(403, desk.gate.notForYou);
  const isChanged = await inLedger(req.payload, async (ledger) => {
    const all = openComments(await commentsOn(ledger.req, deed.of));
    const open = all.find((each) => each.id === id);
    if (open === undefined) return false;
    const data = to(open, ledger.at);
    await req.payload.db.updateOne({ collection: COMMENTS, id, data, req: ledger.req });
    await note(ledger, deed);
    const spoke = [open.by, ...open.answers.map(({ by }) => by)];
    if (data.answers !== undefined) await tellOfComment(ledger.req, { ...deed, to: spoke });
    return true;
  });
  return isChanged ? shown(req, deed.of) : refuse(409, words.refused.settled);
}

/** The audit holds no texts: what was said stands in the comment, and goes with it. */
function note(ledger: Ledger, { by, did, of }: Deed): Promise<void> {
  const nothing = { language: null, sequence: null, digest: null, reason: null };
  return ledger.note({ ...of, ...nothing, by, did });
}

async function shown(req: PayloadRequest, of: Subject): Promise<Response> {
  const all = await commentsOn(req, of);
  const people = all.flatMap(({ answers, by }) => [by, ...answers.map((each) => each.by)]);
  const name = await namesOf(req.payload, people);
  const comments = all.map(
    (each): CommentShown => ({
      ...each,
      name: name(each.by),
      answers: each.answers.map((reply) => ({ ...reply, name: name(reply.by) })),
    }),
  );
  return Response.json({ comments });
}
