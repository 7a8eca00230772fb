'use client';
/** A file that changes something, in two steps: first what would come of it, then taking it in. */
import words from '@charterpress/shared/strings/workbench.json' with { type: 'json' };
import { Button } from '@payloadcms/ui';
import { type ReactNode, useId, useState } from 'react';
import { type Answer, ask } from '../asking.ts';
import { Sentences } from '../line.tsx';

const { elsewhere: say } = words;

/** What was answered to the first step: the token with which the second is asked for. */
export type Looked = { readonly token: string };

export function FileForm<Report extends Looked>(props: {
  readonly label: string;
  readonly accept: string;
  readonly done: string;
  readonly look: (file: File) => Promise<Answer>;
  readonly takeIn: (file: File, token: string) => Promise<Answer>;
  readonly report: (report: Report) => ReactNode;
  /** What could not be done although the rest was. */
  readonly leftOver?: (answer: Answer) => readonly string[];
}) {
  const { accept, done, label, leftOver, look, report, takeIn } = props;
  const field = useId();
  const [file, setFile] = useState<File | null>(null);
  const [looked, setLooked] = useState<Report | null>(null);
  const [sentences, setSentences] = useState<readonly string[]>([]);
  const [isDone, setDone] = useState(false);
  const choose = (chosen: File | null) => {
    setFile(chosen);
    setLooked(null);
    setSentences([]);
    setDone(false);
  };
  const lookInto = async (chosen: File) => {
    const answer = await look(chosen);
    setSentences(answer.sentences);
    setLooked(answer.ok ? (answer.body as unknown as Report) : null);
    setDone(false);
  };
  const takeItIn = async (chosen: File, { token }: Looked) => {
    const answer = await takeIn(chosen, token);
    setSentences([...answer.sentences, ...(leftOver?.(answer) ?? [])]);
    setLooked(null);
    setDone(answer.ok);
  };
  return (
    <form
      className="desk-elsewhere__form"
      onSubmit={(event) => {
        event.preventDefault();
        if (file !== null) void lookInto(file);
      }}
    >
      <label htmlFor={field}>{label}</label>
      <input
        accept={accept}
        id={field}
        onChange={(event) => choose(event.target.files?.[0] ?? null)}
        type="file"
      />
      <Button
        buttonStyle="secondary"
        disabled={file === null}
        margin={false}
        size="small"
        type="submit"
      >
        {say.look}
      </Button>
      <Sentences of={sentences} />
      {file !== null && looked !== null && (
        <>
          <div className="desk-file-report" role="status">
            {report(looked)}
          </div>
          <Button margin={false} onClick={() => void takeItIn(file, looked)} size="small">
            {say.takeIn}
          </Button>
        </>
      )}
      {isDone && <p role="status">{done}</p>}
    </form>
  );
}

/** A form with a file and what is said beside it, to an address of ours. */
export function sendFile(
  address: string,
  file: File,
  said: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const body = new FormData();
  body.set('file', file);
  for (const [name, value] of Object.entries(said)) body.set(name, value);
  return ask({ method: 'POST', address, body, unreachable: words.trouble.notDone });
}
