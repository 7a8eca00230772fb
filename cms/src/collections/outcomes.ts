import { kind } from '../fields/kind.ts';

export const outcomes = kind('outcomes', {
  singular: 'Outcome',
  plural: 'Outcomes',
  group: 'Taking part',
  purpose:
    'We asked, you said, we did, or we did not, because. It stands on the pages it is about.',
  title: 'title',
  columns: ['title', 'answer', 'consultation'],
  words: {
    title: {
      heading: 'What it is about',
      label: 'Title',
      help: 'What it was about, in a few words.',
    },
    consultation: { label: 'Consultation', help: 'In which people were asked.' },
    principles: { label: 'Principles', help: 'The principles it is about.' },
    pledges: { label: 'Pledges', help: 'The pledges it is about.' },
    asked: {
      heading: 'What was asked and said',
      label: 'We asked',
      help: 'The question, and whom it was put to.',
    },
    said: { label: 'You said', help: 'What people answered, also what we did not like to hear.' },
    answer: {
      heading: 'What came of it',
      label: 'Was it done?',
      help: 'Whether we did what people asked for.',
      choices: { did: 'We did', 'did-in-part': 'We did in part', 'did-not': 'We did not' },
    },
    because: { label: 'What we did, or why not', help: 'Say what changed, or the reason.' },
    changedOn: {
      label: 'Changed on',
      help: 'The day since which it is so.',
      when: ({ answer }) => answer !== 'did-not',
    },
    before: {
      label: 'The wording before',
      help: 'Only where a wording changed: readers see word by word what is new.',
    },
    after: { label: 'The wording after', help: 'Only where a wording changed.' },
  },
});
