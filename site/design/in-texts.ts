/** What stands in the text of a page. */
import { chart } from '../src/components/chart.ts';
import { strategySection } from '../src/components/clauses.ts';
import { comparison } from '../src/components/comparison.ts';
import { type Html, html } from '../src/components/html.ts';
import { lineChanges } from '../src/components/line-changes.ts';
import { factLine, inEnglish, prose } from '../src/components/markup.ts';
import { standing } from '../src/components/standing.ts';
import { windscreen } from '../src/components/windscreen.ts';
import type { ShownFact } from '../src/views/facts.ts';
import type { ShownBlock } from '../src/views/prose.ts';
import { windscreenFor } from '../src/views/strategy/windscreen.ts';
import { type Component, criteria, type Spoken } from './component.ts';

const { alternative, colourAlone, contrast, edges, focus, headings, language, reflow } = criteria;
const day = { text: '14 May 2026', moment: '2026-05-14' };
const standings = ['done', 'on-track', 'late', 'not-started', 'none'] as const;

export const inTexts: readonly Component[] = [
  {
    name: 'markup',
    about:
      'Rich text: paragraphs, lists, callouts, tables, facts, and English under a translation.',
    states: (of) => [
      { name: 'a text', html: html`<div class="prose">${prose(textOf(of))}</div>` },
      { name: 'callouts', html: html`<div class="prose">${prose(calloutsOf(of))}</div>` },
      { name: 'a table', html: html`<div class="prose">${prose([tableOf(of)])}</div>` },
      { name: 'a fact', html: factLine(factOf(of)) },
      { name: 'English beside it', html: englishOf(of) },
    ],
    criteria: [contrast, focus, reflow, language, headings],
  },
  {
    name: 'html',
    about: 'Makes markup of words, and never of what is in them.',
    states: (of) => [
      {
        name: 'words with signs of markup',
        html: html`<p>${`<b>${of.words('nav.home')}</b> & more`}</p>`,
      },
    ],
    criteria: [
      {
        wcag: '1.3.1',
        says: 'What is in words is read as words, also where they look like markup.',
        test: 'unit/html.test.ts',
      },
    ],
  },
  {
    name: 'comparison',
    about: 'What changed between two wordings.',
    states: (of) => [{ name: 'taken out and put in', html: comparison(comparedOf(of)) }],
    criteria: [contrast, colourAlone, language],
  },
  {
    name: 'line-changes',
    about: 'What changed in lines that were a paragraph each.',
    states: (of) => [
      {
        name: 'one line changed',
        html: html`<div class="changed">${lineChanges([lineOf(of)], {
          added: of.words('wording.putIn'),
          removed: of.words('wording.takenOut'),
        })}</div>`,
      },
    ],
    criteria: [contrast, colourAlone],
  },
  {
    name: 'WordingHistory',
    about: 'How a principle was said before, and why that changed.',
    states: (of) => [{ name: 'one earlier wording', props: { history: historyOf(of) } }],
    criteria: [contrast, headings, colourAlone],
  },
  {
    name: 'Outcomes',
    about: 'We asked, you said, we did or did not.',
    states: (of) => [{ name: 'with a wording that changed', props: { outcomes: outcomesOf(of) } }],
    criteria: [contrast, headings, language],
  },
  {
    name: 'Details',
    about: 'Name by name what is known of a page.',
    states: (of) => [
      {
        name: 'words and a link',
        props: {
          details: [
            { name: of.words('charter.version'), value: '2.0' },
            { name: of.words('charter.replaces'), link: of.link('nav.charter') },
          ],
        },
      },
    ],
    criteria: [contrast, focus, reflow],
  },
  {
    name: 'taking-part/DetailList',
    about: 'Name by name what is known of a meeting or a forum.',
    states: (of) => [
      {
        name: 'lines, links and a fact',
        props: {
          details: [
            {
              name: of.words('event.where'),
              lines: [of.english('Ashford library')],
              links: [],
              way: null,
              fact: null,
            },
            { name: of.words('event.contact'), lines: [], links: [], way: null, fact: factOf(of) },
          ],
        },
      },
    ],
    criteria: [contrast, focus, language],
  },
  {
    name: 'Opening',
    about: 'When a place is open: in sentences, and as a table.',
    states: (of) => [
      {
        name: 'known',
        props: { opening: { title: '', periods: [hoursOf(of)], ask: null, exceptions: null } },
      },
      {
        name: 'asked for',
        props: {
          opening: { title: '', periods: [], ask: of.words('event.offer.ask'), exceptions: null },
        },
      },
    ],
    criteria: [contrast, focus, reflow],
  },
  {
    name: 'Dates',
    about: 'When a page was published, and what has changed since.',
    states: (of) => [
      { name: 'published', props: { page: { dates: [day], history: null } } },
      {
        name: 'changed since',
        props: {
          page: {
            dates: [day],
            history: {
              title: of.words('published.history'),
              changes: [{ on: day, note: of.words('changes.intro') }],
            },
          },
        },
      },
    ],
    criteria: [contrast, headings],
  },
  {
    name: 'clauses',
    about: 'A section of a strategy: each paragraph can be cited by its number.',
    states: (of) => [{ name: 'numbered, and with a sign', html: sectionOf(of) }],
    criteria: [contrast, focus, headings],
  },
  {
    name: 'standing',
    about: 'How a promise or an action stands, in a word.',
    states: (of) =>
      standings.map((is) => ({
        name: is,
        html: html`<p>${standing({ is, words: of.words(`progress.standing.${is}`) })}</p>`,
      })),
    criteria: [contrast, colourAlone],
  },
  {
    name: 'chart',
    about: 'How all promises stand, as one bar.',
    states: (of) => [{ name: 'every way to stand', html: chart(chartOf(of)) }],
    criteria: [alternative, colourAlone, edges],
  },
  {
    name: 'windscreen',
    about: 'The four tiers of need. The list under it says what each means.',
    states: (of) => [
      {
        name: 'as professionals see it',
        html: windscreen(windscreenFor({ words: of.words, language: of.tongue.tag })),
      },
    ],
    criteria: [alternative, edges],
  },
];

export function factOf(of: Spoken): ShownFact {
  return {
    label: of.said('footer.helplines'),
    telephone: { href: 'tel:01632960101', text: '01632 960101' },
    email: { href: 'mailto:families@example.org', text: 'families@example.org' },
    web: null,
    value: null,
  };
}

export function paragraph(text: string): ShownBlock {
  return { type: 'paragraph', children: [{ type: 'text', text, marks: [] }] };
}

function textOf(of: Spoken): readonly ShownBlock[] {
  const item = (text: string) => ({
    children: [{ type: 'text', text, marks: [] } as const],
    lists: [],
  });
  const items = [item(of.words('nav.home')), item(of.words('nav.guides'))];
  return [
    {
      type: 'heading',
      level: 3,
      children: [{ type: 'text', text: of.words('part.title'), marks: [] }],
    },
    paragraph(of.words('part.intro')),
    { type: 'list', style: 'bullet', items },
    { type: 'list', style: 'number', items },
  ];
}

function calloutsOf(of: Spoken): readonly ShownBlock[] {
  return (['information', 'important', 'warning'] as const).map((tone) => ({
    ...{ type: 'callout', tone, blocks: [paragraph(of.words('part.intro'))] },
    label: of.words(tone === 'warning' ? 'urgent.severity.danger' : `urgent.severity.${tone}`),
  }));
}

function tableOf(of: Spoken): ShownBlock {
  const cell = (text: string, tag: 'td' | 'th', scope?: 'col' | 'row') => ({
    ...{ tag, scope, children: [{ type: 'text', text, marks: [] } as const] },
  });
  const row = (tier: '1' | '2') => [
    cell(of.words(`professionals.tier.${tier}`), 'th', 'row'),
    cell(of.words(`professionals.about.${tier}`), 'td'),
  ];
  const head = [
    cell(of.words('event.who'), 'th', 'col'),
    cell(of.words('services.title'), 'th', 'col'),
  ];
  return {
    type: 'table',
    name: of.words('professionals.windscreen'),
    head,
    columns: null,
    body: [row('1'), row('2')],
  };
}

function englishOf(of: Spoken): Html {
  return inEnglish({
    ...{ label: of.words('behind.now'), in: { tag: 'en', direction: 'ltr' } },
    ...{
      blocks: [paragraph('You can come without an appointment.')],
      more: of.linkToEnglish('The rest'),
    },
  });
}

function piecesOf(of: Spoken) {
  return [
    { is: 'same', words: `${of.words('nav.home')} ` },
    { is: 'removed', words: of.words('nav.guides') },
    { is: 'added', words: of.words('nav.charter') },
  ] as const;
}

function lineOf(of: Spoken) {
  const pieces = piecesOf(of);
  return { is: 'changed', style: 'paragraph', was: null, pieces, looksOnly: false } as const;
}

function comparedOf(of: Spoken) {
  return {
    ...{ title: of.words('wording.changed'), key: of.words('wording.key'), in: undefined },
    ...{
      pieces: piecesOf(of),
      takenOut: of.said('wording.takenOut'),
      putIn: of.said('wording.putIn'),
    },
  };
}

function historyOf(of: Spoken) {
  const why = { title: of.words('wording.why'), words: of.said('changes.intro') };
  const asked = { label: of.words('wording.asked'), link: of.link('consultation.title') };
  const when = of.words('wording.until', { date: day.text });
  return {
    title: of.words('wording.title'),
    wordings: [{ when, compared: comparedOf(of), why, asked, answers: [] }],
  };
}

function outcomesOf(of: Spoken) {
  const part = (key: 'asked' | 'said') => ({
    label: of.words(`outcome.${key}`),
    words: of.said('consultation.intro'),
  });
  return {
    title: of.words('outcome.title'),
    outcomes: [
      {
        ...{ anchor: 'outcome-one', title: of.english('Forums in every district'), since: day },
        ...{ parts: [part('asked'), part('said')], wording: comparedOf(of) },
        about: { label: of.words('outcome.about'), links: [of.link('nav.charter')] },
      },
    ],
  };
}

function hoursOf(of: Spoken) {
  const table = {
    caption: of.words('event.when'),
    head: [of.words('event.when'), of.words('event.on')] as const,
    rows: [['Monday', '9.00 – 17.00'] as const],
  };
  return { title: of.words('event.when'), sentences: ['9.00 – 17.00'], table };
}

function sectionOf(of: Spoken): Html {
  const clause = (id: string, link: { words: string; label: string | undefined }) => ({
    ...{ id, link, formerId: null, blocks: [paragraph(of.words('part.intro'))] },
  });
  return strategySection({
    ...{ id: 'section-2', heading: of.words('strategy.title'), english: null, milestones: null },
    clauses: [
      clause('section-2-1', { words: '2.1', label: undefined }),
      clause('section-2-2', { words: '¶', label: of.words('strategy.linkHere') }),
    ],
  });
}

function chartOf(of: Spoken) {
  const bars = standings.map((is, at) => ({
    ...{ is, label: of.words(`progress.standing.${is}`), count: '2', x: at * 20, width: 20 },
  }));
  const description = bars.map(({ count, label }) => `${label}: ${count}.`).join(' ');
  return { title: of.words('progress.chart'), description, bars };
}
