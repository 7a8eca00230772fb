/** Answers one public GraphQL request. Whatever is refused is refused before anything is read. */
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  Kind,
  OperationTypeNode,
  parse,
  validate,
} from 'graphql';
import { createLocalReq, type Payload, type PayloadRequest } from 'payload';
import { z } from 'zod';
import { rules } from './limits.ts';
import { publicSchema } from './public-schema.ts';

/** In bytes. The query that reads everything is about a tenth of it. */
const LARGEST_BODY = 64 * 1024;
/** The press asks the same all day, and whoever reads the open data does. */
const MOST_KEPT = 20;
/** That query has 366. What is nested thousands deep would overflow the stack before any rule reads it. */
const MOST_TOKENS = 2000;

const form = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});
type Query = z.infer<typeof form>;

let schema: GraphQLSchema | null = null;
/** Queries that passed every rule, by their text; the one that was asked last is the last. */
const passed = new Map<string, DocumentNode>();

export async function answerGraphQL(request: Request, payload: Payload): Promise<Response> {
  schema ??= publicSchema(payload.config);
  const asked = await readQuery(request);
  if (asked instanceof Response) return asked;
  const document = passed.get(asked.query) ?? readDocument(schema, asked.query);
  if (!('kind' in document)) return refuse(400, document);
  keep(asked.query, document);
  const result = await execute({
    schema,
    document,
    variableValues: asked.variables ?? {},
    operationName: asked.operationName ?? null,
    contextValue: { req: await publicRequest(payload) },
  });
  return answerWith(result, payload);
}

async function readQuery(request: Request): Promise<Query | Response> {
  if (request.method !== 'POST') {
    return refuse(405, ['Send the query by POST.'], { allow: 'POST' });
  }
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) {
    return refuse(415, [
      'Send the query as JSON, with the header "Content-Type: application/json".',
    ]);
  }
  const text = await readBody(request);
  if (text === null) {
    return refuse(413, [`The query is larger than ${LARGEST_BODY} bytes. Ask in several queries.`]);
  }
  return queryFrom(text);
}

function queryFrom(text: string): Query | Response {
  const body = jsonFrom(text);
  if (body === undefined) return refuse(400, ['The body is not JSON. Send {"query": "..."}.']);
  if (Array.isArray(body)) return refuse(400, ['Send one query at a time, not a list of them.']);
  const read = form.safeParse(body);
  if (read.success) return read.data;
  return refuse(400, [
    'Send {"query": "...", "variables": {...}, "operationName": "..."}: the query a text, the others if needed.',
  ]);
}

function jsonFrom(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // JSON.parse throws nothing but that it is not JSON.
    return undefined;
  }
}

/** Stops reading at the limit, whatever the request says of its length. */
async function readBody(request: Request): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > LARGEST_BODY) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function keep(query: string, document: DocumentNode): void {
  passed.delete(query);
  passed.set(query, document);
  const [oldest] = passed.keys();
  if (passed.size > MOST_KEPT && oldest !== undefined) passed.delete(oldest);
}

function readDocument(
  against: GraphQLSchema,
  query: string,
): DocumentNode | readonly (GraphQLError | string)[] {
  const document = parsed(query);
  if (document instanceof GraphQLError) return [document];
  const writes = document.definitions.some(
    (each) => each.kind === Kind.OPERATION_DEFINITION && each.operation !== OperationTypeNode.QUERY,
  );
  if (writes)
    return ['This API is read-only. Send a query: there are no mutations or subscriptions.'];
  const errors = validate(against, document, rules, { maxErrors: 10 });
  return errors.length > 0 ? errors : document;
}

function parsed(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query, { maxTokens: MOST_TOKENS });
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

/** Nobody's request: whoever is signed in reads no more here than everyone. */
async function publicRequest(payload: Payload): Promise<PayloadRequest> {
  return createLocalReq({ req: { payloadAPI: 'GraphQL' } as Partial<PayloadRequest> }, payload);
}

function answerWith(result: ExecutionResult, payload: Payload): Response {
  const { data, errors } = result;
  if (errors === undefined) return json(200, { data });
  const ours = errors.filter(isFailure);
  for (const error of ours) payload.logger.error({ err: error.originalError, msg: 'GraphQL' });
  const status = ours.length > 0 ? 500 : 400;
  return json(data == null ? status : 200, { errors: errors.map(formatted), data: data ?? null });
}

/** An error that our code did not mean: what it says may give away what nobody published. */
function isFailure(error: GraphQLError): boolean {
  const cause = error.originalError;
  return cause !== undefined && !(cause instanceof GraphQLError);
}

function formatted(error: GraphQLError): GraphQLFormattedError {
  if (!isFailure(error)) return withoutSuggestion(error.toJSON());
  return { message: 'The CMS could not read this. Its log says why.', path: error.path ?? [] };
}

/** GraphQL helps whoever guesses names: "Did you mean ...?" */
function withoutSuggestion(error: GraphQLFormattedError): GraphQLFormattedError {
  return { ...error, message: error.message.replace(/\s*Did you mean [\s\S]*$/, '') };
}

function refuse(
  status: number,
  errors: readonly (GraphQLError | string)[],
  headers: Readonly<Record<string, string>> = {},
): Response {
  const said = errors.map((each) =>
    typeof each === 'string' ? { message: each } : formatted(each),
  );
  return json(status, { errors: said }, headers);
}

function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store', ...headers } });
}
