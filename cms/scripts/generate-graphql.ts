/** The public schema in its own language, the query that reads everything by it, and the types of what that answers. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import {
  buildSchema,
  type GraphQLField,
  GraphQLObjectType,
  type GraphQLSchema,
  GraphQLUnionType,
  getNamedType,
  isLeafType,
  parse,
  printSchema,
  validate,
  validateSchema,
} from 'graphql';
import type { SanitizedConfig } from 'payload';
import { root } from '../src/env.ts';
import { OUTLINE } from '../src/fields/outline.ts';
import { publicSchema } from '../src/graphql/public-schema.ts';

const schemaFile = 'shared/schema.graphql';
const queryFile = 'site/press/feed.graphql';
const typesFile = 'site/press/feed.generated.ts';

/** In this order: each file is made from the one before. */
export function graphqlSteps(config: SanitizedConfig) {
  return [
    { writes: schemaFile, write: () => writeText(schemaFile, schemaText(config)) },
    { writes: queryFile, write: async () => writeText(queryFile, feedQuery(await readSchema())) },
    { writes: typesFile, write: async () => writeText(typesFile, await queryTypes()) },
  ];
}

/** Throws what is wrong with the schema instead of writing one that no client can read. */
export function schemaText(config: SanitizedConfig): string {
  const schema = publicSchema(config);
  const [wrong] = validateSchema(schema);
  if (wrong !== undefined) throw wrong;
  return `# Made by \`npm run generate\` from the kinds in shared/src/domain/kinds.ts. What the public API answers.\n\n${printSchema(schema)}\n`;
}

/** The query that asks for everything that every edition in the feed keeps. */
export function feedQuery(schema: GraphQLSchema): string {
  const union = schema.getType('FeedEdition');
  if (!(union instanceof GraphQLUnionType))
    throw new Error(`${schemaFile} has no union FeedEdition.`);
  const types = union.getTypes();
  const spreads = types.map((type) => `      ...${type.name}Whole`);
  const fragments = types.map(
    (type) => `fragment ${type.name}Whole on ${type.name} {\n${selection(type, '  ')}\n}\n`,
  );
  return [
    '# Made by `npm run generate` from shared/schema.graphql: everything in the feed.',
    'query Feed($after: Int!, $limit: Int!) {',
    '  Feed(after: $after, limit: $limit) {',
    '    head',
    '    editions {',
    '      __typename',
    ...spreads,
    '    }',
    '  }',
    '}',
    '',
    ...fragments,
  ].join('\n');
}

function selection(type: GraphQLObjectType, indent: string): string {
  return Object.values(type.getFields())
    .filter(({ name }) => name !== OUTLINE)
    .map((field) => selected(field, indent))
    .join('\n');
}

function selected(field: GraphQLField<unknown, unknown>, indent: string): string {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return `${indent}${field.name}`;
  if (!(type instanceof GraphQLObjectType)) {
    throw new Error(
      `The feed's query cannot select ${field.name}: it is neither a value nor a group.`,
    );
  }
  return `${indent}${field.name} {\n${selection(type, `${indent}  `)}\n${indent}}`;
}

async function queryTypes(): Promise<string> {
  const schema = await readSchema();
  const document = parse(await readText(queryFile));
  const [wrong] = validate(schema, document);
  if (wrong !== undefined) throw wrong;
  const types = await codegen({
    filename: typesFile,
    schema: parse(printSchema(schema)),
    documents: [{ location: queryFile, document }],
    config: {},
    plugins: [{ operations: { scalars: { JSON: 'unknown' } } }],
    pluginMap: { operations },
  });
  return `/** Made by \`npm run generate\` from ${schemaFile} and ${queryFile}. */\n${types}`;
}

async function readSchema(): Promise<GraphQLSchema> {
  return buildSchema(await readText(schemaFile));
}

function readText(file: string): Promise<string> {
  return readFile(path.join(root, file), 'utf8');
}

function writeText(file: string, text: string): Promise<void> {
  return writeFile(path.join(root, file), text);
}
