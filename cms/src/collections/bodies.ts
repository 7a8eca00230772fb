import { kind } from '../fields/kind.ts';

export const bodies = kind('bodies', {
  singular: 'Board or group',
  plural: 'Boards and groups',
  group: 'Strategy',
  purpose: 'A board, committee or group that is asked about what the trust does.',
  title: 'name',
  columns: ['name', 'type'],
  words: {
    name: { label: 'Name', help: 'Its full name.' },
    type: {
      label: 'Type',
      help: 'What sort of body it is.',
      choices: {
        board: 'Board',
        committee: 'Committee',
        'steering-group': 'Steering group',
        cabinet: 'Cabinet',
        partnership: 'Partnership',
      },
    },
    summary: { label: 'What it does', help: 'In one or two sentences, to a parent.' },
    meets: { label: 'When it meets', help: 'Such as "every three months".' },
    members: {
      label: 'Members',
      help: 'By role and whom they represent, never by name.',
      row: 'Member',
      fields: {
        role: { label: 'Role', help: 'As in "chair" or "parent representative".' },
        represents: { label: 'Represents', help: 'The group or organisation.' },
      },
    },
    howToRaise: {
      label: 'How to raise something',
      help: 'What a parent can do to be heard there.',
    },
    contact: { label: 'Contact', help: 'A fact, so that a new number is written once.' },
  },
});
