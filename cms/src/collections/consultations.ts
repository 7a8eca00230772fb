import { kind } from '../fields/kind.ts';

export const consultations = kind('consultations', {
  singular: 'Consultation',
  plural: 'Consultations',
  group: 'Taking part',
  purpose:
    'What people are asked, and when. Pages say by themselves whether it is coming, open, closed or reporting.',
  title: 'title',
  columns: ['title', 'reportsBy', 'reportedOn'],
  words: {
    title: { label: 'Title', help: 'What it is about.' },
    summary: { label: 'In short', help: 'What is asked, and why it matters, in plain words.' },
    body: { label: 'About it', help: 'What people need to know before they answer.' },
    phases: {
      label: 'Phases',
      help: 'Who is asked when. It opens with the first day and closes at the end of the last.',
      row: 'Phase',
      fields: {
        name: { label: 'Name', help: 'Such as "Summer: parents".' },
        asks: {
          label: 'Who is asked',
          help: 'One row for each group that is asked by itself.',
          choices: {
            'officers-and-agencies': 'Officers and agencies',
            parents: 'Parents and carers',
            'young-people': 'Young people',
            everyone: 'Everyone',
          },
        },
        opens: { label: 'Opens', help: 'The first day.' },
        closes: { label: 'Closes', help: 'The last day. It is open until midnight.' },
        ways: { label: 'How to take part', help: 'By post, by telephone, at a meeting.' },
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
    subjects: { label: 'About', help: 'The documents that it asks about.' },
    contact: { label: 'Contact', help: 'A fact, so that a new number is written once.' },
    reportsBy: { label: 'Reports by', help: 'When people will be told what came of it.' },
    reportedOn: { label: 'Reported on', help: 'When people were told.' },
    report: { label: 'What came of it', help: 'What was said, and what changed.' },
    attachments: { label: 'Documents', help: 'PDF documents with an accessible equivalent.' },
  },
});
