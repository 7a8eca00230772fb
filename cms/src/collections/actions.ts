import takingPart from '@charterpress/shared/strings/taking-part.json' with { type: 'json' };
import { kind } from '../fields/kind.ts';

export const actions = kind('actions', {
  singular: 'Action',
  plural: 'Actions',
  group: 'Charter',
  purpose: 'One action that keeps a pledge: who does it, by when, and how it is going.',
  title: 'title',
  columns: ['title', 'pledge', 'due'],
  worksOut: { label: takingPart.standing, cell: '/admin/worked-out-cells.tsx#StandingCell' },
  words: {
    title: {
      label: 'Title',
      help: 'What will be done, in one sentence that begins with what will happen.',
    },
    pledge: { label: 'Pledge', help: 'The pledge that it keeps.' },
    principles: { label: 'Principles', help: 'The principles it carries out.' },
    owner: { label: 'Who does it', help: 'A post or a team, never the name of a person.' },
    measure: { label: 'How we know it is done', help: 'What can be counted or seen.' },
    promisedOn: { label: 'Promised on', help: 'The day on which it was promised.' },
    due: {
      label: 'Due',
      help: 'The last day. The day after, pages call it late, unless a report says that it is done.',
    },
    reports: {
      label: 'Progress reports',
      help: 'Add one each time. A report that was published stays as it is: mend it by adding another.',
      row: 'Report',
      fields: {
        on: { label: 'On', help: 'The day that it speaks of.' },
        status: {
          label: 'How it is going',
          help: 'What the owner says. Pages say "late" by themselves after the due date.',
          choices: {
            'not-started': 'Not started',
            'on-track': 'On track',
            late: 'Late',
            done: 'Done',
          },
        },
        said: { label: 'What happened', help: 'In plain words, to a parent.' },
        evidence: { label: 'Evidence', help: 'What shows it.' },
      },
    },
  },
});
