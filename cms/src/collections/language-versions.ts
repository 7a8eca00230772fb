import words from '@charterpress/shared/strings/language-versions.json' with { type: 'json' };
import { kind } from '../fields/kind.ts';

export const languageVersions = kind('language-versions', {
  singular: 'Easy Read, BSL or recording',
  plural: 'Easy Read, BSL and recordings',
  group: 'Website',
  purpose:
    'A text in another form. Readers find it beside the text, and are told when the text has moved on since.',
  title: 'slug',
  columns: ['slug', 'of', 'form', 'madeFrom'],
  words: {
    of: {
      label: 'The text',
      help: 'What it is a version of. Readers find it there.',
    },
    form: { label: 'Form', help: 'What readers get in place of the text.', choices: words.forms },
    madeFrom: {
      label: 'Made from edition',
      help: 'The number of the edition that it says the same as: see the tab History of the text. For a recording, the edition in its language. Once it was brought up to date, enter the newest.',
    },
    sentences: {
      label: 'Sentences',
      help: 'For Easy Read: short sentences of its own, each with a picture that says the same.',
      row: 'Sentence',
      fields: {
        section: {
          label: 'Section',
          help: 'What in the English it is about. When that changes, readers see it here.',
          choices: words.sections,
        },
        part: {
          label: 'Part',
          help: 'For a guide: the address of the part, such as what-it-costs.',
        },
        sentence: { label: 'Sentence', help: 'One idea, in words that everybody knows.' },
        picture: { label: 'Picture', help: 'It stands beside the sentence.' },
      },
    },
    recording: {
      label: 'Film or recording',
      help: 'From Media. A film in BSL has its captions and its transcript there.',
    },
    poster: { label: 'Poster', help: 'The picture that stands there before the film begins.' },
    spokenIn: {
      label: 'Spoken in',
      help: 'For a recording: the language of the text that is read out, such as en or pl.',
    },
    translatedBy: { label: 'Signed by', help: 'The registered person who translated it.' },
    translatorRegistration: {
      label: 'Registration of who signed it',
      help: 'The register and the number, such as NRCPD 1234567.',
    },
    checkedBy: { label: 'Checked by', help: 'Another registered person.' },
    checkerRegistration: {
      label: 'Registration of who checked it',
      help: 'The register and the number.',
    },
  },
});
