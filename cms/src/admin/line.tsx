'use client';
/** A line to type into, and the sentences about what was typed: for forms of our own. */
import { useEffect, useId, useRef } from 'react';

export function Line(props: {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly type?: 'text' | 'email' | 'password' | 'date';
  readonly autoComplete?: string;
  /** It has come up since, and is what the person does next. */
  readonly isNext?: boolean;
}) {
  const { autoComplete = 'off', help, isNext = false, label, name, type = 'text' } = props;
  const input = useRef<HTMLInputElement>(null);
  const helpId = useId();
  useEffect(() => {
    if (isNext) input.current?.focus();
  }, [isNext]);
  return (
    <div className="field-type text desk-line">
      <label className="field-label" htmlFor={`field-${name}`}>
        {label}
      </label>
      <input
        aria-describedby={help && helpId}
        autoCapitalize="none"
        autoComplete={autoComplete}
        id={`field-${name}`}
        name={name}
        ref={input}
        required
        spellCheck={false}
        type={type}
      />
      {help && (
        <p className="field-description" id={helpId}>
          {help}
        </p>
      )}
    </div>
  );
}

/** Read out as soon as they are there. */
export function Sentences({ of }: { readonly of: readonly string[] }) {
  return (
    <div className="desk-sentences" role="alert">
      {of.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
