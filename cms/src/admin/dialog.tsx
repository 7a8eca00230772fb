'use client';
/** A question with a form in it, over the page. The browser's own dialog: it keeps the keyboard inside, and Escape leaves. */
import { Button } from '@payloadcms/ui';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';

export function Dialog(props: {
  readonly title: string;
  readonly confirm: string;
  readonly cancel: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
  /** A second way to go on, which is not the one most people want. */
  readonly other?: { readonly label: string; readonly onChoose: () => void } | null;
  readonly isWide?: boolean;
}) {
  const { cancel, children, confirm, isWide, onCancel, onConfirm, other, title } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return createPortal(
    <dialog
      aria-labelledby={heading}
      className={isWide ? 'desk-dialog desk-dialog--wide' : 'desk-dialog'}
      onClose={onCancel}
      ref={dialog}
    >
      <h2 id={heading}>{title}</h2>
      {children}
      <div className="desk-dialog__buttons">
        <Button buttonStyle="secondary" margin={false} onClick={onCancel}>
          {cancel}
        </Button>
        {other && (
          <Button buttonStyle="secondary" id="desk-other" margin={false} onClick={other.onChoose}>
            {other.label}
          </Button>
        )}
        <Button id="desk-confirm" margin={false} onClick={onConfirm}>
          {confirm}
        </Button>
      </div>
    </dialog>,
    // Not inside Payload's form: a field here is not a field of the document.
    document.body,
  );
}
