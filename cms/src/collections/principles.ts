import { kind } from '../fields/kind.ts';
import { statusWords } from './status.ts';

export const principles = kind('principles', {
  singular: 'Principle',
  plural: 'Principles',
  group: 'Charter',
  purpose: 'One of the principles that all support for parents stands on.',
  title: 'statement',
  columns: ['number', 'statement', 'status'],
  words: {
    number: {
      label: 'Number',
      help: 'Its number in the strategy. It is the address, such as /principles/7/.',
    },
    statement: { label: 'Statement', help: 'The principle itself, in one or two sentences.' },
    meaning: { label: 'What it means', help: 'What changes for a parent because of it.' },
    status: {
      label: 'Status',
      help: 'How far this wording has come. Readers see it beside the number.',
      choices: statusWords,
    },
  },
});
