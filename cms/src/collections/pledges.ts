import { kind } from '../fields/kind.ts';

export const pledges = kind('pledges', {
  singular: 'Pledge',
  plural: 'Pledges',
  group: 'Charter',
  purpose: 'One promise of the charter, who answers for it, and what to do when it is not kept.',
  title: 'promise',
  columns: ['number', 'promise', 'answerable'],
  words: {
    number: {
      label: 'Number',
      help: 'Its number in the charter. It is part of the address, such as /charter/pledge-3/.',
    },
    promise: { label: 'Promise', help: 'One sentence that begins with "We will".' },
    meaning: { label: 'What it means for you', help: 'What a parent will notice when it is kept.' },
    answerable: {
      label: 'Who answers for it',
      help: 'A post or a team, never the name of a person.',
    },
    ifNotKept: {
      label: "What to do if we don't keep it",
      help: 'Whom to tell, how, and when they will answer.',
    },
    drawing: {
      label: 'Drawing',
      help: 'For people who look before they read. Take the one that comes nearest, or none.',
      choices: {
        listen: 'Two people, one of whom listens',
        words: 'An open book',
        near: 'A house on a map',
        welcome: 'An open door',
        together: 'Three people at a table',
        trained: 'A person with a mark of approval',
        facts: 'A sheet of facts',
        early: 'A seedling',
      },
    },
    principles: { label: 'Principles', help: 'The principles this promise comes from.' },
    guides: { label: 'Guides', help: 'The guides that explain the services it speaks of.' },
  },
});
