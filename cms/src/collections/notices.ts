import words from '@charterpress/shared/strings/notices.json' with { type: 'json' };
import { kind } from '../fields/kind.ts';

export const notices = kind('notices', {
  singular: 'Urgent notice',
  plural: 'Urgent notices',
  group: 'Website',
  purpose:
    'What parents have to know today, on top of every page, until its end. The quickest way is "Urgent notice" on the desk.',
  title: 'slug',
  columns: ['slug', 'sentence', 'severity', 'ends'],
  words: {
    sentence: {
      label: 'Sentence',
      help: 'It is reviewed in every language already, so it needs no translator.',
      choices: words.sentences,
    },
    severity: {
      label: 'How serious it is',
      help: 'Readers see it as a word. The gravest notice stands first.',
      choices: words.severities,
    },
    about: {
      label: 'What it is about',
      help: 'The place, service or line, as a fact. Readers see its name.',
    },
    instead: {
      label: 'Where to turn',
      help: 'A fact with a number to ring or a place to go.',
    },
    text: {
      label: 'More, in English',
      help: 'One sentence. Every other language shows it marked as English.',
    },
    begins: { label: 'Begins', help: 'Leave it empty to begin at once.' },
    ends: { label: 'Ends', help: 'From then on no page shows it. 14 days at most.' },
    pages: {
      label: 'Pages it is about',
      help: 'They show it first, with the home pages. The rest of the site follows.',
    },
  },
});
