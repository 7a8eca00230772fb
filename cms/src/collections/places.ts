import { kind } from '../fields/kind.ts';
import { openingWords, stepFreeWords } from './opening-words.ts';
import { sensitiveWords } from './status.ts';

export const places = kind('places', {
  singular: 'Place',
  plural: 'Places',
  group: 'Services',
  purpose:
    'A school, children’s centre, clinic or hall. Its address is written here once: every service there follows.',
  title: 'name',
  columns: ['name', 'type', 'town', 'districts'],
  words: {
    name: { heading: 'What it is', label: 'Name', help: 'As it stands on its own sign.' },
    type: {
      label: 'Type',
      help: 'What sort of place it is.',
      choices: {
        school: 'School',
        'childrens-centre': 'Children’s centre',
        clinic: 'Clinic',
        library: 'Library',
        hall: 'Hall',
        office: 'Office',
      },
    },
    summary: { label: 'In short', help: 'What families find here.' },
    organisation: { label: 'Run by', help: 'The organisation that runs it.' },
    street: { heading: 'Where it is', label: 'Street', help: 'Number and street.' },
    town: { label: 'Town or village', help: 'Without the county.' },
    postcode: { label: 'Postcode', help: 'In capitals with a space, as in ZZ99 1AA.' },
    districts: { label: 'District', help: 'The one district it stands in.' },
    cluster: {
      when: ({ type }) => type === 'school' || type === 'childrens-centre',
      label: 'Cluster of schools',
      help: 'The name of the cluster, if it belongs to one.',
    },
    askFor: {
      heading: 'Going there',
      label: 'Whom to ask for here',
      help: 'The role, as in "the family liaison officer". Never the name of a person.',
    },
    contact: {
      label: 'Contact',
      help: 'A telephone number or address from "Facts". There it is kept once: when it changes, every page follows.',
    },
    transport: { label: 'How to get there', help: 'Bus, train, parking, a place for prams.' },
    stepFree: stepFreeWords,
    access: { label: 'More about access', help: 'Ramps, toilets, hearing loops, quiet rooms.' },
    ...openingWords,
    sensitive: sensitiveWords,
  },
});
