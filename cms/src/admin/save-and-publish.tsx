'use client';
/** The buttons of a document: Save, and for those who may, Publish. */
import { isKind, type Kind } from '@charterpress/shared/domain/kinds.ts';
import { may, type Role } from '@charterpress/shared/roles.ts';
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import {
  FormSubmit,
  useAuth,
  useDocumentInfo,
  useEditDepth,
  useForm,
  useFormModified,
  useHotkey,
} from '@payloadcms/ui';
import { useRef, useState } from 'react';
import { MarkedFields } from './marked-fields.tsx';
import { type Publication, publish } from './publish.ts';
import { PublishDialog } from './publish-dialog.tsx';
import { PublishedNote } from './published-note.tsx';
import { tellReadersChanged } from './readers-change.ts';
import { StaleForm } from './stale-form.tsx';

export function SaveAndPublish() {
  const { collectionSlug, id } = useDocumentInfo();
  const { user } = useAuth();
  const held = (user as { roles?: Role[] } | null)?.roles ?? [];
  const kind = collectionSlug && isKind(collectionSlug) ? collectionSlug : null;
  const [isRefused, setRefused] = useState(false);
  const save = useSave(() => setRefused(true));
  if (kind === null || !may(held, 'write', kind)) return null;
  return (
    <div className="desk-buttons">
      <SaveButton save={save} />
      {id !== undefined && may(held, 'publish', kind) && (
        <PublishButton id={String(id)} kind={kind} save={save} />
      )}
      {isRefused && id !== undefined && (
        <StaleForm close={() => setRefused(false)} id={String(id)} kind={kind} save={save} />
      )}
    </div>
  );
}

/**
 * Saves the form. Answers whether it was saved; a refused one stays modified, so that nobody leaves it unawares. A field
 * that stands in the way of a publication does not stand in the way of saving: the CMS alone decides.
 */
function useSave(onRefused: () => void): () => Promise<boolean> {
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

function SaveButton({ save }: { save: () => Promise<boolean> }) {
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
      buttonStyle="secondary"
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

const notSaved = { sentence: desk.publish.notSaved, path: null };

function PublishButton({
  id,
  kind,
  save,
}: {
  id: string;
  kind: Kind;
  save: () => Promise<boolean>;
}) {
  const { getData } = useForm();
  const { docConfig } = useDocumentInfo();
  const isModified = useFormModified();
  const [isAsking, setAsking] = useState(false);
  const [publication, setPublication] = useState<Publication>({ state: 'none' });

  const publishNow = async (change: { change: string; changeNote: string | null }) => {
    setAsking(false);
    // Each save is one revision more; the form itself learns of it only when it is drawn again.
    const revision = Number(getData().revision) + (isModified ? 1 : 0);
    if (isModified && !(await save()))
      return setPublication({ state: 'refused', faults: [notSaved] });
    const fields = docConfig?.fields ?? [];
    await publish({ ...change, id, kind, revision, fields }, setPublication);
    tellReadersChanged();
  };

  return (
    <>
      <FormSubmit
        buttonId="action-publish"
        disabled={publication.state === 'sent'}
        onClick={() => setAsking(true)}
        size="medium"
        type="button"
      >
        {publication.state === 'sent' ? desk.publish.publishing : desk.publish.publish}
      </FormSubmit>
      <PublishedNote publication={publication} />
      {publication.state === 'refused' && <MarkedFields faults={publication.faults} />}
      {isAsking && <PublishDialog onCancel={() => setAsking(false)} onPublish={publishNow} />}
    </>
  );
}
