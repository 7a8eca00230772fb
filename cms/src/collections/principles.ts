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
    earlier: {
      label: 'Earlier wordings',
      help: 'How it was said before this, oldest first. The page shows what changed, word by word, and why.',
      row: 'Wording',
      fields: {
        wording: { label: 'Wording', help: 'Exactly as it was.' },
        from: { label: 'From', help: 'The first day.' },
        until: { label: 'Until', help: 'The day on which the next wording took its place.' },
        reason: { label: 'Why it changed', help: 'What people said, and what we made of it.' },
        consultation: { label: 'Consultation', help: 'In which people were asked.' },
      },
    },
  },
});
