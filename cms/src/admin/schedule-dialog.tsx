'use client';
/** When one approved document goes live by itself: asked from its menu. */
import words from '@charterpress/shared/strings/bundles.json' with { type: 'json' };
import { useState } from 'react';
import { moment as momentWords } from '../words/moment.ts';
import { ask } from './asking.ts';
import { GoesLiveFields, noMoment, saidOf } from './bundles/goes-live-fields.tsx';
import { Dialog } from './dialog.tsx';

const { screen } = words;

type Open = {
  readonly kind: string;
  readonly id: string;
  /** Of the working copy that the person looks at. */
  readonly revision: number;
};

/** `onDone` is told when the document is on its schedule. A refusal is said in the dialog, which stays. */
export function ScheduleDialog(props: {
  readonly open: Open;
  readonly onCancel: () => void;
  readonly onDone: (said: string) => void;
}) {
  const { onCancel, onDone, open } = props;
  const [moment, setMoment] = useState(noMoment);
  const [sentences, setSentences] = useState<readonly string[]>([]);
  const schedule = async () => {
    const answer = await ask({
      method: 'POST',
      address: `/api/${open.kind}/${open.id}/steps/schedule`,
      body: { revision: open.revision, goesLive: saidOf(moment) },
      unreachable: screen.unreachable,
    });
    setSentences(answer.sentences);
    if (answer.ok) onDone(screen.saved);
  };
  return (
    <Dialog
      cancel={screen.keepUnscheduled}
      confirm={screen.schedule}
      onCancel={onCancel}
      onConfirm={() => void schedule()}
      title={screen.scheduleTitle}
    >
      <p>{screen.scheduleHelp}</p>
      <GoesLiveFields moment={moment} now={momentWords(new Date())} onChange={setMoment} />
      {sentences.length > 0 && (
        <ul className="desk-alarm" role="alert">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
