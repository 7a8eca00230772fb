import { kind } from '../fields/kind.ts';

export const settings = kind('settings', {
  singular: 'Settings',
  plural: 'Settings',
  group: 'Website',
  purpose: 'One document: what stands on every page. Publishing it renews the whole site.',
  title: 'slug',
  columns: ['helplines', 'footerPages'],
  words: {
    helplines: {
      label: 'Helplines',
      help: 'The contacts at the foot of every page, most urgent first.',
    },
    footerPages: {
      label: 'Pages at the foot',
      help: 'Links at the foot of every page, in this order.',
    },
    interpreterLine: {
      label: 'Interpreter line',
      help: 'Whom a parent calls to be helped in another language.',
    },
  },
});
