'use client';
/** What this person can do with the segment as it stands. */
import words from '@charterpress/shared/strings/workbench.json' with { type: 'json' };
import { Button } from '@payloadcms/ui';
import { useState } from 'react';
import { Sentences } from '../line.tsx';
import { useBench } from './bench-context.ts';
import type { OpenSegment } from './book.ts';
import { shownOf, unsaved } from './keeping.ts';
import { Reason } from './reason.tsx';
import { isHandedIn } from './todo.ts';

const { segment: say } = words;

export function SegmentActs({ shown }: { shown: OpenSegment }) {
  const { act, email, may, sentences } = useBench();
  const [isReturning, setReturning] = useState(false);
  const { key } = shown.segment;
  const isUnsaved = unsaved(shown.kept) !== null;
  const isWaiting = isHandedIn(shown) && !isUnsaved;
  const isOwn = shown.record?.work?.by === email;
  const isBlank = shownOf(shown.kept).trim() === '';
  const mayMark = may.translate && !isWaiting && (shown.standing.is !== 'reviewed' || isUnsaved);
  const isOpenQuestion = shown.standing.is === 'behind' && shown.standing.work === 'none';
  const { keeping } = shown.kept;
  const refused = keeping.is === 'refused' ? keeping.sentences : [];
  return (
    <div className="desk-segment__acts">
      <div className="desk-buttons">
        {mayMark && (
          <Button
            disabled={isBlank}
            id={`desk-mark-${key}`}
            margin={false}
            onClick={() => void act(key, 'mark')}
            size="small"
          >
            {say.mark}
          </Button>
        )}
        {isOpenQuestion && !isUnsaved && may.translate && (
          <Button
            buttonStyle="secondary"
            margin={false}
            onClick={() => void act(key, 'still-correct')}
            size="small"
          >
            {say.stillCorrect}
          </Button>
        )}
        {isWaiting && may.review && !isOwn && (
          <Button margin={false} onClick={() => void act(key, 'review')} size="small">
            {say.review}
          </Button>
        )}
        {isWaiting && may.review && (
          <Button
            buttonStyle="secondary"
            margin={false}
            onClick={() => setReturning(true)}
            size="small"
          >
            {say.return}
          </Button>
        )}
      </div>
      {isWaiting && may.review && isOwn && <p>{say.refusedBySelf}</p>}
      <Sentences of={sentences.key === key ? [...refused, ...sentences.of] : refused} />
      {isReturning && (
        <Reason
          act="return"
          close={() => setReturning(false)}
          said={(why) => ({ why })}
          segmentKey={key}
        />
      )}
    </div>
  );
}
