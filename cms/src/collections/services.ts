import { kind } from '../fields/kind.ts';
import type { FormValues } from '../fields/words.ts';
import { languageNames } from './language-names.ts';
import { openingWords, stepFreeWords, tierWords } from './opening-words.ts';
import { sensitiveWords } from './status.ts';

const isFromAgeToAge = ({ ages }: FormValues) => ages === 'from-to';

export const services = kind('services', {
  singular: 'Service',
  plural: 'Services',
  group: 'Services',
  purpose:
    'Help that families can have. Leave empty what nobody has checked: readers are told to ask, and never that it is free.',
  title: 'name',
  columns: ['name', 'organisation', 'districts', 'checkedOn'],
  words: {
    name: { heading: 'What it is', label: 'Name', help: 'What people call it.' },
    summary: { label: 'In short', help: 'What it is, in one or two sentences, to a parent.' },
    body: { label: 'What happens', help: 'What a parent meets, step by step.' },
    organisation: { label: 'Run by', help: 'The organisation that answers for it.' },
    contacts: {
      label: 'Contacts',
      help: 'Telephone numbers and addresses from "Facts". There they are kept once: when one changes, every page follows.',
    },
    web: { label: 'Web address', help: 'A page about this service, with https:// in front.' },
    forWhom: {
      heading: 'Whom it is for',
      label: 'Is it for me?',
      help: 'Who can have it, in plain words.',
    },
    ages: {
      label: 'Ages',
      help: 'Leave it empty if you do not know: readers are told to ask.',
      choices: { 'every-age': 'Every age', 'from-to': 'From one age to another' },
    },
    fromAge: {
      label: 'From age',
      help: 'The child’s age in years. 0 is from birth.',
      when: isFromAgeToAge,
    },
    toAge: {
      label: 'To age',
      help: 'The child’s age in years, included. It may be above 18.',
      when: isFromAgeToAge,
    },
    carers: {
      label: 'For whom above all',
      help: 'Tick only whom it is meant for. Leave it empty if it is for every family.',
      choices: {
        'adoptive-parents': 'Adoptive parents',
        dads: 'Dads',
        'foster-carers': 'Foster carers',
        grandparents: 'Grandparents',
        'kinship-carers': 'Kinship carers',
        'lone-parents': 'Lone parents',
        'parents-of-disabled-children': 'Parents of disabled children',
        'step-parents': 'Step-parents',
        'young-parents': 'Young parents',
      },
    },
    topics: {
      label: 'Worries',
      help: 'What a parent who needs it would say is wrong. Parents find services by these.',
      choices: {
        'babies-and-toddlers': 'Babies and toddlers',
        behaviour: 'Behaviour',
        bullying: 'Bullying',
        childcare: 'Childcare',
        disability: 'Disability',
        'domestic-abuse': 'Violence at home',
        'drugs-and-alcohol': 'Drugs and alcohol',
        health: 'Health',
        housing: 'Housing',
        'learning-english': 'Learning English',
        'mental-health': 'Mental health',
        money: 'Money',
        safety: 'Safety',
        school: 'School',
        separation: 'Separation',
        teenagers: 'Teenagers',
        'work-and-training': 'Work and training',
      },
    },
    tiers: {
      label: 'Tiers of need',
      help: 'At which tiers it helps. Leave it empty if nobody has decided.',
      choices: tierWords,
    },
    cost: {
      heading: 'What it costs, and how to get it',
      label: 'Cost',
      help: 'Leave it empty if you are not sure: the page then says "ask about cost", never "free".',
      choices: {
        free: 'Free',
        'some-of-it-costs': 'Some of it costs',
        costs: 'It costs',
      },
    },
    price: {
      label: 'Price',
      help: 'From "Facts", of the type "price".',
      when: ({ cost }) => cost === 'costs' || cost === 'some-of-it-costs',
    },
    costNote: { label: 'More about cost', help: 'Help with cost, what to bring.' },
    referral: {
      label: 'Who refers',
      help: 'Whether someone has to send the family. Leave it empty if you are not sure.',
      choices: {
        nobody: 'Nobody: just come or ring',
        anyone: 'The family or anyone who works with it',
        'a-professional': 'A professional',
      },
    },
    referralNote: { label: 'How to be referred', help: 'Whom to ask, and what happens then.' },
    wait: { label: 'How long is the wait', help: 'As it was when it was last checked.' },
    everywhere: {
      heading: 'Where and when',
      label: 'For the whole area',
      help: 'Tick this if it serves every district. Otherwise choose districts.',
    },
    districts: {
      label: 'Districts',
      help: 'Where it is offered. Leave it empty if its places say so.',
      when: ({ everywhere }) => everywhere !== true,
    },
    places: { label: 'Places', help: 'Where it happens. Their addresses and access come along.' },
    atHome: { label: 'At home', help: 'Tick this if someone comes to the family.' },
    ...openingWords,
    transport: { label: 'How to get there', help: 'Only what its places do not say.' },
    languages: {
      heading: 'Can everybody use it?',
      label: 'Languages spoken',
      help: 'Which languages the people there speak.',
      choices: languageNames,
    },
    interpreters: {
      label: 'Interpreters',
      help: 'Leave it empty if you are not sure.',
      choices: { yes: 'Always there', 'on-request': 'If you ask', no: 'No' },
    },
    stepFree: stepFreeWords,
    access: { label: 'More about access', help: 'Only what its places do not say.' },
    whoWillKnow: {
      label: 'Who will know',
      help: 'What stays between the family and the service, and what cannot.',
    },
    lasting: {
      heading: 'How sure we are of this',
      label: 'Lasting or a pilot',
      help: 'Whether it is here to stay.',
      choices: { lasting: 'Here to stay', pilot: 'A pilot' },
    },
    pilotEnds: {
      label: 'The pilot ends on',
      help: 'The last day, if it is a pilot.',
      when: ({ lasting }) => lasting === 'pilot',
    },
    checkedOn: {
      label: 'Checked on',
      help: 'When someone last asked whether all this is so. After six months readers are warned, after twelve it leaves the lists.',
    },
    checkedBy: { label: 'Checked by', help: 'A role, as in "directory officer". Never a name.' },
    sensitive: { ...sensitiveWords, heading: 'Keeping people safe' },
    guides: {
      heading: 'What belongs to it',
      label: 'Guides',
      help: 'The guides that explain it.',
    },
    principles: { label: 'Principles', help: 'The principles it carries out.' },
  },
});
