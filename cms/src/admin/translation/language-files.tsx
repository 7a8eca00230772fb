'use client';
/** Of a whole language: its memory and its agreed words, out as files and in again in two steps. */
import words from '@charterpress/shared/strings/workbench.json' with { type: 'json' };
import { Button } from '@payloadcms/ui';
import { useId, useState } from 'react';
import { filled } from '../../words/filled.ts';
import { ask } from '../asking.ts';
import { Sentences } from '../line.tsx';

const { languageFiles: say } = words;

export function LanguageFiles(props: {
  readonly language: string;
  readonly name: string;
  /** The memory is its translators'; the agreed words are changed by those who write terms. */
  readonly may: { readonly memory: boolean; readonly terms: boolean };
}) {
  const { language, may, name } = props;
  const address = `/api/translation/${language}`;
  return (
    <details className="desk-elsewhere">
      <summary>{filled(say.title, { language: name })}</summary>
      <ul>
        <li>
          <a href={`${address}/memory.tmx`}>{say.memoryOut}</a>
        </li>
        <li>
          <a href={`${address}/terms.csv`}>{say.termsOut}</a>
        </li>
      </ul>
      {may.memory && (
        <TwoSteps accept=".tmx" address={`${address}/memory/import`} label={say.memoryIn} />
      )}
      {may.terms && (
        <TwoSteps accept=".csv" address={`${address}/terms/import`} label={say.termsIn} />
      )}
    </details>
  );
}

type Report = {
  readonly token: string;
  /** Of a memory a count, of a table the rows themselves. */
  readonly accepted?: number;
  readonly changes?: readonly unknown[];
  readonly refused: number | readonly { readonly row: number; readonly why: string }[];
  readonly shown?: readonly { readonly why: string }[];
};

function TwoSteps(props: {
  readonly address: string;
  readonly label: string;
  readonly accept: string;
}) {
  const { accept, address, label } = props;
  const field = useId();
  const [file, setFile] = useState<File | null>(null);
  const [report, setReport] = useState<Report | null>(null);
  const [sentences, setSentences] = useState<readonly string[]>([]);
  const [isDone, setDone] = useState(false);
  const send = async (to: string, token: string | null) => {
    const form = new FormData();
    if (file !== null) form.set('file', file);
    if (token !== null) form.set('token', token);
    const { notDone: unreachable } = words.trouble;
    const answer = await ask({ method: 'POST', address: to, body: form, unreachable });
    setSentences(answer.sentences);
    return answer;
  };
  const look = async () => {
    setDone(false);
    const answer = await send(address, null);
    setReport(answer.ok ? (answer.body as unknown as Report) : null);
  };
  const takeIn = async (token: string) => {
    const answer = await send(`${address}/apply`, token);
    setReport(null);
    setDone(answer.ok);
  };
  return (
    <form
      className="desk-elsewhere__form"
      onSubmit={(event) => {
        event.preventDefault();
        void look();
      }}
    >
      <label htmlFor={field}>{label}</label>
      <input
        accept={accept}
        id={field}
        onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        type="file"
      />
      <Button
        buttonStyle="secondary"
        disabled={file === null}
        margin={false}
        size="small"
        type="submit"
      >
        {words.elsewhere.look}
      </Button>
      <Sentences of={sentences} />
      {report !== null && (
        <div role="status">
          <Told report={report} />
          <Button margin={false} onClick={() => void takeIn(report.token)} size="small">
            {words.elsewhere.takeIn}
          </Button>
        </div>
      )}
      {isDone && <p role="status">{say.done}</p>}
    </form>
  );
}

function Told({ report }: { report: Report }) {
  const { accepted, changes = [], refused, shown = [] } = report;
  const reasons = typeof refused === 'number' ? shown : refused;
  const left = typeof refused === 'number' ? refused : refused.length;
  return (
    <>
      <p>
        {filled(say.accepted, { count: String(accepted ?? changes.length) })}{' '}
        {filled(say.refused, { count: String(left) })}
      </p>
      <ul>
        {[...new Set(reasons.map(({ why }) => why))].map((why) => (
          <li key={why}>{why}</li>
        ))}
      </ul>
    </>
  );
}
