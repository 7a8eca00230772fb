import type { FormValues } from '../fields/words.ts';

/** The words for opening times, which places and services have alike. */
export const openingWords = {
  hours: {
    label: 'Opening times',
    help: 'One row for days that have the same hours. A pause at noon makes two rows. Readers see them as a sentence and as a table.',
    row: 'Hours',
    fields: {
      days: {
        label: 'Days',
        help: 'Every day on which these hours hold.',
        choices: {
          monday: 'Monday',
          tuesday: 'Tuesday',
          wednesday: 'Wednesday',
          thursday: 'Thursday',
          friday: 'Friday',
          saturday: 'Saturday',
          sunday: 'Sunday',
        },
      },
      opens: { label: 'Opens at', help: 'On the 24-hour clock, as in 09:00.' },
      closes: { label: 'Closes at', help: 'On the 24-hour clock, as in 17:30.' },
      weeks: {
        label: 'In which weeks',
        help: 'Most clubs are open in term time only: say so.',
        choices: {
          'every-week': 'Every week',
          'term-time': 'In term time',
          'school-holidays': 'In the school holidays',
        },
      },
    },
  },
  exceptions: {
    label: 'Days that are different',
    help: 'Holidays and the like: closed, or open at other times. Readers see them until they are over.',
    row: 'Different days',
    fields: {
      from: { label: 'From', help: 'The first day.' },
      to: { label: 'To', help: 'The last day. Leave it empty for a single day.' },
      closed: { label: 'Closed', help: 'Tick this, or write the hours of these days.' },
      opens: {
        label: 'Opens at',
        help: 'On the 24-hour clock, as in 09:00.',
        when: ({ closed }: FormValues) => closed !== true,
      },
      closes: {
        label: 'Closes at',
        help: 'On the 24-hour clock, as in 17:30.',
        when: ({ closed }: FormValues) => closed !== true,
      },
      why: { label: 'Why', help: 'In a few words: "bank holiday".' },
    },
  },
} as const;

export const stepFreeWords = {
  label: 'Step-free',
  help: 'Whether someone can get in with a pram or a wheelchair. Leave it empty if nobody has looked: readers are told to ask.',
  choices: { yes: 'Yes', partly: 'In part', no: 'No' },
} as const;

export const tierWords = {
  '1': 'Tier 1: for every family',
  '2': 'Tier 2: some extra help',
  '3': 'Tier 3: children in need',
  '4': 'Tier 4: children at risk of harm',
} as const;
