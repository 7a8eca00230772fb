/** The feed: every edition in the order of its sequence, without gaps. The press reads the whole site by it. */
import { type Kind, kindNames, singularOf } from '@charterpress/shared/domain/kinds.ts';
import {
  GraphQLError,
  type GraphQLFieldConfig,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLUnionType,
} from 'graphql';
import type { Payload } from 'payload';
import { editionsOf } from '../fields/edition.ts';
import { readHead } from '../publishing/ledger.ts';
import { inBounds } from './limits.ts';
import type { Context } from './public-schema.ts';

type FeedEdition = { readonly kind: Kind; readonly sequence: number };
type Feed = { readonly head: number; readonly editions: readonly FeedEdition[] };

export function feedField(
  types: readonly GraphQLObjectType[],
): GraphQLFieldConfig<unknown, Context> {
  const edition = new GraphQLUnionType({
    name: 'FeedEdition',
    types,
    resolveType: ({ kind }: FeedEdition) => `${singularOf[kind]}Edition`,
  });
  const feed = new GraphQLObjectType({
    name: 'Feed',
    fields: {
      head: {
        type: new GraphQLNonNull(GraphQLInt),
        description: 'The sequence of the newest edition there is.',
      },
      editions: {
        type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(edition))),
        description: 'The editions after `after`, in order, without gaps.',
      },
    },
  });
  return {
    type: new GraphQLNonNull(feed),
    args: {
      after: { type: new GraphQLNonNull(GraphQLInt), description: 'A sequence; 0 for the start.' },
      limit: { type: new GraphQLNonNull(GraphQLInt), description: 'How many to read, 1 to 200.' },
    },
    resolve: (_source, args, { req }) => {
      const { after, limit } = inBounds(args as { after: number; limit: number });
      return readFeed(req.payload, { after, limit });
    },
  };
}

/** Reads at most `limit` editions. Throws when one of them is missing: half a feed would be half a site. */
export async function readFeed(
  payload: Payload,
  { after, limit }: { after: number; limit: number },
): Promise<Feed> {
  if (after < 0)
    throw new GraphQLError(`"after" is ${after}. Give a sequence, or 0 for the start.`);
  // The head first: whatever it counts is committed, and what is committed after it is read next time.
  const head = (await readHead(payload)).sequence;
  const last = Math.min(after + limit, head);
  if (last <= after) return { head, editions: [] };
  const editions = await editionsBetween(payload, after, last);
  if (editions.length === last - after) return { head, editions };
  throw new GraphQLError(
    `The feed has ${editions.length} editions after ${after} up to ${last}, and ${last - after} were published. Nothing may be published from it: restore the database from its last backup.`,
  );
}

/** One query over all kinds: sequences have no gaps, so each kind is asked for its part of the range and no more. */
async function editionsBetween(
  payload: Payload,
  after: number,
  last: number,
): Promise<readonly FeedEdition[]> {
  const [first, ...others] = kindNames;
  if (first === undefined) return [];
  const part = (kind: Kind) => [
    { $match: { sequence: { $gt: after, $lte: last } } },
    { $set: { kind, id: { $toString: '$_id' } } },
  ];
  return payload.db.connection
    .collection(editionsOf(first))
    .aggregate<FeedEdition>([
      ...part(first),
      ...others.map((kind) => ({ $unionWith: { coll: editionsOf(kind), pipeline: part(kind) } })),
      { $sort: { sequence: 1 } },
    ])
    .toArray();
}
