'use client';
/** Under each field: its help, what staff said about it, and a button to say something. */
import { steadyPath } from '@charterpress/shared/domain/comments.ts';
import words from '@charterpress/shared/strings/comments.json' with { type: 'json' };
import { FieldDescription, useDocumentInfo, useFormFields } from '@payloadcms/ui';
import type { StaticDescription } from 'payload';
import { type ReactNode, useState } from 'react';
import { filled } from '../words/filled.ts';
import { Thread, Writing } from './comment-thread.tsx';
import { say, useComments } from './comments-store.ts';

type Described = {
  readonly path: string;
  readonly field: {
    readonly label?: unknown;
    readonly admin?: { readonly description?: unknown };
  };
};

export function HelpAndComments({ field, path }: Described) {
  const address = useAddressOfComments();
  const label = typeof field.label === 'string' ? field.label : '';
  const help = (
    <FieldDescription description={field.admin?.description as StaticDescription} path={path} />
  );
  if (address === null) return help;
  return <CommentsHere address={address} help={help} label={label} path={path} />;
}

/** Where the comments on the open document are; `null` while it was never saved. */
export function useAddressOfComments(): string | null {
  const { collectionSlug, id } = useDocumentInfo();
  return id === undefined ? null : `/api/${collectionSlug}/${id}/comments`;
}

function CommentsHere(props: {
  readonly address: string;
  readonly help: ReactNode;
  readonly label: string;
  readonly path: string;
}) {
  const { address, help, label, path } = props;
  const place = useFormFields(([fields]) =>
    steadyPath(path, (row) => {
      const id = fields[`${row}.id`]?.value;
      return typeof id === 'string' ? id : null;
    }),
  );
  const comments = useComments(address);
  const [isWriting, setWriting] = useState(false);
  const here = comments.filter(({ field, settled }) => field === place && settled === null);
  return (
    <div className="desk-comments">
      <div className="desk-comments__help">
        {help}
        {!isWriting && (
          <button
            aria-label={filled(words.writeOn, { field: label })}
            className="desk-comments__write"
            onClick={() => setWriting(true)}
            type="button"
          >
            {words.write}
          </button>
        )}
      </div>
      {here.map((each) => (
        <Thread address={address} comment={each} key={each.id} />
      ))}
      {isWriting && (
        <Writing
          close={() => setWriting(false)}
          label={filled(words.words, { field: label })}
          send={(text) => say(address, { field: place, text })}
        />
      )}
    </div>
  );
}
