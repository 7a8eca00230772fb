'use client';
/** What was said about this segment in this language: to colleagues, and to whoever wrote the English. */
import { translationField } from '@charterpress/shared/domain/comments.ts';
import comments from '@charterpress/shared/strings/comments.json' with { type: 'json' };
import words from '@charterpress/shared/strings/workbench.json' with { type: 'json' };
import { useState } from 'react';
import { Thread, Writing } from '../comment-thread.tsx';
import { say, useComments } from '../comments-store.ts';
import { useBench, useWork } from './bench-context.ts';
import type { OpenSegment } from './book.ts';

export function SegmentComments({ shown }: { shown: OpenSegment }) {
  const { language, store } = useBench();
  const work = useWork(store).shown;
  const address = work === null ? null : `/api/${work.kind}/${work.document}/comments`;
  const all = useComments(address);
  const [isWriting, setWriting] = useState(false);
  if (address === null) return null;
  const field = translationField(language.tag, shown.segment.key);
  const here = all.filter((each) => each.field === field && each.settled === null);
  return (
    <section className="desk-segment__comments desk-comments">
      {here.map((each) => (
        <Thread address={address} comment={each} key={each.id} />
      ))}
      {isWriting ? (
        <Writing
          close={() => setWriting(false)}
          label={comments.wordsOnAll}
          send={(text) => say(address, { field, text })}
        />
      ) : (
        <button className="desk-comments__write" onClick={() => setWriting(true)} type="button">
          {words.segment.comment}
        </button>
      )}
    </section>
  );
}
