'use client';
/** What the keyboard does here. */
import words from '@charterpress/shared/strings/workbench.json' with { type: 'json' };
import { useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { listed } from './shortcuts.ts';

const { shortcuts: say } = words;

export function Shortcuts({ close }: { close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return createPortal(
    <dialog aria-labelledby={heading} className="desk-dialog" onClose={close} ref={dialog}>
      <h2 id={heading}>{say.title}</h2>
      <p>{say.help}</p>
      <dl className="desk-shortcuts">
        {listed.map(([keys, name]) => (
          <div key={name}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{say[name]}</dd>
          </div>
        ))}
      </dl>
      <div className="desk-dialog__buttons">
        <button className="desk-link" onClick={close} type="button">
          {say.close}
        </button>
      </div>
    </dialog>,
    document.body,
  );
}
