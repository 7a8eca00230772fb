'use client';
/** Another password, and with it the code of whoever has a second step: the mailbox alone opens no account. */
import words from '@charterpress/shared/strings/access.json' with { type: 'json' };
import { Button } from '@payloadcms/ui';
import { type FormEvent, useState } from 'react';
import { type Answer, ask } from './asking.ts';
import { Line, Sentences } from './line.tsx';
import { askedBy } from './second-step.ts';

const { newPassword, signIn } = words;

export function NewPasswordForm({ token }: { readonly token: string }) {
  const [isCodeAsked, setCodeAsked] = useState(false);
  const [sentences, setSentences] = useState<readonly string[]>([]);
  const [isBusy, setIsBusy] = useState(false);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = Object.fromEntries(new FormData(event.currentTarget));
    setIsBusy(true);
    const answer = await post({ token, ...typed });
    setIsBusy(false);
    setSentences(answer.status === 403 ? [newPassword.outdated] : answer.sentences);
    if (askedBy(answer) === 'code') setCodeAsked(true);
    if (answer.ok) window.location.assign('/admin');
  }

  return (
    <form className="desk-sign-in" method="post" onSubmit={send}>
      <h1>{newPassword.title}</h1>
      <Sentences of={sentences} />
      <Line
        autoComplete="new-password"
        help={newPassword.passwordHelp}
        label={newPassword.password}
        name="password"
        type="password"
      />
      {isCodeAsked && (
        <Line
          autoComplete="one-time-code"
          help={signIn.codeHelp}
          isNext
          label={signIn.code}
          name="code"
        />
      )}
      <Button disabled={isBusy} size="large" type="submit">
        {newPassword.save}
      </Button>
    </form>
  );
}

function post(body: object): Promise<Answer> {
  const address = '/api/users/reset-password';
  return ask({ method: 'POST', address, body, unreachable: signIn.unreachable });
}
