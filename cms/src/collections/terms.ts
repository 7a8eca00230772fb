import { kind } from '../fields/kind.ts';
import { languageNames } from './language-names.ts';
import { sensitiveWords } from './status.ts';

export const terms = kind('terms', {
  singular: 'Term',
  plural: 'Terms',
  group: 'Charter',
  purpose:
    'A word of the common language: what it means, and how each language writes it. Texts and translations are checked against the published terms.',
  title: 'term',
  columns: ['term', 'plainMeaning', 'staysLatin'],
  words: {
    term: {
      label: 'Term',
      help: 'The English wording, as it stands in the middle of a sentence, in the singular: "parent support adviser".',
    },
    plainMeaning: { label: 'What it means', help: 'In one or two plain sentences, to a parent.' },
    professionalMeaning: {
      label: 'What professionals mean by it',
      help: 'The definition that partners agreed on. Leave it empty if it is the same.',
    },
    staysLatin: {
      label: 'A name that stays in Latin letters',
      help: 'Tick this for a name that people have to find or say, such as "Home-Start": no translation may write it otherwise.',
    },
    wordings: {
      label: 'Wordings',
      help: 'How languages write it, and what nobody may write for it. English may have forbidden wordings too: editors are told of them.',
      row: 'Wording',
      fields: {
        language: {
          label: 'Language',
          help: 'The language of this wording.',
          choices: languageNames,
        },
        use: {
          label: 'Use',
          help: 'A translation with a forbidden wording cannot be reviewed, whatever the English says.',
          choices: { approved: 'Approved', forbidden: 'Forbidden' },
        },
        wording: {
          label: 'Wording',
          help: 'In its plainest form: endings are recognised.',
        },
      },
    },
    sensitive: sensitiveWords,
  },
});
