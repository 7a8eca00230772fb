import { kind } from '../fields/kind.ts';
import { attachmentWords, sensitiveWords } from './status.ts';

export const pages = kind('pages', {
  singular: 'Page',
  plural: 'Pages',
  group: 'Website',
  purpose: 'The home page, about, privacy: what is none of the other kinds.',
  title: 'title',
  columns: ['title', 'slug'],
  words: {
    title: { label: 'Title', help: 'What the page is about, in a few words.' },
    summary: {
      label: 'Summary',
      help: 'One or two sentences. They stand under the title and in search results.',
    },
    image: {
      label: 'Image',
      help: 'One picture at the top. Leave it empty unless it helps to understand.',
    },
    body: {
      label: 'Text',
      help: 'Short sentences. Facts such as telephone numbers go in with "Fact".',
    },
    attachments: attachmentWords,
    sensitive: sensitiveWords,
  },
});
