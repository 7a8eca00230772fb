'use client';
/** Who answers for a document, and by when it is read again: asked from the panel beside the form. */
import { isKind } from '@charterpress/shared/domain/kinds.ts';
import { may, type Role } from '@charterpress/shared/roles.ts';
import words from '@charterpress/shared/strings/reviews.json' with { type: 'json' };
import { Button, toast, useAuth, useDocumentInfo } from '@payloadcms/ui';
import { useId, useState } from 'react';
import { Alarm } from './alarm.tsx';
import { ask } from './asking.ts';
import { Dialog } from './dialog.tsx';
import { tellReadersChanged } from './readers-change.ts';

const { plan } = words;

type Dates = { readonly owner: string | null; readonly nextReview: string | null };

export function ReviewPlan(dates: Dates) {
  const { collectionSlug, id } = useDocumentInfo();
  const { user } = useAuth();
  const [isOpen, setOpen] = useState(false);
  const held = (user as { roles?: Role[] } | null)?.roles ?? [];
  if (!collectionSlug || !isKind(collectionSlug) || !may(held, 'write', collectionSlug))
    return null;
  return (
    <>
      <Button
        buttonStyle="secondary"
        id="desk-review-plan"
        margin={false}
        onClick={() => setOpen(true)}
        size="small"
      >
        {plan.button}
      </Button>
      {isOpen && (
        <PlanDialog
          address={`/api/${collectionSlug}/${id}/review`}
          close={() => setOpen(false)}
          {...dates}
        />
      )}
    </>
  );
}

function PlanDialog(props: Dates & { readonly address: string; readonly close: () => void }) {
  const { address, close } = props;
  const field = useId();
  const [owner, setOwner] = useState(props.owner ?? '');
  const [nextReview, setNextReview] = useState(props.nextReview?.slice(0, 10) ?? '');
  const [sentences, setSentences] = useState<readonly string[]>([]);
  const save = async () => {
    // A day that nobody touched may be over by now, and stays as it is.
    const isSameDay = nextReview === (props.nextReview?.slice(0, 10) ?? '');
    const body = { owner, ...(isSameDay ? {} : { nextReview }) };
    const answer = await ask({ method: 'POST', address, body, unreachable: plan.unreachable });
    setSentences(answer.sentences);
    if (!answer.ok) return;
    toast.success(plan.done);
    tellReadersChanged();
    close();
  };
  return (
    <Dialog
      cancel={plan.cancel}
      confirm={plan.save}
      onCancel={close}
      onConfirm={() => void save()}
      title={plan.title}
    >
      <p>{plan.help}</p>
      <div className="desk-question">
        <label htmlFor={`${field}-owner`}>
          <strong>{plan.owner}</strong>
          <small>{plan.ownerHelp}</small>
        </label>
        <input
          id={`${field}-owner`}
          onChange={(event) => setOwner(event.target.value)}
          inputMode="email"
          type="text"
          value={owner}
        />
      </div>
      <div className="desk-question">
        <label htmlFor={`${field}-day`}>
          <strong>{plan.nextReview}</strong>
        </label>
        <input
          id={`${field}-day`}
          onChange={(event) => setNextReview(event.target.value)}
          type="date"
          value={nextReview}
        />
      </div>
      <Alarm of={sentences} />
    </Dialog>
  );
}
