/**
 * The editor for rich text: only what parents need, and what `proseFromLexical` in shared knows. Headings h2 to h4,
 * lists, tables, links, bold, italic, callouts, and facts in the line. No colours, alignment, uploads or pasted styles.
 */
import { pathOf } from '@charterpress/shared/domain/addresses.ts';
import { kindNames } from '@charterpress/shared/domain/kinds.ts';
import { tones } from '@charterpress/shared/domain/prose.ts';
import {
  BlocksFeature,
  BoldFeature,
  EXPERIMENTAL_TableFeature,
  FixedToolbarFeature,
  HeadingFeature,
  ItalicFeature,
  LinkFeature,
  lexicalEditor,
  OrderedListFeature,
  ParagraphFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical';
import type { Block, CollectionSlug } from 'payload';

/** The kinds a reader can be sent to: those with pages of their own. */
const linkable = kindNames.filter((kind) => pathOf({ kind, slug: 'any', language: 'en' }) !== null);

const toneWords = {
  information: 'Information',
  important: 'Important',
  warning: 'Warning',
} as const;

const fact: Block = {
  slug: 'fact',
  labels: { singular: 'Fact', plural: 'Facts' },
  admin: { components: { Label: '/admin/fact-label.tsx#FactLabel' } },
  fields: [
    {
      name: 'fact',
      type: 'relationship',
      relationTo: 'facts',
      label: 'Fact',
      admin: {
        description:
          'Readers see what the fact says on the day they read. Change it once, and every page follows.',
      },
    },
  ],
};

const callout: Block = {
  slug: 'callout',
  labels: { singular: 'Callout', plural: 'Callouts' },
  admin: { disableBlockName: true },
  fields: [
    {
      name: 'tone',
      type: 'select',
      label: 'How loudly it speaks',
      defaultValue: 'information',
      options: tones.map((value) => ({ value, label: toneWords[value] })),
      admin: { description: 'Keep "Warning" for danger to a child or for money that can be lost.' },
    },
    {
      name: 'text',
      type: 'richText',
      label: 'What it says',
      editor: lexicalEditor({
        features: [
          FixedToolbarFeature(),
          ...inTheLine(),
          ...lists(),
          BlocksFeature({ inlineBlocks: [fact] }),
        ],
      }),
    },
  ],
};

export const proseEditor = lexicalEditor({
  features: [
    FixedToolbarFeature(),
    HeadingFeature({ enabledHeadingSizes: ['h2', 'h3', 'h4'] }),
    ...lists(),
    ...inTheLine(),
    BlocksFeature({ blocks: [callout], inlineBlocks: [fact] }),
    // Of what it offers, joining cells is hidden in desk.css, and refused where a paste brings it.
    EXPERIMENTAL_TableFeature(),
  ],
});

function lists() {
  return [UnorderedListFeature(), OrderedListFeature()];
}

function inTheLine() {
  return [
    ParagraphFeature(),
    BoldFeature(),
    ItalicFeature(),
    LinkFeature({
      enabledCollections: [...linkable] as CollectionSlug[],
      disableAutoLinks: true,
      fields: ({ defaultFields }) =>
        defaultFields.filter((field) => !('name' in field) || field.name !== 'newTab'),
    }),
  ];
}
