'use client';
/** Beside the form: every comment that is open, each leading to its field, and the settled ones folded away. */
import { presentPath, translationOf } from '@charterpress/shared/domain/comments.ts';
import { language } from '@charterpress/shared/languages.ts';
import words from '@charterpress/shared/strings/comments.json' with { type: 'json' };
import { useDocumentInfo, useFormFields } from '@payloadcms/ui';
import { useId, useState } from 'react';
import type { CommentShown } from '../comments/endpoints.ts';
import { filled } from '../words/filled.ts';
import { Thread, Writing } from './comment-thread.tsx';
import { useAddressOfComments } from './comments-at-field.tsx';
import { say, useComments } from './comments-store.ts';
import { nameOf } from './faults.ts';
import { focusField } from './focus-field.ts';

export function CommentsBeside() {
  const address = useAddressOfComments();
  return address === null ? null : <CommentList address={address} />;
}

function CommentList({ address }: { address: string }) {
  const comments = useComments(address);
  const [isWriting, setWriting] = useState(false);
  const heading = useId();
  const settled = comments.filter((each) => each.settled !== null);
  const open = comments.filter((each) => each.settled === null);
  return (
    <section aria-labelledby={heading} className="desk-readers desk-comments">
      <h2 id={heading}>{words.title}</h2>
      {comments.length === 0 && <p>{words.none}</p>}
      {open.map((each) => (
        <AtItsPlace address={address} comment={each} key={each.id} />
      ))}
      {settled.length > 0 && (
        <details>
          <summary>{filled(words.settledOnes, { count: String(settled.length) })}</summary>
          {settled.map((each) => (
            <AtItsPlace address={address} comment={each} key={each.id} />
          ))}
        </details>
      )}
      {isWriting ? (
        <Writing
          close={() => setWriting(false)}
          label={words.wordsOnAll}
          send={(text) => say(address, { field: '', text })}
        />
      ) : (
        <button className="desk-comments__write" onClick={() => setWriting(true)} type="button">
          {words.writeOnAll}
        </button>
      )}
    </section>
  );
}

/** A comment on no field of the form: on all of it, on a translation of a part, or on what is no longer there. */
function Elsewhere({ field }: { field: string }) {
  const { collectionSlug, id } = useDocumentInfo();
  const on = translationOf(field);
  if (on === null) return <strong>{field === '' ? words.onAll : words.onGone}</strong>;
  return (
    <a href={`/admin/translation/${on.language}/${collectionSlug}/${id}`}>
      {filled(words.onTranslation, { language: language(on.language)?.englishName ?? on.language })}
    </a>
  );
}

function AtItsPlace({ address, comment }: { address: string; comment: CommentShown }) {
  const { docConfig } = useDocumentInfo();
  const path = useFormFields(([fields]) =>
    presentPath(comment.field, (rows) => {
      const here = fields[rows]?.rows;
      return here === undefined ? null : here.map(({ id }) => id);
    }),
  );
  const name = path === null ? null : nameOf(path.split('.'), docConfig?.fields ?? []);
  return (
    <div>
      {path === null || name === null ? (
        <Elsewhere field={comment.field} />
      ) : (
        <a
          href={`#field-${path.replaceAll('.', '__')}`}
          onClick={(event) => {
            event.preventDefault();
            focusField(path);
          }}
        >
          {name}
        </a>
      )}
      <Thread address={address} comment={comment} />
    </div>
  );
}
