'use client';
/** On the page of an account: one's own second step, or a way for an administrator to reset another's. */
import words from '@charterpress/shared/strings/access.json' with { type: 'json' };
import { Button, useAuth, useDocumentInfo } from '@payloadcms/ui';
import { useCallback, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { filled } from '../words/filled.ts';
import { ask } from './asking.ts';
import { Dialog } from './dialog.tsx';
import { Line, Sentences } from './line.tsx';
import { isOffered, type Offered, SetUpFactor } from './set-up-factor.tsx';

const { account, setUp, signIn } = words;

export function SecondFactor() {
  const { id } = useDocumentInfo();
  const { user } = useAuth();
  if (id === undefined || !user) return null;
  return (
    <section className="desk-second-factor">
      <h3>{setUp.title}</h3>
      {String(user.id) === String(id) ? <MyOwn /> : <AnotherPersons id={String(id)} />}
    </section>
  );
}

function MyOwn() {
  const [codesLeft, setCodesLeft] = useState<number | null | undefined>();
  const [isAsking, setIsAsking] = useState(false);
  const look = useCallback(async () => {
    const { body } = await get('/api/users/second-factor');
    setCodesLeft((body.codesLeft as number | null | undefined) ?? null);
  }, []);
  useEffect(() => void look(), [look]);

  function close() {
    setIsAsking(false);
    void look();
  }

  if (codesLeft === undefined) return <p>{account.asking}</p>;
  const has = codesLeft !== null;
  return (
    <>
      <p>{has ? filled(account.has, { count: String(codesLeft) }) : account.none}</p>
      <Button buttonStyle="secondary" onClick={() => setIsAsking(true)}>
        {has ? account.again : account.begin}
      </Button>
      {isAsking && <Begin has={has} onClose={close} />}
    </>
  );
}

/** Whoever sits at a screen that somebody left open does not know the password. */
function Begin({ has, onClose }: { readonly has: boolean; readonly onClose: () => void }) {
  const [sentences, setSentences] = useState<readonly string[]>([]);
  const [offered, setOffered] = useState<Offered | null>(null);

  async function begin() {
    const form = document.querySelector<HTMLFormElement>('#desk-begin');
    if (form === null || !form.reportValidity()) return;
    const body = Object.fromEntries(new FormData(form));
    const answer = await post('/api/users/second-factor/offer', body);
    setSentences(answer.sentences);
    if (answer.ok && isOffered(answer.body)) setOffered(answer.body);
  }

  if (offered !== null) {
    // Not inside Payload's form: a form stands in no other.
    return createPortal(
      <dialog aria-label={setUp.title} className="desk-dialog" ref={(it) => it?.showModal()}>
        <SetUpFactor offered={offered} onDone={onClose} />
      </dialog>,
      document.body,
    );
  }
  return (
    <Dialog
      cancel={account.cancel}
      confirm={account.begin}
      onCancel={onClose}
      onConfirm={begin}
      title={setUp.title}
    >
      <form id="desk-begin">
        <Sentences of={sentences} />
        <Line
          autoComplete="current-password"
          label={account.password}
          name="password"
          type="password"
        />
        {has && <Line autoComplete="one-time-code" label={account.code} name="code" />}
      </form>
    </Dialog>
  );
}

function AnotherPersons({ id }: { readonly id: string }) {
  const [isAsking, setIsAsking] = useState(false);
  const [sentences, setSentences] = useState<readonly string[]>([]);

  async function reset() {
    setIsAsking(false);
    const answer = await post(`/api/users/${id}/second-factor/reset`, {});
    const code = String(answer.body.enrolmentCode ?? '');
    setSentences(answer.ok ? [filled(account.resetDone, { code })] : answer.sentences);
  }

  return (
    <>
      <Sentences of={sentences} />
      <Button buttonStyle="secondary" onClick={() => setIsAsking(true)}>
        {account.reset}
      </Button>
      {isAsking && (
        <Dialog
          cancel={account.cancel}
          confirm={account.reset}
          onCancel={() => setIsAsking(false)}
          onConfirm={reset}
          title={account.resetTitle}
        >
          <p>{account.resetHelp}</p>
        </Dialog>
      )}
    </>
  );
}

function get(address: string) {
  return ask({ method: 'GET', address, unreachable: signIn.unreachable });
}

function post(address: string, body: object) {
  return ask({ method: 'POST', address, body, unreachable: signIn.unreachable });
}
