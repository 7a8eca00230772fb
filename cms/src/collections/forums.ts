import { kind } from '../fields/kind.ts';

export const forums = kind('forums', {
  singular: 'Parent forum',
  plural: 'Parent forums',
  group: 'Taking part',
  purpose: 'Where parents meet, what they raised, and what they were answered.',
  title: 'name',
  columns: ['name', 'standing', 'districts'],
  words: {
    name: { heading: 'The forum', label: 'Name', help: 'Such as "Swanley parent forum".' },
    standing: {
      label: 'Does it meet?',
      help: 'Where there is none yet, the page says how to start one.',
      choices: { meets: 'It meets', 'is-starting': 'It is starting', 'none-yet': 'None yet' },
    },
    area: { label: 'Area', help: 'In words: areas are not always districts.' },
    districts: { label: 'Districts', help: 'The districts that its area lies in.' },
    summary: { label: 'In short', help: 'Who comes and what it is like.' },
    howToJoin: { label: 'How to join', help: 'Or how to start one, where there is none yet.' },
    meets: {
      label: 'When it meets',
      help: 'Such as "once a term". Write each meeting as an event that names this forum: it then stands here by itself.',
      when: ({ standing }) => standing !== 'none-yet',
    },
    contact: {
      label: 'Contact',
      help: 'A telephone number or address from "Facts". There it is kept once: when it changes, every page follows.',
    },
    raised: {
      label: 'What it raised',
      help: 'And what it was answered. The newest is shown first, in whichever order you write.',
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
