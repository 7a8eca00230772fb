import takingPart from '@charterpress/shared/strings/taking-part.json' with { type: 'json' };
import { kind } from '../fields/kind.ts';

export const consultations = kind('consultations', {
  singular: 'Consultation',
  plural: 'Consultations',
  group: 'Taking part',
  purpose:
    'What people are asked, and when. Pages say by themselves whether it is coming, open, closed or reporting.',
  title: 'title',
  columns: ['title', 'reportsBy', 'reportedOn'],
  worksOut: { label: takingPart.stage, cell: '/admin/worked-out-cells.tsx#StageCell' },
  words: {
    title: {
      heading: 'What it is about',
      label: 'Title',
      help: 'Best as a question, such as "When should children’s centres be open?".',
    },
    summary: { label: 'In short', help: 'What is asked, and why it matters, in plain words.' },
    body: { label: 'Before you answer', help: 'What people need to know before they answer.' },
    phases: {
      heading: 'Who is asked what, and when',
      label: 'Phases',
      help: 'One row for each group that is asked by itself.',
      row: 'Phase',
      fields: {
        name: { label: 'Name', help: 'Such as "Summer: parents".' },
        asks: {
          label: 'Who is asked',
          help: 'Two phases that ask the same people cannot overlap.',
          choices: {
            'officers-and-agencies': 'Officers and agencies',
            parents: 'Parents and carers',
            'young-people': 'Young people',
            everyone: 'Everyone',
          },
        },
        opens: { label: 'Opens', help: 'The first day.' },
        closes: { label: 'Closes', help: 'The last day. It is open until midnight.' },
        ways: { label: 'How to take part', help: 'Such as by post, by telephone, at a meeting.' },
      },
    },
    questions: {
      label: 'Questions',
      help: 'As they are put to people.',
      row: 'Question',
      fields: {
        question: { label: 'Question', help: 'One question.' },
        about: { label: 'More about it', help: 'What people need to know to answer it.' },
      },
    },
    subjects: {
      label: 'Documents it asks about',
      help: 'Strategies, pledges, guides and others: each shows that people are asked about it.',
    },
    contact: {
      label: 'Contact',
      help: 'A telephone number or address from "Facts". There it is kept once: when it changes, every page follows.',
    },
    reportsBy: {
      heading: 'What comes of it',
      label: 'Answer promised by',
      help: 'The day by which people will be told what came of it. Your desk reminds you.',
    },
    reportedOn: {
      label: 'Answered on',
      help: 'The day on which people were told. Write an outcome for each answer first: they stand on the page.',
    },
    report: { label: 'What came of it', help: 'What was said, and what changed.' },
    attachments: { label: 'Documents', help: 'PDF documents with an accessible equivalent.' },
  },
});
