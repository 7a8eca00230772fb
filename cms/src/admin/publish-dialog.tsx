'use client';
/** What readers and translators need to know about a change, asked when it is published. */
import { type Change, changes } from '@charterpress/shared/domain/edition.ts';
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import { useId, useState } from 'react';
import { Dialog } from './dialog.tsx';

export function PublishDialog(props: {
  readonly onCancel: () => void;
  readonly onPublish: (change: { change: Change; changeNote: string | null }) => void;
}) {
  const [change, setChange] = useState<Change>('major');
  const [note, setNote] = useState('');
  const field = useId();
  return (
    <Dialog
      cancel={desk.publish.cancel}
      confirm={desk.publish.now}
      onCancel={props.onCancel}
      onConfirm={() =>
        props.onPublish({ change, changeNote: note.trim() === '' ? null : note.trim() })
      }
      title={desk.publish.dialog}
    >
      <fieldset className="desk-choices">
        <legend className="desk-hidden">{desk.publish.dialog}</legend>
        {changes.map((each) => (
          <label key={each}>
            <input
              checked={change === each}
              name={field}
              onChange={() => setChange(each)}
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
      <label className="desk-note" htmlFor={`${field}-note`}>
        <strong>{desk.publish.note}</strong>
        <small>{desk.publish.noteHelp}</small>
      </label>
      <textarea
        id={`${field}-note`}
        maxLength={1000}
        onChange={(event) => setNote(event.target.value)}
        rows={3}
        value={note}
      />
    </Dialog>
  );
}
