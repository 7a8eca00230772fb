/**
 * The public schema: editions and nothing else, read-only. Payload's own cannot be used: with the working copies left
 * out, its unions are empty and every query fails. So the query fields of the edition collections are taken out of it,
 * with arguments that can only ask what an index answers.
 */
import { type Kind, kindNames, kinds, singularOf } from '@charterpress/shared/domain/kinds.ts';
import { configToSchema } from '@payloadcms/graphql';
import {
  GraphQLBoolean,
  GraphQLEnumType,
  type GraphQLFieldConfig,
  type GraphQLFieldConfigMap,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql';
import type { PayloadRequest, SanitizedConfig } from 'payload';
import { editionsOf, filters } from '../fields/edition.ts';
import { currentOnly, type Where } from './current.ts';
import { feedField } from './feed.ts';
import { inBounds } from './limits.ts';

/** What every resolver gets. */
export type Context = { readonly req: PayloadRequest };

type QueryField = GraphQLFieldConfig<unknown, Context>;

export function publicSchema(config: SanitizedConfig): GraphQLSchema {
  const taken = editionFields(config);
  const fields: GraphQLFieldConfigMap<unknown, Context> = {};
  for (const kind of kindNames) {
    const name = `${singularOf[kind]}Edition`;
    fields[name] = oneEdition(taken, name);
    fields[`${name}s`] = manyEditions(taken, kind);
  }
  const types = kindNames.map((kind) => editionType(taken, `${singularOf[kind]}Edition`));
  fields.Feed = feedField(types);
  return new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Query', fields }) });
}

type Taken = Readonly<Record<string, QueryField>>;

function editionFields(config: SanitizedConfig): Taken {
  const slugs: readonly string[] = kindNames.map(editionsOf);
  const collections = config.collections.filter(({ slug }) => slugs.includes(slug));
  const { schema } = configToSchema({ ...config, collections, globals: [] } as SanitizedConfig);
  return schema.getQueryType()?.toConfig().fields ?? {};
}

function oneEdition(taken: Taken, name: string): QueryField {
  const field = fieldNamed(taken, name);
  return { ...field, args: { id: { type: new GraphQLNonNull(GraphQLID) } } };
}

function manyEditions(taken: Taken, kind: Kind): QueryField {
  const { resolve, ...field } = fieldNamed(taken, `${singularOf[kind]}Editions`);
  return {
    ...field,
    // One refusal refuses the whole query: half an answer would look like all there is.
    type: new GraphQLNonNull(field.type as GraphQLObjectType),
    args: {
      limit: { type: new GraphQLNonNull(GraphQLInt), description: 'How many to read, 1 to 200.' },
      page: { type: GraphQLInt, description: 'Which page of them, from 1.' },
      sort: { type: order },
      where: { type: conditionsOf(kind) },
      current: {
        type: GraphQLBoolean,
        defaultValue: true,
        description:
          'Only what readers see: the newest edition of each document in each language, while it is published. `false` asks for the history too.',
      },
    },
    resolve: async (source, { current, ...asked }, context, at) => {
      const args = withFilters(inBounds(asked));
      if (current === false) return resolve?.(source, args, context, at);
      const where = await currentOnly(context.req.payload, kind, args.where);
      return resolve?.(source, { ...args, where }, context, at);
    },
  };
}

function editionType(taken: Taken, name: string): GraphQLObjectType {
  const { type } = fieldNamed(taken, name);
  if (type instanceof GraphQLObjectType) return type;
  throw new Error(`The GraphQL field ${name} does not answer an object, so no feed can hold it.`);
}

function fieldNamed(taken: Taken, name: string): QueryField {
  const field = taken[name];
  if (field !== undefined) return field;
  throw new Error(
    `Payload made no GraphQL field ${name}. Check the graphQL names of the edition collection in cms/src/fields/kind.ts.`,
  );
}

const order = new GraphQLEnumType({
  name: 'EditionOrder',
  values: { oldestFirst: { value: 'sequence' }, newestFirst: { value: '-sequence' } },
});

const texts = new GraphQLInputObjectType({
  name: 'TextCondition',
  fields: {
    equals: { type: GraphQLString },
    in: { type: new GraphQLList(new GraphQLNonNull(GraphQLString)) },
  },
});

const sequences = new GraphQLInputObjectType({
  name: 'SequenceCondition',
  fields: {
    equals: { type: GraphQLInt },
    greater_than: { type: GraphQLInt },
    less_than: { type: GraphQLInt },
  },
});

/** Indexed fields only, all of them to be met: what cannot be said here cannot be asked. */
const head = {
  document: { type: texts },
  slug: { type: texts },
  language: { type: texts },
  action: { type: texts },
  sequence: { type: sequences },
};

const conditions = new GraphQLInputObjectType({ name: 'EditionConditions', fields: head });

/** Some kinds can be asked for by where they are, whom they are for and what they are about: one of several has to fit. */
function conditionsOf(kind: Kind): GraphQLInputObjectType {
  const own = filters.filter((name) => Object.hasOwn(kinds[kind], name));
  if (own.length === 0) return conditions;
  return new GraphQLInputObjectType({
    name: `${singularOf[kind]}EditionConditions`,
    fields: { ...head, ...Object.fromEntries(own.map((name) => [name, { type: texts }])) },
  });
}

type Asked = { readonly where?: Where | null };

/** What can be asked for stands within the content. */
function withFilters<Args extends Asked>(args: Args): Args & { readonly where: Where } {
  const where = Object.entries(args.where ?? {}).map(([name, condition]) => {
    const isFilter = filters.some((one) => one === name);
    return [isFilter ? `content.${name}` : name, condition];
  });
  return { ...args, where: Object.fromEntries(where) };
}
