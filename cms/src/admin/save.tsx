'use client';
/** Saving a document, and what happens when the CMS refuses. */
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import {
  FormSubmit,
  useDocumentInfo,
  useEditDepth,
  useForm,
  useFormModified,
  useHotkey,
} from '@payloadcms/ui';
import { useRef } from 'react';

/**
 * Saves the form. Answers whether it was saved; a refused one stays modified, so that nobody leaves it unawares. A field
 * that stands in the way of a publication does not stand in the way of saving: the CMS alone decides.
 */
export function useSave(onRefused: () => void): () => Promise<boolean> {
  const { setModified, submit } = useForm();
  return async () => {
    const sent = await submit({ skipValidation: true });
    const isSaved = sent?.res !== undefined && sent.res.status < 400;
    if (isSaved) return true;
    setModified(true);
    onRefused();
    return false;
  };
}

/** `isMain` while nothing else is to be done with the document. */
export function SaveButton({ isMain, save }: { isMain: boolean; save: () => Promise<boolean> }) {
  const button = useRef<HTMLButtonElement>(null);
  const isModified = useFormModified();
  const { id, uploadStatus } = useDocumentInfo();
  const isIdle = (id !== undefined && !isModified) || uploadStatus === 'uploading';
  useHotkey({ cmdCtrlKey: true, editDepth: useEditDepth(), keyCodes: ['s'] }, (event) => {
    event.preventDefault();
    event.stopPropagation();
    button.current?.click();
  });
  return (
    <FormSubmit
      buttonId="action-save"
      buttonStyle={isMain ? 'primary' : 'secondary'}
      disabled={isIdle}
      onClick={() => void save()}
      ref={button}
      size="medium"
      type="button"
    >
      {desk.save}
    </FormSubmit>
  );
}
