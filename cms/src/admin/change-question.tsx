'use client';
/** What readers and translators need to know about a change. */
import { type Change, changes } from '@charterpress/shared/domain/edition.ts';
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import { useId } from 'react';
import { TranslationCost } from './translation/translation-cost.tsx';

type Said = { readonly change: Change; readonly changeNote: string };

export function ChangeQuestion({
  change,
  changeNote,
  onChange,
}: Said & { readonly onChange: (said: Said) => void }) {
  const field = useId();
  return (
    <>
      <fieldset className="desk-choices">
        <legend>
          <strong>{desk.publish.dialog}</strong>
        </legend>
        {changes.map((each) => (
          <label key={each}>
            <input
              checked={change === each}
              name={field}
              onChange={() => onChange({ change: each, changeNote })}
              type="radio"
              value={each}
            />
            <span>
              <strong>{desk.publish[each]}</strong>
              <small>{desk.publish[`${each}Help`]}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {change !== 'minor' && (
        <>
          <TranslationCost />
          <label className="desk-note" htmlFor={`${field}-note`}>
            <strong>{desk.publish.note}</strong>
            <small>{desk.publish.noteHelp}</small>
          </label>
          <textarea
            id={`${field}-note`}
            maxLength={1000}
            onChange={(event) => onChange({ change, changeNote: event.target.value })}
            rows={3}
            value={changeNote}
          />
        </>
      )}
    </>
  );
}
