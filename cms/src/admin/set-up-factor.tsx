'use client';
/** An app gets to know the account, answers with a code, and its owner keeps the recovery codes. */
import words from '@charterpress/shared/strings/access.json' with { type: 'json' };
import { Button } from '@payloadcms/ui';
import { type FormEvent, useState } from 'react';
import { ask } from './asking.ts';
import { Line, Sentences } from './line.tsx';

const { setUp } = words;

export type Offered = {
  readonly ticket: string;
  readonly secret: string;
  /** The same for a camera, as SVG. */
  readonly picture: string;
};

export function isOffered(answer: object): answer is Offered {
  return 'ticket' in answer && 'secret' in answer && 'picture' in answer;
}

export function SetUpFactor(props: { readonly offered: Offered; readonly onDone: () => void }) {
  const { offered, onDone } = props;
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [sentences, setSentences] = useState<readonly string[]>([]);

  async function confirm(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const code = new FormData(event.currentTarget).get('app-code');
    const answer = await ask({
      method: 'POST',
      address: '/api/users/second-factor/set-up',
      body: { ticket: offered.ticket, code },
      unreachable: words.signIn.unreachable,
    });
    setSentences(answer.sentences);
    if (answer.ok) setCodes(answer.body.recoveryCodes as readonly string[]);
  }

  if (codes !== null) return <RecoveryCodes codes={codes} onKept={onDone} />;
  return (
    <form className="desk-sign-in" onSubmit={confirm}>
      <h2>{setUp.title}</h2>
      <p>{setUp.scan}</p>
      {/* biome-ignore lint/performance/noImgElement: it is drawn here, there is nothing to fetch or to resize. */}
      <img
        alt={setUp.picture}
        className="desk-scan"
        height={220}
        src={`data:image/svg+xml,${encodeURIComponent(offered.picture)}`}
        width={220}
      />
      <p>{setUp.type}</p>
      <p className="desk-key">{offered.secret.replace(/(.{4})(?=.)/g, '$1 ')}</p>
      <Sentences of={sentences} />
      <Line autoComplete="one-time-code" label={setUp.code} name="app-code" />
      <Button size="large" type="submit">
        {setUp.confirm}
      </Button>
    </form>
  );
}

function RecoveryCodes(props: { readonly codes: readonly string[]; readonly onKept: () => void }) {
  const { codes, onKept } = props;
  return (
    <div className="desk-sign-in">
      <h2>{setUp.title}</h2>
      <p role="status">{setUp.done}</p>
      <p>{setUp.codes}</p>
      <ol className="desk-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <Button onClick={onKept} size="large">
        {setUp.kept}
      </Button>
    </div>
  );
}
