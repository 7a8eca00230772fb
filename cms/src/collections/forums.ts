import { kind } from '../fields/kind.ts';

export const forums = kind('forums', {
  singular: 'Parent forum',
  plural: 'Parent forums',
  group: 'Taking part',
  purpose: 'Where parents meet, what they raised, and what they were answered.',
  title: 'name',
  columns: ['name', 'standing', 'districts'],
  words: {
    name: { label: 'Name', help: 'Such as "Swanley parent forum".' },
    standing: {
      label: 'Standing',
      help: 'Where there is none yet, the page says how to start one.',
      choices: { meets: 'It meets', 'is-starting': 'It is starting', 'none-yet': 'None yet' },
    },
    area: { label: 'Area', help: 'In words: areas are not always districts.' },
    districts: { label: 'Districts', help: 'The districts that its area lies in.' },
    summary: { label: 'In short', help: 'Who comes and what it is like.' },
    howToJoin: { label: 'How to join', help: 'Or how to start one, where there is none yet.' },
    meets: { label: 'When it meets', help: 'Such as "once a term". The meetings are events.' },
    contact: { label: 'Contact', help: 'A fact, so that a new number is written once.' },
    raised: {
      label: 'What it raised',
      help: 'And what it was answered.',
      row: 'Matter',
      fields: {
        on: { label: 'On', help: 'The day on which it was raised.' },
        said: { label: 'What parents said', help: 'In their words, without names.' },
        answeredOn: { label: 'Answered on', help: 'Leave it empty until there is an answer.' },
        answer: { label: 'The answer', help: 'What was done, or why it was not.' },
        answeredBy: { label: 'Answered by', help: 'A post or a team, never a name.' },
        outcome: { label: 'Outcome', help: 'What came of it, if there is a page of it.' },
      },
    },
  },
});
