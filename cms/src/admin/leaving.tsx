'use client';
/** The ways in which something published leaves: withdrawn under an explanation, or removed by two people. */
import { isKind, type Kind } from '@charterpress/shared/domain/kinds.ts';
import { type KindAction, may, type Role, roles } from '@charterpress/shared/roles.ts';
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import { Button, PopupList, toast, useAuth, useDocumentInfo, useForm } from '@payloadcms/ui';
import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import { filled } from '../words/filled.ts';
import { ask } from './asking.ts';
import { Dialog } from './dialog.tsx';
import { tellReadersChanged } from './readers-change.ts';

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

/** In the menu of those who write. */
export function WaysToLeave() {
  const [chosen, setChosen] = useState<Way | null>(null);
  const open = useOpenDocument();
  if (open === null) return null;
  return (
    <>
      <PopupList.ButtonGroup>
        {waysFor(open).map((way) => (
          <PopupList.Button
            id={`desk-${way.action}`}
            key={way.action}
            onClick={() => setChosen(way)}
          >
            {way.label}
          </PopupList.Button>
        ))}
      </PopupList.ButtonGroup>
      {chosen && <Leaving close={() => setChosen(null)} open={open} way={chosen} />}
    </>
  );
}

/** For those who only read there is neither Save nor menu: they are told so, and find what they may do as buttons. */
export function ReadingOnly() {
  const [chosen, setChosen] = useState<Way | null>(null);
  const open = useOpenDocument();
  if (open === null || may(open.held, 'write', open.kind)) return null;
  const who = roles.filter((role) => may([role], 'write', open.kind)).join(' or ');
  return (
    <div className="desk-buttons">
      <p className="desk-reading">{filled(desk.reading.only, { who })}</p>
      {waysFor(open).map((way) => (
        <Button
          buttonStyle="secondary"
          id={`desk-${way.action}`}
          key={way.action}
          margin={false}
          onClick={() => setChosen(way)}
        >
          {way.label}
        </Button>
      ))}
      {chosen && <Leaving close={() => setChosen(null)} open={open} way={chosen} />}
    </div>
  );
}

type OpenDocument = { readonly kind: Kind; readonly id: string; readonly held: readonly Role[] };

function useOpenDocument(): OpenDocument | null {
  const { collectionSlug, id } = useDocumentInfo();
  const { user } = useAuth();
  if (!collectionSlug || !isKind(collectionSlug) || id === undefined) return null;
  const held = (user as { roles?: Role[] } | null)?.roles ?? [];
  return { kind: collectionSlug, id: String(id), held };
}

function waysFor({ held, kind }: OpenDocument): readonly Way[] {
  return ways.filter(({ action }) => may(held, action, kind));
}

function Leaving({ close, open, way }: { close: () => void; open: OpenDocument; way: Way }) {
  const { id, kind } = open;
  const { getData } = useForm();
  const router = useRouter();
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
    tellReadersChanged();
    close();
    // What was erased does not stay on the screen either.
    if (answer.ok && way.action === 'confirmRemoval') router.push(`/admin/collections/${kind}`);
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
