/** The JSON Schema of the twins, made from the shapes of the kinds: it cannot say another thing than they hold. */
import { pathOf } from '@charterpress/shared/domain/addresses.ts';
import { type Kind, kindNames, kinds } from '@charterpress/shared/domain/kinds.ts';
import type { Field, Shape } from '@charterpress/shared/domain/shape.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';

/** The number changes when something that is there today would go or mean something else. */
export const SCHEMA_PATH = '/open-data/schema/page-1.json';

type Json = Readonly<Record<string, unknown>>;

const text = { type: 'string' };
const address = { type: 'string', format: 'uri' };
const moment = { type: 'string', format: 'date-time' };
const said = orNull(object({ text, language: text }));
const files = list(object({ address, type: text, width: number(), height: number() }));

/** Of every kind whose documents have pages. */
export function twinSchema(site: string): Json {
  const shown = kindNames.filter(hasPages);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: site + SCHEMA_PATH,
    title: 'A page of this site as data',
    description:
      'Beside the page of a document, or of a list of them, stands the same as JSON, at the address of the page with .json for its last slash. It may be read from any site; use it under the licence that it names. Rich text is HTML.',
    oneOf: [
      ...lists.map((name) => ({ $ref: `#/$defs/${name}` })),
      ...shown.map((kind) => ({ $ref: `#/$defs/${kind}` })),
    ],
    $defs: {
      list: list_(),
      ways: leadingOn,
      changes: changes(),
      ...Object.fromEntries(shown.map((kind) => [kind, documentOf(kind)])),
      reference,
      fact,
      media,
    },
  };
}

function hasPages(kind: Kind): boolean {
  return pathOf({ kind, slug: 'any', language: SOURCE_LANGUAGE }) !== null;
}

const head = {
  $schema: address,
  address,
  language: { ...text, description: 'The language of the page, as a BCP 47 tag.' },
  publisher: text,
  licence: object({ name: text, address }),
};

/** As in the addresses of the lists of services. */
const ways = ['a-z', 'district', 'worry', 'age', 'carer', 'tier'];

function list_(): Json {
  const entry = { document: text, title: text, summary: orNull(text), language: text };
  return object({
    ...head,
    listOf: { enum: kindNames.filter(hasPages) },
    filter: {
      ...orNull(object({ by: { enum: ways }, value: orNull(text) })),
      description: 'By what they were chosen; null where these are all there are.',
    },
    next: { ...orNull(address), description: 'Where the list goes on.' },
    documents: list(object({ ...entry, address, data: address })),
  });
}

/** What leads on alone, such as from an outcode to the districts that it may be in. */
const leadingOn = object({
  ...head,
  title: text,
  groups: list(
    object({ title: text, links: list(object({ title: text, address, data: address })) }),
  ),
});

function changes(): Json {
  const change = object({
    kind: { enum: kindNames.filter(hasPages) },
    document: text,
    title: text,
    edition: number(),
    told: { ...text, description: 'What parents were told.' },
    published: moment,
    updated: { ...moment, description: 'When the words were put right last.' },
    address,
    data: address,
  });
  const next = { ...orNull(address), description: 'Where what was told before stands.' };
  return object({ ...head, title: text, changes: list(change), next });
}

const lists = ['list', 'ways', 'changes'];

function documentOf(kind: Kind): Json {
  return object({
    ...head,
    kind: { const: kind },
    document: { ...text, description: 'The same in every language and for ever.' },
    title: text,
    edition: object({
      number: number(),
      digest: { type: 'string', pattern: '^[0-9a-f]{64}$' },
      published: moment,
      firstPublished: moment,
      madeFromEnglishEdition: orNull(number()),
    }),
    standing: { enum: ['current', 'behind', 'withdrawn'] },
    behind: orNull(
      object({
        since: { ...moment, description: 'When the English moved on.' },
        unsafe: {
          type: 'boolean',
          description: 'The translation is not safe to show: the text is the English one.',
        },
        fields: list(text),
      }),
    ),
    textLanguage: text,
    direction: { enum: ['ltr', 'rtl'] },
    languages: list(object({ language: text, address, data: address })),
    content: contentOf(kinds[kind]),
  });
}

function contentOf(shape: Shape): Json {
  return object(
    Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, valueIn(field)])),
  );
}

function valueIn(field: Field): Json {
  switch (field.holds) {
    case 'prose':
      return orNull({ ...text, contentMediaType: 'text/html' });
    case 'number':
      return orNull(number());
    case 'day':
      return orNull({ type: 'string', format: 'date' });
    case 'moment':
      return orNull(moment);
    case 'choice':
      return orNull({ enum: field.of });
    case 'several':
      return list({ enum: field.of });
    case 'districts':
      return list(text);
    case 'yes':
      return { type: 'boolean' };
    case 'one':
      return orNull(referenceTo(field.kinds));
    case 'many':
      return list(referenceTo(field.kinds));
    case 'rows': {
      const { properties } = contentOf(field.fields);
      return list(object({ id: text, ...(properties as Json) }));
    }
    case 'file':
      return files;
    default:
      return orNull(text);
  }
}

function referenceTo(of: readonly string[]): Json {
  const names = new Set(of.map((kind) => (isPlain(kind) ? kind : 'reference')));
  return { anyOf: [...names].map((name) => ({ $ref: `#/$defs/${plainNames[name] ?? name}` })) };
}

const plainNames: Readonly<Record<string, string>> = { facts: 'fact', media: 'media' };

function isPlain(kind: string): boolean {
  return Object.hasOwn(plainNames, kind);
}

const reference = object({ kind: text, document: text, title: said, address: orNull(address) });
const fact = object({
  ...{ kind: { const: 'facts' }, document: text, label: said, value: said },
  ...{ telephone: orNull(text), email: orNull(text), web: orNull(address) },
});
const media = object({
  ...{ kind: { const: 'media' }, document: text, alternativeText: orNull(text) },
  files,
});

/** Everything that can be there is there: what is not known is `null`. */
function object(properties: Json): Json {
  const required = Object.keys(properties);
  return { type: 'object', properties, required, additionalProperties: false };
}

function list(items: Json): Json {
  return { type: 'array', items };
}

function number(): Json {
  return { type: 'number' };
}

function orNull(schema: Json): Json {
  return { anyOf: [schema, { type: 'null' }] };
}
