'use client';
/** A step with a segment that wants a reason. */
import words from '@charterpress/shared/strings/workbench.json' with { type: 'json' };
import { useId, useState } from 'react';
import { Dialog } from '../dialog.tsx';
import { Sentences } from '../line.tsx';
import { useBench } from './bench-context.ts';

export function Reason(props: {
  readonly act: 'return' | 'waive';
  readonly segmentKey: string;
  /** The body of the request, with what was said. */
  readonly said: (reason: string) => object;
  readonly close: () => void;
}) {
  const { act, close, said, segmentKey } = props;
  const { store } = useBench();
  const [reason, setReason] = useState('');
  const [sentences, setSentences] = useState<readonly string[]>([]);
  const field = useId();
  const say = words.questions[act];
  const send = async () => {
    const refused = await store.act(segmentKey, act, said(reason.trim()));
    setSentences(refused);
    if (refused.length === 0) close();
  };
  return (
    <Dialog
      cancel={words.questions.cancel}
      confirm={say.confirm}
      onCancel={close}
      onConfirm={() => void send()}
      title={say.title}
    >
      <div className="desk-question">
        <label htmlFor={field}>
          <strong>{say.why}</strong>
        </label>
        <textarea
          id={field}
          maxLength={1000}
          onChange={(event) => setReason(event.target.value)}
          rows={4}
          value={reason}
        />
      </div>
      <Sentences of={sentences} />
    </Dialog>
  );
}
