import { kind } from '../fields/kind.ts';

export const interfaceWords = kind('interface-words', {
  singular: 'Words of the site',
  plural: 'Words of the site',
  group: 'Website',
  purpose:
    'Words in menus, buttons and notices that you say otherwise than they come with the site. Translators find them in their work like any text.',
  title: 'slug',
  columns: ['slug'],
  words: {
    words: {
      label: 'Words',
      help: 'One row for each word that is to be said otherwise. Every other word stays as it is.',
      row: 'Word',
      fields: {
        key: {
          label: 'Key',
          help: 'Its name in shared/src/strings/en.json, such as nav.guides. A word that counts has a row for each form: guide.parts_one, guide.parts_few, guide.parts_other.',
        },
        word: {
          label: 'What the site says',
          help: 'In English. Keep what stands in double braces, such as {{date}}: the site fills it in.',
        },
      },
    },
  },
});
