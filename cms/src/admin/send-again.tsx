'use client';
/** On the page of a message that was given up: the way to have it sent once more. */
import mail from '@charterpress/shared/strings/mail.json' with { type: 'json' };
import { Button, toast, useDocumentInfo } from '@payloadcms/ui';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Alarm } from './alarm.tsx';
import { ask } from './asking.ts';

const { again } = mail;

export function SendAgain() {
  const { id, savedDocumentData } = useDocumentInfo();
  const router = useRouter();
  const [sentences, setSentences] = useState<readonly string[]>([]);
  const [isDone, setDone] = useState(false);
  if (savedDocumentData?.state !== 'failed' || savedDocumentData.what === 'password') return null;

  async function send() {
    const address = `/api/messages/${id}/send-again`;
    const answer = await ask({ method: 'POST', address, unreachable: again.unreachable });
    setSentences(answer.sentences);
    if (!answer.ok) return;
    setDone(true);
    toast.success(again.done);
    router.refresh();
  }

  return (
    <>
      <Alarm of={sentences} />
      <Button
        buttonStyle="secondary"
        disabled={isDone}
        id="desk-send-again"
        onClick={() => void send()}
      >
        {again.button}
      </Button>
    </>
  );
}
