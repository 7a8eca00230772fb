'use client';
/** On the page of an account: hand over the work of somebody who leaves, and close the account. */
import words from '@charterpress/shared/strings/handover.json' with { type: 'json' };
import { Button, toast, useAuth, useDocumentInfo } from '@payloadcms/ui';
import { useRouter } from 'next/navigation';
import { useEffect, useId, useState } from 'react';
import type { Work } from '../handover/endpoints.ts';
import { filled } from '../words/filled.ts';
import { moment } from '../words/moment.ts';
import { ask } from './asking.ts';
import { Dialog } from './dialog.tsx';

type Account = {
  readonly name?: string | null;
  readonly email?: string;
  readonly closedAt?: string | null;
  readonly handedTo?: string | null;
};

export function HandOver() {
  const { id, savedDocumentData } = useDocumentInfo();
  const { user } = useAuth();
  const [isOpen, setOpen] = useState(false);
  const held = (user as { roles?: readonly string[] } | null)?.roles ?? [];
  const account = (savedDocumentData ?? {}) as Account;
  if (id === undefined || id === user?.id || !held.includes('administrator')) return null;
  if (account.closedAt) return <Closed closedAt={account.closedAt} to={account.handedTo ?? ''} />;
  const name = account.name?.trim() || account.email || '';
  return (
    <div className="desk-hand-over">
      <Button buttonStyle="secondary" id="desk-hand-over" onClick={() => setOpen(true)}>
        {words.button}
      </Button>
      {isOpen && <Handing close={() => setOpen(false)} id={String(id)} name={name} />}
    </div>
  );
}

function Closed({ closedAt, to }: { closedAt: string; to: string }) {
  return <p>{filled(words.closed, { when: moment(new Date(closedAt)), to })}</p>;
}

function Handing({ close, id, name }: { close: () => void; id: string; name: string }) {
  const router = useRouter();
  const [work, setWork] = useState<Work | null>(null);
  const [heir, setHeir] = useState('');
  const [trouble, setTrouble] = useState('');
  const field = useId();
  useEffect(() => {
    void askWork(id).then(({ sentence, work: found }) => {
      setWork(found);
      setTrouble(sentence);
    });
  }, [id]);
  const handOver = async () => {
    if (heir === '') return setTrouble(words.chooseFirst);
    const answer = await ask({
      method: 'POST',
      address: `/api/users/${id}/hand-over`,
      body: { to: heir },
      unreachable: words.unreachable,
    });
    if (!answer.ok) return setTrouble(answer.sentences.join(' '));
    toast.success(words.done);
    close();
    router.refresh();
  };
  return (
    <Dialog
      cancel={words.cancel}
      confirm={words.confirm}
      onCancel={close}
      onConfirm={() => void handOver()}
      title={filled(words.title, { name })}
    >
      <p>{filled(words.help, { name })}</p>
      {work && <Documents documents={work.documents} name={name} />}
      <label className="desk-note" htmlFor={field}>
        <strong>{words.to}</strong>
      </label>
      <select id={field} onChange={(event) => setHeir(event.target.value)} value={heir}>
        <option value="">{words.choose}</option>
        {work?.heirs.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </select>
      <p role="alert">{trouble}</p>
    </Dialog>
  );
}

/** Enough to see what it is about. */
const SHOWN = 6;

function Documents({ documents, name }: { documents: Work['documents']; name: string }) {
  const count = String(documents.length);
  if (documents.length === 0) return <p>{filled(words.documents_none, { name })}</p>;
  return (
    <>
      <p>{filled(documents.length === 1 ? words.documents_one : words.documents, { count })}</p>
      <ul>
        {documents.slice(0, SHOWN).map(({ document, kind, title }) => (
          <li key={document}>
            <a href={`/admin/collections/${kind}/${document}`}>{title}</a>
          </li>
        ))}
      </ul>
      {documents.length > SHOWN && (
        <p>{filled(words.more, { count: String(documents.length - SHOWN) })}</p>
      )}
    </>
  );
}

async function askWork(id: string): Promise<{ work: Work | null; sentence: string }> {
  const { body, ok, sentences } = await ask({
    method: 'GET',
    address: `/api/users/${id}/work`,
    unreachable: words.unreachable,
  });
  return { work: ok ? (body as unknown as Work) : null, sentence: sentences.join(' ') };
}
