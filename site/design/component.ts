/** What the page of components knows of each: its states, and what it has to be for everyone, with how that is held. */
import { type WordKey, type Words, words } from '@charterpress/shared/strings.ts';
import type { Html } from '../src/components/html.ts';
import type { Link } from '../src/views/links.ts';
import { knownLanguage, type Said, type Tongue, tongue } from '../src/views/reader.ts';

export type Criterion = {
  /** The number of a success criterion of WCAG 2.2. */
  readonly wcag: string;
  /** What it comes to for this component. */
  readonly says: string;
  /** The file of the test that holds it, below `tests`. */
  readonly test: string;
};

/** The properties of an Astro component, or what a function of markup answers. */
export type State = { readonly name: string } & (
  | { readonly props: Readonly<Record<string, unknown>> }
  | { readonly html: Html }
);

export type Component = {
  /** Its file in `src/components`, without the ending. */
  readonly name: string;
  /** What it is for. */
  readonly about: string;
  readonly states: (in_: Spoken) => readonly State[];
  readonly criteria: readonly Criterion[];
};

/** Words of one language to fill states with: those that the interface has in every language. */
export type Spoken = {
  readonly tongue: Tongue;
  readonly words: Words;
  readonly said: (key: WordKey) => Said;
  readonly link: (key: WordKey) => Link;
  /** A link to what has no translation. */
  readonly linkToEnglish: (text: string) => Link;
  /** English in the place of a language, marked as such. */
  readonly english: (text: string) => Said;
};

export function spokenIn(tag: string): Spoken {
  const spoken = words(tag);
  const isEnglish = tag === 'en';
  const english = (text: string): Said => ({ text, in: isEnglish ? undefined : tongue('en') });
  const said = (key: WordKey): Said => ({ text: spoken(key), in: undefined });
  const place = { href: '#main', hreflang: undefined, note: null };
  return {
    tongue: tongue(knownLanguage(tag).tag),
    words: spoken,
    said,
    link: (key) => ({ ...place, label: said(key) }),
    linkToEnglish: (text) => ({
      ...place,
      ...(isEnglish ? {} : { hreflang: 'en', note: spoken('inEnglish') }),
      label: english(text),
    }),
    english,
  };
}

const [states, colours] = ['pages/components.test.ts', 'unit/look/contrast.test.ts'];

/** What several components have to be. */
export const criteria = {
  contrast: {
    wcag: '1.4.6',
    says: 'Every word stands out 7 to 1 from its ground, in the light and in the dark.',
    test: colours,
  },
  colourAlone: {
    wcag: '1.4.1',
    says: 'Words say what its colour says.',
    test: states,
  },
  edges: {
    wcag: '1.4.11',
    says: 'What can be used, and what marks, has an edge that stands out 3 to 1.',
    test: colours,
  },
  focus: {
    wcag: '2.4.13',
    says: 'What has the keyboard has a ring of two tones, 3 pixels each.',
    test: colours,
  },
  language: {
    wcag: '3.1.2',
    says: 'Words in another language than the page name it, and their direction.',
    test: states,
  },
  targets: {
    wcag: '2.5.5',
    says: 'What leads on is 44 pixels tall.',
    test: states,
  },
  reflow: {
    wcag: '1.4.10',
    says: 'At 320 pixels nothing is cut off, and the page does not scroll sideways.',
    test: states,
  },
  headings: {
    wcag: '1.3.1',
    says: 'Its headings follow those above it, and none is skipped.',
    test: states,
  },
  alternative: {
    wcag: '1.1.1',
    says: 'What is drawn has words that say the same, or no words where words beside it do.',
    test: states,
  },
} as const satisfies Readonly<Record<string, Criterion>>;
