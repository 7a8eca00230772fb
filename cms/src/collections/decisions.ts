import { kind } from '../fields/kind.ts';

export const decisions = kind('decisions', {
  singular: 'Decision',
  plural: 'Decisions',
  group: 'Strategy',
  purpose: 'What a board or group was asked, and what it decided.',
  title: 'title',
  columns: ['title', 'madeBy', 'on', 'result'],
  words: {
    title: { label: 'Title', help: 'What was before them.' },
    madeBy: { label: 'Board or group', help: 'Who was asked.' },
    on: { label: 'On', help: 'The day of the meeting.' },
    reference: { label: 'Reference', help: 'The number of the paper or the minute.' },
    classification: {
      label: 'Classification',
      help: 'Who may read the papers.',
      choices: { public: 'Public', 'partly-public': 'Public in part', 'not-public': 'Not public' },
    },
    subjects: { label: 'About', help: 'What it was about.' },
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
    decided: { label: 'In their words', help: 'The decision as it was minuted, in plain words.' },
  },
});
