'use client';
/** The ways in which something published leaves: withdrawn under an explanation, or removed by two people. */
import { isKind, type Kind } from '@charterpress/shared/domain/kinds.ts';
import { type KindAction, may, type Role } from '@charterpress/shared/roles.ts';
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import { PopupList, toast, useAuth, useDocumentInfo, useForm } from '@payloadcms/ui';
import { useId, useState } from 'react';
import { ask } from './asking.ts';
import { Dialog } from './dialog.tsx';

type Way = {
  readonly action: KindAction;
  readonly path: string;
  readonly label: string;
  readonly title: string;
  readonly help: string;
  /** The text that has to be given with it, and the name it is sent by. */
  readonly asks: { readonly name: string; readonly label: string } | null;
  readonly done: string;
};

const { leave } = desk;
const ways: readonly Way[] = [
  {
    action: 'withdraw',
    path: 'withdraw',
    label: leave.withdraw,
    title: leave.withdrawTitle,
    help: leave.withdrawHelp,
    asks: { name: 'explanation', label: leave.explanation },
    done: leave.withdrawn,
  },
  {
    action: 'askRemoval',
    path: 'removal',
    label: leave.askRemoval,
    title: leave.askRemovalTitle,
    help: leave.askRemovalHelp,
    asks: { name: 'reason', label: leave.reason },
    done: leave.asked,
  },
  {
    action: 'confirmRemoval',
    path: 'removal/confirm',
    label: leave.confirmRemoval,
    title: leave.confirmRemovalTitle,
    help: leave.confirmRemovalHelp,
    asks: null,
    done: leave.removed,
  },
];

export function WaysToLeave() {
  const { collectionSlug, id } = useDocumentInfo();
  const { user } = useAuth();
  const [chosen, setChosen] = useState<Way | null>(null);
  const held = (user as { roles?: Role[] } | null)?.roles ?? [];
  if (!collectionSlug || !isKind(collectionSlug) || id === undefined) return null;
  const allowed = ways.filter(({ action }) => may(held, action, collectionSlug));
  return (
    <>
      <PopupList.ButtonGroup>
        {allowed.map((way) => (
          <PopupList.Button
            id={`desk-${way.action}`}
            key={way.action}
            onClick={() => setChosen(way)}
          >
            {way.label}
          </PopupList.Button>
        ))}
      </PopupList.ButtonGroup>
      {chosen && (
        <Leaving close={() => setChosen(null)} id={String(id)} kind={collectionSlug} way={chosen} />
      )}
    </>
  );
}

function Leaving({
  close,
  id,
  kind,
  way,
}: {
  close: () => void;
  id: string;
  kind: Kind;
  way: Way;
}) {
  const { getData } = useForm();
  const [words, setWords] = useState('');
  const field = useId();
  const leaveNow = async () => {
    const revision = way.action === 'withdraw' ? { revision: Number(getData().revision) } : {};
    const answer = await ask({
      method: 'POST',
      address: `/api/${kind}/${id}/${way.path}`,
      body: { ...revision, ...(way.asks && { [way.asks.name]: words }) },
      unreachable: desk.publish.unreachable,
    });
    if (answer.ok) toast.success(way.done);
    for (const sentence of answer.sentences) toast.error(sentence);
    close();
  };
  return (
    <Dialog
      cancel={leave.cancel}
      confirm={way.label}
      onCancel={close}
      onConfirm={() => void leaveNow()}
      title={way.title}
    >
      <p>{way.help}</p>
      {way.asks && (
        <>
          <label className="desk-note" htmlFor={field}>
            <strong>{way.asks.label}</strong>
          </label>
          <textarea
            id={field}
            onChange={(event) => setWords(event.target.value)}
            required
            rows={4}
            value={words}
          />
        </>
      )}
    </Dialog>
  );
}
