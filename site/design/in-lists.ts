/** What leads on to other pages. */

import { drawing } from '../src/components/drawing.ts';
import { type Drawing, families, largeDrawing, smallDrawing } from '../src/views/drawings.ts';
import { helpSteps } from '../src/views/help-steps.ts';
import { type Component, criteria, type Spoken } from './component.ts';

const { alternative, colourAlone, contrast, focus, headings, language, reflow, targets } = criteria;
const day = { text: '14 May 2026', moment: '2026-05-14' };

export const inLists: readonly Component[] = [
  {
    name: 'EntryList',
    about: 'A list of pages, each with what it is about.',
    states: (of) => [
      { name: 'with summaries', props: { entries: [entry(of, null), englishEntry(of)] } },
      { name: 'numbered', props: { entries: [entry(of, '7'), entry(of, '8')] } },
    ],
    criteria: [contrast, focus, targets, language, reflow],
  },
  {
    name: 'PromiseList',
    about: 'The promises of a charter, in its order.',
    states: (of) => [
      {
        name: 'with drawings, and without',
        props: { promises: [promise(of, smallDrawing('listen')), promise(of, null)] },
      },
    ],
    criteria: [contrast, focus, targets, alternative],
  },
  {
    name: 'ServiceList',
    about: 'Services, each with where it is.',
    states: (of) => [
      { name: 'checked', props: { entries: [service(of, null)] } },
      {
        name: 'not checked for long',
        props: { entries: [service(of, of.words('services.checked.tag'))] },
      },
    ],
    criteria: [contrast, focus, targets, colourAlone, language],
  },
  {
    name: 'ActionList',
    about: 'What is done to keep a promise, and how that stands.',
    states: (of) => [
      {
        name: 'as it can stand',
        props: {
          entries: (['on-track', 'late', 'done', 'not-started'] as const).map((is) => ({
            ...of.link('progress.action'),
            standing: { is, words: of.words(`progress.standing.${is}`) },
            due: day,
          })),
        },
      },
    ],
    criteria: [contrast, focus, targets, colourAlone],
  },
  {
    name: 'taking-part/ConsultationList',
    about: 'What is asked, and how long one can answer.',
    states: (of) => [
      { name: 'open, coming and over', props: { entries: consultations(of), nothing: null } },
      {
        name: 'nothing asked',
        props: { entries: [], nothing: of.words('consultation.nothingOpen') },
      },
    ],
    criteria: [contrast, focus, targets, colourAlone],
  },
  {
    name: 'taking-part/EventList',
    about: 'Meetings, the day first.',
    states: (of) => [
      { name: 'as planned, and called off', props: { entries: events(of), nothing: '' } },
      { name: 'none', props: { entries: [], nothing: of.words('changes.none') } },
    ],
    criteria: [contrast, focus, targets, colourAlone, language],
  },
  {
    name: 'RelatedLinks',
    about: 'Pages about the same, in groups.',
    states: (of) => [
      {
        name: 'in this language, and only in English',
        props: {
          related: [
            {
              title: of.words('home.guides'),
              links: [of.link('nav.guides'), of.linkToEnglish('Extended schools')],
            },
          ],
        },
      },
    ],
    criteria: [contrast, focus, targets, headings, language],
  },
  {
    name: 'Rulings',
    about: 'Decisions: who was asked, what they said, when.',
    states: (of) => [
      {
        name: 'one',
        props: {
          rulings: {
            title: of.words('progress.decisions'),
            all: [
              {
                link: of.linkToEnglish('The charter is approved'),
                on: day,
                said: [of.english('Children’s trust board')],
              },
            ],
          },
        },
      },
    ],
    criteria: [contrast, focus, headings, language],
  },
  {
    name: 'StepLinks',
    about: 'To the page before and the page after.',
    states: (of) => {
      const step = { word: of.words('nav.home'), link: of.link('nav.guides') };
      const label = of.words('nav.label');
      return [
        { name: 'in the middle', props: { steps: { label, previous: step, next: step } } },
        { name: 'at the beginning', props: { steps: { label, previous: null, next: step } } },
      ];
    },
    criteria: [contrast, focus, targets],
  },
  {
    name: 'AlsoIn',
    about: 'The same in Easy Read and in signing.',
    states: (of) => [
      {
        name: 'in Easy Read',
        props: {
          also: {
            label: of.words('version.also'),
            links: [{ href: '#main', hreflang: 'en-x-easyread', name: 'Easy Read' }],
          },
        },
      },
    ],
    criteria: [contrast, focus, targets],
  },
  {
    name: 'HelpSteps',
    about: 'How to get help, in four steps.',
    states: (of) => [{ name: 'as on every front page', props: { steps: helpSteps(of) } }],
    criteria: [contrast, headings, alternative, reflow],
  },
  {
    name: 'drawing',
    about: 'Our own drawings, beside words.',
    states: () => [
      { name: 'beside a line', html: drawing(smallDrawing('near')) },
      { name: 'beside a heading', html: drawing(largeDrawing('together')) },
      { name: 'in the place of a picture', html: drawing(families) },
    ],
    criteria: [alternative],
  },
];

function entry(of: Spoken, number: string | null) {
  const link = of.link(number === null ? 'nav.guides' : 'nav.principles');
  return { ...link, document: 'one', summary: of.said('principle.intro'), number };
}

function englishEntry(of: Spoken) {
  const summary = of.english('Schools that offer more than lessons.');
  return { ...of.linkToEnglish('Extended schools'), document: 'other', summary, number: null };
}

function promise(of: Spoken, shown: Drawing | null) {
  return { ...of.link('home.charter'), number: '1', drawing: shown };
}

function service(of: Spoken, tag: string | null) {
  const where = of.english('Ashford, Swale');
  return { ...of.link('services.title'), summary: of.said('principle.intro'), where, tag };
}

function consultations(of: Spoken) {
  const stages = [
    ['open', 'waiting'],
    ['coming', 'past'],
    ['reported', 'done'],
  ] as const;
  return stages.map(([group, tone]) => ({
    ...of.link('consultation.title'),
    summary: of.said('consultation.intro'),
    stage: {
      ...{ group, tone, words: of.words(`consultation.${group}`), day: day.moment },
      sentence: of.words('consultation.opens', { date: day.text }),
    },
  }));
}

function events(of: Spoken) {
  const event = { ...of.link('part.title'), type: of.words('part.areas'), when: day };
  const state = { words: of.words('consultation.closed'), tone: 'waiting' } as const;
  return [
    { ...event, where: of.english('Ashford library'), state: null },
    { ...event, where: null, state },
  ];
}
