'use client';
/** The fields of the form of a notice. */
import words from '@charterpress/shared/strings/notices.json' with { type: 'json' };
import { useId, useState } from 'react';
import type { FactChoice, PageChoice } from './choices.ts';

const { screen } = words;

export function Radios<N extends string>(props: {
  readonly legend: string;
  readonly choices: readonly (readonly [N, string])[];
  readonly chosen: N;
  readonly onChange: (name: N) => void;
}) {
  const group = useId();
  return (
    <fieldset className="desk-choices">
      <legend>
        <strong>{props.legend}</strong>
      </legend>
      {props.choices.map(([name, label]) => (
        <label key={name}>
          <input
            checked={props.chosen === name}
            name={group}
            onChange={() => props.onChange(name)}
            type="radio"
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

export function FactField(props: {
  readonly label: string;
  readonly help: string;
  readonly facts: readonly FactChoice[];
  readonly chosen: FactChoice | null;
  readonly onChange: (fact: FactChoice | null) => void;
}) {
  const { chosen, facts, help, label, onChange } = props;
  const id = useId();
  return (
    <div className="desk-notice__field">
      <label htmlFor={id}>
        <strong>{label}</strong>
        <small>{facts.length === 0 ? screen.noFacts : help}</small>
      </label>
      <select
        id={id}
        onChange={(event) =>
          onChange(facts.find(({ document }) => document === event.target.value) ?? null)
        }
        value={chosen?.document ?? ''}
      >
        <option value="">{screen.nothing}</option>
        {facts.map((fact) => (
          <option key={fact.document} value={fact.document}>
            {[fact.labels.en, fact.details].filter(Boolean).join(': ')}
          </option>
        ))}
      </select>
    </div>
  );
}

export function TextField(props: {
  readonly label: string;
  readonly help: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly longest?: number;
  readonly type?: 'text' | 'datetime-local';
}) {
  const id = useId();
  return (
    <div className="desk-notice__field">
      <label htmlFor={id}>
        <strong>{props.label}</strong>
        <small>{props.help}</small>
      </label>
      <input
        id={id}
        maxLength={props.longest}
        onChange={(event) => props.onChange(event.target.value)}
        type={props.type ?? 'text'}
        value={props.value}
      />
    </div>
  );
}

/** As many as one can look through; the rest are found by their titles. */
const SHOWN = 12;

export function PagesField(props: {
  readonly pages: readonly PageChoice[];
  readonly chosen: readonly PageChoice[];
  readonly onChange: (pages: readonly PageChoice[]) => void;
}) {
  const { chosen, onChange, pages } = props;
  const id = useId();
  const [find, setFind] = useState('');
  const fits = ({ title }: PageChoice) => title.toLowerCase().includes(find.toLowerCase().trim());
  const others = pages.filter((page) => !chosen.includes(page) && fits(page));
  return (
    <fieldset className="desk-choices desk-notice__pages">
      <legend>
        <strong>{screen.pages}</strong>
        <small>{screen.pagesHelp}</small>
      </legend>
      <label htmlFor={id}>{screen.find}</label>
      <input id={id} onChange={(event) => setFind(event.target.value)} type="search" value={find} />
      {[...chosen, ...others.slice(0, SHOWN)].map((page) => (
        <label key={`${page.kind}/${page.document}`}>
          <input
            checked={chosen.includes(page)}
            onChange={(event) =>
              onChange(
                event.target.checked ? [...chosen, page] : chosen.filter((one) => one !== page),
              )
            }
            type="checkbox"
          />
          <span>{page.title}</span>
        </label>
      ))}
    </fieldset>
  );
}
