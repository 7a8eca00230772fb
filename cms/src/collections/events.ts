import { kind } from '../fields/kind.ts';

const offers = { yes: 'Yes', 'on-request': 'If you ask', no: 'No' } as const;

export const events = kind('events', {
  singular: 'Event',
  plural: 'Events',
  group: 'Taking part',
  purpose:
    'A meeting of a forum, "Meet the parents", an open day. Pages say by themselves when it is over.',
  title: 'title',
  columns: ['title', 'type', 'begins', 'districts'],
  words: {
    title: { label: 'Title', help: 'What it is.' },
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
    begins: { label: 'Begins', help: 'The time of a clock in London.' },
    ends: { label: 'Ends', help: 'The time of a clock in London.' },
    cancelled: {
      label: 'Cancelled',
      help: 'Tick this and publish: its page and calendars say so.',
    },
    forum: { label: 'Forum', help: 'The forum that meets.' },
    consultation: { label: 'Consultation', help: 'The consultation that it is part of.' },
    place: { label: 'Place', help: 'Its address and access come along.' },
    online: { label: 'Online at', help: 'A web address, with https:// in front.' },
    districts: { label: 'Districts', help: 'Whom it is for.' },
    stepFree: {
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
    bookBy: { label: 'Book by', help: 'The last day, if people have to book.' },
    contact: { label: 'Contact', help: 'A fact, so that a new number is written once.' },
    cameBySector: {
      label: 'Who came',
      help: 'Afterwards: how many from which sector.',
      row: 'Sector',
      fields: {
        sector: { label: 'Sector', help: 'Such as "parents", "schools", "health".' },
        people: { label: 'How many', help: 'A number.' },
      },
    },
    whatCameOfIt: {
      label: 'What came of it',
      help: 'Afterwards: what people said and what follows.',
    },
  },
});
