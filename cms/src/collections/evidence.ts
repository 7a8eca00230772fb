import { kind } from '../fields/kind.ts';

export const evidence = kind('evidence', {
  singular: 'Piece of evidence',
  plural: 'Evidence',
  group: 'Strategy',
  purpose: 'A background document, research or figures, with a summary that anyone can read.',
  title: 'title',
  columns: ['title', 'type', 'publishedOn'],
  words: {
    title: { label: 'Title', help: 'As it was published.' },
    type: {
      label: 'Type',
      help: 'What it is.',
      choices: {
        'background-document': 'Background document',
        research: 'Research',
        figures: 'Figures',
        'what-parents-said': 'What parents said',
      },
    },
    author: { label: 'Published by', help: 'An organisation.' },
    publishedOn: { label: 'Published on', help: 'The day, or the first day of its year.' },
    summary: { label: 'In short', help: 'What it says, in plain words.' },
    findings: { label: 'What it found', help: 'For readers who cannot use the document itself.' },
    web: { label: 'Web address', help: 'Where it can be read, with https:// in front.' },
    attachments: { label: 'Documents', help: 'PDF documents with an accessible equivalent.' },
    supports: { label: 'Used for', help: 'What stands on it.' },
  },
});
