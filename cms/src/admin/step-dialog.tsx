'use client';
/** What a step asks a person to say. It stays open until the CMS took the step, or the person leaves it. */
import type { Change } from '@charterpress/shared/domain/edition.ts';
import words from '@charterpress/shared/strings/steps.json' with { type: 'json' };
import { useState } from 'react';
import { ChangesLink } from '../compare/changes-link.tsx';
import { filled } from '../words/filled.ts';
import { Alarm } from './alarm.tsx';
import { readMoment, saidOf } from './bundles/goes-live-fields.tsx';
import { ChangeQuestion } from './change-question.tsx';
import { Dialog } from './dialog.tsx';
import type { Status } from './status-of.ts';
import { type FormStep, formOf, type Question } from './step-forms.ts';
import { LanguagesQuestion, StepQuestion } from './step-question.tsx';

export type Said = Readonly<Record<string, unknown>>;

export function StepDialog(props: {
  readonly step: FormStep;
  /** Left out are those that need no answer in this case. */
  readonly questions: readonly Question[];
  /** What was said before of the change, to begin with. */
  readonly change: { readonly change: Change; readonly changeNote: string };
  /** Answers what has to be put right here; nothing when the step was taken, or refused for another reason. */
  readonly onSaid: (said: Said) => Promise<readonly string[]>;
  readonly onCancel: () => void;
}) {
  const { onCancel, onSaid, questions, step } = props;
  const { help, label, title } = words.steps[step];
  const [said, setSaid] = useState(() => begunWith(questions));
  const [change, setChange] = useState(props.change);
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const [isSent, setSent] = useState(false);
  const send = async () => {
    const missing = missingIn(questions, said);
    if (missing.length > 0 || isSent) return setWrong(missing);
    setSent(true);
    const answers = questions.flatMap((each) => answerTo(each, said, change));
    setWrong(await onSaid(Object.fromEntries(answers)));
    setSent(false);
  };
  return (
    <Dialog
      cancel={words.cancel}
      confirm={label}
      onCancel={onCancel}
      onConfirm={() => void send()}
      title={title}
    >
      <p>{help}</p>
      {step === 'approve' && <ChangesLink />}
      {questions.map((question) =>
        question.asks === 'change' ? (
          <ChangeQuestion {...change} key="change" onChange={setChange} />
        ) : question.asks === 'languages' ? (
          <LanguagesQuestion
            key={question.name}
            onChange={(tag, text) =>
              setSaid((before) => ({ ...before, [`${question.name}.${tag}`]: text }))
            }
            question={question}
          />
        ) : (
          <StepQuestion
            key={question.name}
            onChange={(value) => setSaid((before) => ({ ...before, [question.name]: value }))}
            question={question}
            value={said[question.name] ?? ''}
          />
        ),
      )}
      <Alarm of={wrong} />
    </Dialog>
  );
}

/** What a step asks as the document stands: no more than it needs. */
export function questionsOf(
  step: FormStep,
  { isFact, status }: { readonly isFact: boolean; readonly status: Status },
): readonly Question[] {
  // The first edition changes nothing for anybody, and a correction of a text is minor.
  const isSaid = status.isFirst || (step === 'correct' && !isFact);
  const { questions } = formOf(step);
  const asked = typeof questions === 'function' ? questions(status) : questions;
  return asked.filter(({ asks }) => asks !== 'change' || !isSaid);
}

function missingIn(
  questions: readonly Question[],
  said: Readonly<Record<string, string>>,
): readonly string[] {
  return questions.flatMap((question) => {
    if (question.asks === 'change' || question.asks === 'languages') return [];
    const isOptional = question.asks === 'day' && question.isOptional === true;
    if (isOptional || said[question.name]?.trim()) return [];
    return [filled(words.fillIn, { field: question.label })];
  });
}

function answerTo(
  question: Question,
  said: Readonly<Record<string, string>>,
  { change, changeNote }: { readonly change: Change; readonly changeNote: string },
): [string, unknown][] {
  if (question.asks === 'moment') {
    return [[question.name, saidOf(readMoment(said[question.name] ?? ''))]];
  }
  if (question.asks === 'languages') return [[question.name, inLanguages(question, said)]];
  if (question.asks !== 'change') {
    const answer = said[question.name]?.trim() ?? '';
    const isNumber = question.asks === 'choice' && question.isNumber === true;
    if (isNumber) return [[question.name, Number(answer)]];
    return [[question.name, answer === '' ? null : answer]];
  }
  const note = changeNote.trim();
  const isNoted = change !== 'minor' && note !== '';
  return [
    ['change', change],
    ['changeNote', isNoted ? note : null],
  ];
}

function inLanguages(
  { name, of }: Extract<Question, { asks: 'languages' }>,
  said: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const each = of.map(({ tag }) => [tag, said[`${name}.${tag}`]?.trim() ?? ''] as const);
  return Object.fromEntries(each.filter(([, text]) => text !== ''));
}

function begunWith(questions: readonly Question[]): Readonly<Record<string, string>> {
  const each = questions.map((question) => {
    const begins = 'begins' in question ? question.begins : undefined;
    return ['name' in question ? question.name : '', begins ?? ''] as const;
  });
  return Object.fromEntries(each);
}
