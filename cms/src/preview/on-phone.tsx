'use client';
/** The preview on a real telephone: its address as a picture for the camera, made only when somebody asks for it. */
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import preview from '@charterpress/shared/strings/preview.json' with { type: 'json' };
import { useDocumentInfo } from '@payloadcms/ui';
import { useEffect, useId, useRef, useState } from 'react';
import { renderSVG } from 'uqr';
import { ask } from '../admin/asking.ts';

const { window: words } = preview;

export function OnPhone({ language }: { language: string }) {
  const { collectionSlug: kind, id } = useDocumentInfo();
  const [address, setAddress] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const open = async () => {
    const { body, ok, sentences } = await ask({
      method: 'POST',
      address: '/api/preview-links',
      body: { documents: [{ kind, document: String(id) }] },
      unreachable: desk.publish.unreachable,
    });
    setTrouble(sentences[0] ?? null);
    if (ok) setAddress(String(body.address));
  };
  return (
    <>
      <button className="desk-link" onClick={() => void open()} type="button">
        {words.onPhone}
      </button>
      {trouble !== null && <p role="alert">{trouble}</p>}
      {address !== null && <Code address={address + language} close={() => setAddress(null)} />}
    </>
  );
}

function Code({ address, close }: { address: string; close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog aria-labelledby={heading} className="desk-dialog" onClose={close} ref={dialog}>
      <h2 id={heading}>{words.onPhone}</h2>
      <p>{words.onPhoneHelp}</p>
      <a className="desk-preview__code" href={address} rel="noreferrer" target="_blank">
        {/* biome-ignore lint/performance/noImgElement: it is drawn here, there is nothing to fetch or to resize. */}
        <img
          alt={words.newTab}
          height={280}
          src={`data:image/svg+xml,${encodeURIComponent(renderSVG(address))}`}
          width={280}
        />
      </a>
      <div className="desk-dialog__buttons">
        <button className="desk-link" onClick={close} type="button">
          {words.close}
        </button>
      </div>
    </dialog>
  );
}
