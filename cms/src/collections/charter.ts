import { kind } from '../fields/kind.ts';
import { statusWords } from './status.ts';

export const charter = kind('charter', {
  singular: "Parent's Charter",
  plural: "Parent's Charters",
  group: 'Charter',
  purpose: 'What the trust promises parents, and since when. An older charter keeps its page.',
  title: 'title',
  columns: ['title', 'version', 'status', 'inForceFrom'],
  words: {
    title: { label: 'Title', help: 'The name parents know it by.' },
    introduction: {
      label: 'Introduction',
      help: 'Who made these promises, with whom, and what a parent can do with them.',
    },
    version: { label: 'Version', help: 'As it is named in papers, such as "2" or "2007".' },
    status: {
      label: 'Status',
      help: 'How far this wording has come. Readers see it beside the title.',
      choices: statusWords,
    },
    adoptedOn: { label: 'Adopted on', help: 'The day the trust decided on this wording.' },
    inForceFrom: { label: 'In force from', help: 'The first day it counts.' },
    inForceTo: {
      label: 'In force to',
      help: 'The last day it counted. Leave it empty while it does.',
    },
    replaces: { label: 'Replaces', help: 'The charter before this one, if there was one.' },
    pledges: {
      label: 'Pledges',
      help: 'The promises, in the order in which parents read them. Drag them to reorder.',
    },
  },
});
