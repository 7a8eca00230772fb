import { kind } from '../fields/kind.ts';

export const facts = kind('facts', {
  singular: 'Fact',
  plural: 'Facts',
  group: 'Help for parents',
  purpose:
    'A contact, number, price or opening time. Texts refer to it, so that a change here reaches every page.',
  title: 'label',
  columns: ['label', 'type', 'telephone', 'expires'],
  words: {
    type: {
      label: 'What it is',
      help: 'It decides how pages show it.',
      choices: {
        contact: 'Contact',
        number: 'Number',
        price: 'Price',
        'opening-time': 'Opening time',
      },
    },
    label: { label: 'Name', help: 'What readers see: the name of the line, office or thing.' },
    telephone: { label: 'Telephone', help: 'As people dial it from here, such as 01632 960123.' },
    email: { label: 'E-mail', help: 'An address that somebody reads on working days.' },
    web: { label: 'Web address', help: 'In full, beginning with https://.' },
    value: {
      label: 'In words',
      help: 'The number, price or opening time, such as "Monday to Friday, 9am to 5pm". Leave it empty if it is not known: readers are told so.',
    },
    confirmedBy: { label: 'Confirmed by', help: 'The post or organisation that said it is right.' },
    confirmedOn: { label: 'Confirmed on', help: 'The day they said so. Readers see it.' },
    expires: {
      label: 'Check again by',
      help: 'After this day readers are told that it may be out of date.',
    },
  },
});
