import { kind } from '../fields/kind.ts';

export const decisions = kind('decisions', {
  singular: 'Decision',
  plural: 'Decisions',
  group: 'Strategy',
  purpose: 'What a board or group was asked, and what it decided.',
  title: 'title',
  columns: ['title', 'madeBy', 'on', 'result'],
  newestFirst: 'on',
  words: {
    title: {
      label: 'Title',
      help: 'What was decided or asked, in a few words, such as "The strategy is approved".',
    },
    madeBy: { label: 'Board or group', help: 'Who was asked.' },
    on: { label: 'Day of the meeting', help: 'A day that is still to come is shown as such.' },
    reference: { label: 'Reference', help: 'The number of the paper or the minute.' },
    classification: {
      label: 'Classification',
      help: 'Who may read the papers.',
      choices: { public: 'Public', 'partly-public': 'Public in part', 'not-public': 'Not public' },
    },
    subjects: {
      label: 'Documents it was about',
      help: 'Each of them shows this decision.',
    },
    asked: {
      label: 'Asked to',
      help: 'What they were asked to do.',
      choices: {
        note: 'Note',
        'give-views': 'Give views',
        endorse: 'Endorse',
        approve: 'Approve',
      },
    },
    result: {
      label: 'What they did',
      help: 'Leave it empty until the meeting was held.',
      choices: {
        noted: 'Noted',
        'gave-views': 'Gave views',
        endorsed: 'Endorsed',
        approved: 'Approved',
        'approved-with-changes': 'Approved with changes',
        refused: 'Refused',
        deferred: 'Deferred',
      },
    },
    decided: {
      label: 'What was decided',
      help: 'As it was minuted, in plain words.',
    },
  },
});
