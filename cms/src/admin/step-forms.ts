/** What each step asks a person to say before it is taken, and at which address the CMS hears it. */
import { correctionReasons, type State, type Step } from '@charterpress/shared/domain/workflow.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import words from '@charterpress/shared/strings/steps.json' with { type: 'json' };
import { filled } from '../words/filled.ts';
import { moment } from '../words/moment.ts';
import type { Status } from './status-of.ts';

/** One question of a form. `change` is the three kinds of change and their note together. */
export type Question =
  | { readonly asks: 'change' }
  | {
      readonly asks: 'words';
      readonly name: string;
      readonly label: string;
      readonly begins?: string;
    }
  /** The same words once more in each of these languages, for whoever has them. */
  | { readonly asks: 'languages'; readonly name: string; readonly of: Status['languages'] }
  | { readonly asks: 'line'; readonly name: string; readonly label: string }
  /** A day and a time in London. */
  | { readonly asks: 'moment'; readonly name: string; readonly label: string }
  | {
      readonly asks: 'day';
      readonly name: string;
      readonly label: string;
      readonly isOptional?: true;
    }
  | {
      readonly asks: 'choice';
      readonly name: string;
      readonly label: string;
      readonly of: readonly (readonly [value: string, label: string])[];
      readonly begins?: string;
      readonly isNumber?: true;
    };

export type StepForm = {
  /** What is asked, as the document stands. */
  readonly questions: readonly Question[] | ((status: Status) => readonly Question[]);
  /** After the address of the document; where it is left out, `steps/<step>`. */
  readonly path?: string;
  /** Whether unsaved words are saved first and go along. Otherwise they stand in the way: the step is about what is saved. */
  readonly savesFirst?: true;
  /** Whether it is over with a release of the site, which is waited for. */
  readonly publishes?: true;
  /** Whether the working copy is another one afterwards. */
  readonly changesForm?: true;
  /** Whether its body names the revision that the person looked at. */
  readonly namesNoRevision?: true;
};

const { fields } = words;

export const stepForms = {
  submit: { questions: [{ asks: 'change' }], savesFirst: true },
  'ask-amendments': { questions: [{ asks: 'words', name: 'why', label: fields.why }] },
  'send-for-fact-check': { questions: [{ asks: 'line', name: 'of', label: fields.of }] },
  'record-fact-check': {
    questions: [
      { asks: 'words', name: 'answer', label: fields.answer },
      { asks: 'line', name: 'saidBy', label: fields.saidBy },
      { asks: 'day', name: 'saidAt', label: fields.saidAt },
    ],
  },
  approve: { questions: [{ asks: 'change' }] },
  schedule: { questions: [{ asks: 'moment', name: 'goesLive', label: fields.goesLive }] },
  unschedule: { questions: [] },
  publish: { questions: [], publishes: true },
  correct: {
    questions: [
      {
        asks: 'choice',
        name: 'reason',
        label: fields.reasonCorrection,
        of: correctionReasons.map((reason) => [reason, fields[reason]] as const),
      },
      { asks: 'change' },
    ],
    savesFirst: true,
    publishes: true,
  },
  emergency: {
    questions: [
      { asks: 'words', name: 'reason', label: fields.reasonEmergency },
      { asks: 'change' },
    ],
    savesFirst: true,
    publishes: true,
  },
  'second-look': { questions: [] },
  withdraw: { questions: withdrawal },
  'put-back': { questions: ({ editions }) => [editionAsked(editions)], changesForm: true },
  redirect: { questions: [{ asks: 'line', name: 'to', label: fields.to }] },
  'correct-note': {
    questions: ({ note }) => [
      { asks: 'words', name: 'changeNote', label: fields.changeNote, begins: note ?? '' },
    ],
  },
  'mark-reviewed': {
    questions: [{ asks: 'day', name: 'nextReview', label: fields.nextReview, isOptional: true }],
  },
  'ask-removal': {
    questions: [{ asks: 'words', name: 'reason', label: fields.reason }],
    path: 'removal',
    namesNoRevision: true,
  },
  'confirm-removal': { questions: [], path: 'removal/confirm', namesNoRevision: true },
} as const satisfies Partial<Readonly<Record<Step, StepForm>>>;

function withdrawal({ languages }: Status): readonly Question[] {
  const [, ...translations] = languages;
  const explanation = { asks: 'words', name: 'explanation', label: fields.explanation } as const;
  if (translations.length === 0) return [explanation];
  const each = translations.map(
    ({ name, tag }) => [tag, filled(fields.oneLanguage, { language: name })] as const,
  );
  const of = [[SOURCE_LANGUAGE, fields.wholePage] as const, ...each];
  return [
    { asks: 'choice', name: 'language', label: fields.language, of, begins: SOURCE_LANGUAGE },
    explanation,
    { asks: 'languages', name: 'explanations', of: translations },
  ];
}

function editionAsked(editions: Status['editions']): Question {
  const of = editions.map(({ number, publishedAt }) => {
    const values = { number: String(number), when: moment(new Date(publishedAt)) };
    return [String(number), filled(fields.editionOf, values)] as const;
  });
  return { asks: 'choice', name: 'edition', label: fields.edition, of, isNumber: true };
}

/** The steps that have a form. */
export type FormStep = keyof typeof stepForms;

export function hasForm(step: Step): step is FormStep {
  return Object.hasOwn(stepForms, step);
}

export function formOf(step: FormStep): StepForm {
  return stepForms[step];
}

/** What most people want to do next, by preference. */
const mainSteps: readonly FormStep[] = [
  'record-fact-check',
  'approve',
  'publish',
  'submit',
  'second-look',
];

/** The one step that is a button; the rest are in the menu. `null` where nothing is to be done. */
export function mainStep(steps: readonly Step[], state: State): FormStep | null {
  // What readers have is not sent for review again before it was changed.
  const wanted = mainSteps.filter((step) => step !== 'submit' || state !== 'withdrawn');
  return wanted.find((step) => steps.includes(step)) ?? null;
}

/** The rest, in the order of the menu: as the table of steps lists them. */
export function otherSteps(steps: readonly Step[], main: Step | null): readonly FormStep[] {
  return steps.filter(hasForm).filter((step) => step !== main);
}
