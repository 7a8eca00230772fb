'use client';
/** Signing in: the password, then what else is asked for, on the same page. */
import words from '@charterpress/shared/strings/access.json' with { type: 'json' };
import { Button } from '@payloadcms/ui';
import { type FormEvent, useState } from 'react';
import { type Answer, ask } from './asking.ts';
import { Line, Sentences } from './line.tsx';
import { type AskedBesides, askedBy } from './second-step.ts';
import { isOffered, type Offered, SetUpFactor } from './set-up-factor.tsx';

const { signIn } = words;

export function SignInForm({ redirectTo }: { readonly redirectTo: string }) {
  const [asked, setAsked] = useState<AskedBesides>(null);
  const [sentences, setSentences] = useState<readonly string[]>([]);
  const [offered, setOffered] = useState<Offered | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = Object.fromEntries(new FormData(event.currentTarget));
    const path = asked === 'enrolment' ? 'second-factor/offer' : 'login';
    setIsBusy(true);
    const answer = await post(path, typed);
    setIsBusy(false);
    setSentences(answer.sentences);
    if (!answer.ok) setAsked(askedBy(answer) ?? asked);
    else if (isOffered(answer.body)) setOffered(answer.body);
    else window.location.assign(redirectTo);
  }

  if (offered !== null) {
    return <SetUpFactor offered={offered} onDone={() => window.location.reload()} />;
  }
  return (
    <form className="desk-sign-in" method="post" onSubmit={send}>
      <h1>{signIn.title}</h1>
      <Sentences of={sentences} />
      <Line autoComplete="username" label={signIn.email} name="email" type="email" />
      <Line
        autoComplete="current-password"
        label={signIn.password}
        name="password"
        type="password"
      />
      {asked === 'code' && (
        <Line
          autoComplete="one-time-code"
          help={signIn.codeHelp}
          isNext
          label={signIn.code}
          name="code"
        />
      )}
      {asked === 'enrolment' && (
        <Line help={signIn.enrolmentHelp} isNext label={signIn.enrolment} name="enrolment" />
      )}
      <Button disabled={isBusy} size="large" type="submit">
        {asked === 'enrolment' ? signIn.setUp : signIn.signIn}
      </Button>
    </form>
  );
}

function post(path: string, body: object): Promise<Answer> {
  const address = `/api/users/${path}`;
  return ask({ method: 'POST', address, body, unreachable: signIn.unreachable });
}
