import { kind } from '../fields/kind.ts';
import { sensitiveWords } from './status.ts';

export const organisations = kind('organisations', {
  singular: 'Organisation',
  plural: 'Organisations',
  group: 'Services',
  purpose: 'Who runs services: a council, a health trust, a charity, a partnership of schools.',
  title: 'name',
  columns: ['name', 'type'],
  words: {
    name: { label: 'Name', help: 'As it stands on its own door.' },
    summary: { label: 'What it does', help: 'In one or two sentences, to a parent.' },
    type: {
      label: 'Type',
      help: 'What sort of organisation it is.',
      choices: {
        council: 'Council',
        health: 'Health',
        'school-partnership': 'Partnership of schools',
        police: 'Police',
        charity: 'Charity',
        other: 'Other',
      },
    },
    web: { label: 'Web address', help: 'Its own site, with https:// in front.' },
    contact: {
      label: 'Contact',
      help: 'A telephone number or address from "Facts". There it is kept once: when it changes, every page follows.',
    },
    sensitive: sensitiveWords,
  },
});
