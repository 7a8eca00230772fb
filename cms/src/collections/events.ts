import { kind } from '../fields/kind.ts';
import { sensitiveWords } from './status.ts';

const offers = { yes: 'Yes', 'on-request': 'If you ask', no: 'No' } as const;

export const events = kind('events', {
  singular: 'Event',
  plural: 'Events',
  group: 'Taking part',
  purpose:
    'A meeting of a forum, "Meet the parents", an open day. Pages say by themselves when it is over.',
  title: 'title',
  columns: ['title', 'type', 'begins', 'districts'],
  newestFirst: 'begins',
  words: {
    title: {
      heading: 'What it is',
      label: 'Title',
      help: 'As it would stand on a poster. Its day and place are added.',
    },
    type: {
      label: 'Type',
      help: 'What sort of event it is.',
      choices: {
        'forum-meeting': 'Forum meeting',
        'meet-the-parents': 'Meet the parents',
        consultation: 'Consultation',
        'open-day': 'Open day',
        workshop: 'Workshop',
      },
    },
    summary: { label: 'In short', help: 'What happens there, in one or two sentences.' },
    body: { label: 'About it', help: 'What to bring, what will be talked about.' },
    begins: {
      heading: 'When and where',
      label: 'Begins',
      help: 'The time of a clock in London. The page says by itself that it is over.',
    },
    ends: { label: 'Ends', help: 'The time of a clock in London.' },
    cancelled: {
      label: 'Cancelled',
      help: 'Tick this and publish: its page and calendars say so.',
    },
    forum: { label: 'Forum', help: 'The forum that meets. It then stands on its page.' },
    consultation: {
      label: 'Consultation',
      help: 'The consultation that it is part of. It then stands on its page.',
    },
    place: { label: 'Place', help: 'Its address and access come along.' },
    online: { label: 'Online at', help: 'A web address, with https:// in front.' },
    districts: {
      label: 'Districts',
      help: 'Whose families it is for: it stands in the lists and the calendars of these districts.',
    },
    stepFree: {
      heading: 'Can everybody come?',
      label: 'Step-free',
      help: 'Leave it empty if nobody has looked.',
      choices: offers,
    },
    interpreters: {
      label: 'Interpreters',
      help: 'Leave it empty if you are not sure.',
      choices: offers,
    },
    childcare: {
      label: 'Childcare',
      help: 'Whether someone looks after the children. Leave it empty if you are not sure.',
      choices: offers,
    },
    bookBy: {
      label: 'Book by',
      help: 'The last day, if people have to book. Leave it empty if they just come.',
    },
    contact: {
      label: 'Contact',
      help: 'A telephone number or address from "Facts". There it is kept once: when it changes, every page follows.',
    },
    cameBySector: {
      heading: 'Afterwards',
      label: 'Who came',
      help: 'How many from which sector.',
      row: 'Sector',
      fields: {
        sector: { label: 'Sector', help: 'Such as "parents", "schools", "health".' },
        people: { label: 'How many', help: 'A number.' },
      },
    },
    whatCameOfIt: {
      label: 'What came of it',
      help: 'What people said and what follows.',
    },
    sensitive: { ...sensitiveWords, heading: 'Keeping people safe' },
  },
});
