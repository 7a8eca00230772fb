'use client';
/** One question of a step: some sentences, a line, a day, a moment, or a choice. */
import { useId } from 'react';
import { moment } from '../words/moment.ts';
import { GoesLiveFields, readMoment, writtenMoment } from './bundles/goes-live-fields.tsx';
import type { Question } from './step-forms.ts';

export function StepQuestion(props: {
  readonly question: Exclude<Question, { asks: 'change' }>;
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
