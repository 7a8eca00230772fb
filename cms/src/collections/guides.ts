import { kind } from '../fields/kind.ts';
import { attachmentWords, audienceWords, sensitiveWords } from './status.ts';

export const guides = kind('guides', {
  singular: 'Guide',
  plural: 'Guides',
  group: 'Help for parents',
  purpose:
    'A service explained to parents: what it is, who it is for, how to get it, what happens.',
  title: 'title',
  columns: ['title', 'slug', 'audience'],
  words: {
    title: {
      label: 'Title',
      help: 'What parents would call it, not what the service calls itself.',
    },
    summary: {
      label: 'Summary',
      help: 'One or two sentences. They stand under the title, in lists and in search results.',
    },
    audience: { label: 'Audience', help: 'Whom the guide speaks to.', choices: audienceWords },
    sensitive: sensitiveWords,
    image: {
      label: 'Image',
      help: 'One picture at the top. Leave it empty unless it helps to understand.',
    },
    parts: {
      label: 'Parts',
      help: 'Each part is a page of its own. Answer one question in each.',
      row: 'Part',
      fields: {
        slug: {
          label: 'Address of the part',
          help: 'Small letters, digits and hyphens, such as "how-to-get-it". The same in every language.',
        },
        title: { label: 'Title of the part', help: 'The question it answers, in a few words.' },
        body: {
          label: 'Text',
          help: 'Short sentences. Facts such as telephone numbers go in with "Fact".',
        },
        attachments: attachmentWords,
      },
    },
    principles: { label: 'Principles', help: 'The principles this service stands on.' },
  },
});
