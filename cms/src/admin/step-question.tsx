'use client';
/** One question of a step: some sentences, a line, a day, a moment, or a choice. */
import words from '@charterpress/shared/strings/steps.json' with { type: 'json' };
import { useId } from 'react';
import { filled } from '../words/filled.ts';
import { moment } from '../words/moment.ts';
import { GoesLiveFields, readMoment, writtenMoment } from './bundles/goes-live-fields.tsx';
import type { Question } from './step-forms.ts';

export function StepQuestion(props: {
  readonly question: Exclude<Question, { asks: 'change' | 'languages' }>;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { onChange, question, value } = props;
  const field = useId();
  if (question.asks === 'moment') {
    return (
      <GoesLiveFields
        moment={readMoment(value)}
        now={moment(new Date())}
        onChange={(said) => onChange(writtenMoment(said))}
      />
    );
  }
  if (question.asks === 'choice') {
    return (
      <fieldset className="desk-choices">
        <legend>
          <strong>{question.label}</strong>
        </legend>
        {question.of.map(([choice, label]) => (
          <label key={choice}>
            <input
              checked={value === choice}
              name={field}
              onChange={() => onChange(choice)}
              type="radio"
              value={choice}
            />
            {label}
          </label>
        ))}
      </fieldset>
    );
  }
  return (
    <div className="desk-question">
      <label htmlFor={field}>
        <strong>{question.label}</strong>
      </label>
      {question.asks === 'words' ? (
        <textarea
          id={field}
          onChange={(event) => onChange(event.target.value)}
          rows={4}
          value={value}
        />
      ) : (
        <input
          id={field}
          onChange={(event) => onChange(event.target.value)}
          type={question.asks === 'day' ? 'date' : 'text'}
          value={value}
        />
      )}
    </div>
  );
}

/** Folded away: most people have the words in one language. */
export function LanguagesQuestion(props: {
  readonly question: Extract<Question, { asks: 'languages' }>;
  readonly onChange: (tag: string, text: string) => void;
}) {
  const { onChange, question } = props;
  const field = useId();
  return (
    <details className="desk-question">
      <summary>{words.fields.otherLanguages}</summary>
      {question.of.map(({ name, tag }) => (
        <div className="desk-question" key={tag}>
          <label htmlFor={`${field}-${tag}`}>
            <strong>{filled(words.fields.explanationIn, { language: name })}</strong>
          </label>
          <textarea
            dir="auto"
            id={`${field}-${tag}`}
            lang={tag}
            onChange={(event) => onChange(tag, event.target.value)}
            rows={3}
          />
        </div>
      ))}
    </details>
  );
}
