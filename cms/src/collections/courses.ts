import { kind } from '../fields/kind.ts';

export const courses = kind('courses', {
  singular: 'Course',
  plural: 'Courses',
  group: 'Services',
  purpose: 'Training for people who work with families.',
  title: 'title',
  columns: ['title', 'level', 'forWhom'],
  words: {
    title: { label: 'Title', help: 'As it stands on the certificate.' },
    summary: { label: 'In short', help: 'What people can do after it.' },
    body: { label: 'What it teaches', help: 'The parts of the course.' },
    provider: { label: 'Given by', help: 'The organisation that teaches it.' },
    accreditedBy: { label: 'Accredited by', help: 'The body that accredits it.' },
    level: { label: 'Level', help: 'Such as "level 3".' },
    forWhom: { label: 'For whom', help: 'Which roles it is for.' },
    length: { label: 'Length', help: 'Such as "six days over three months".' },
    howToBook: { label: 'How to book', help: 'Whom to ask, and by when.' },
    contact: {
      label: 'Contact',
      help: 'A telephone number or address from "Facts". There it is kept once: when it changes, every page follows.',
    },
    web: { label: 'Web address', help: 'With https:// in front.' },
    principles: { label: 'Principles', help: 'The principles it carries out.' },
  },
});
