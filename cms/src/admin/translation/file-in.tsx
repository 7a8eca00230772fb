'use client';
/** A file of translations, in two steps: first what would come of it, unit by unit, then taking it in. */
import words from '@charterpress/shared/strings/workbench.json' with { type: 'json' };
import { Button } from '@payloadcms/ui';
import { useId, useState } from 'react';
import { filled } from '../../words/filled.ts';
import { ask } from '../asking.ts';
import { Sentences } from '../line.tsx';
import { useBench, useWork } from './bench-context.ts';

const { elsewhere: say } = words;

type Outcome = keyof typeof say.outcomes;
type FileReport = {
  readonly name: string;
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly units: readonly {
    readonly key: string;
    readonly is: Outcome;
    readonly english: string | null;
    readonly sentence: string | null;
  }[];
};

export function FileIn() {
  const { store } = useBench();
  const work = useWork(store).shown;
  const field = useId();
  const [file, setFile] = useState<File | null>(null);
  const [token, setToken] = useState<string | null>(null);
  const [reports, setReports] = useState<readonly FileReport[]>([]);
  const [sentences, setSentences] = useState<readonly string[]>([]);
  const [isDone, setDone] = useState(false);
  const look = async () => {
    const form = new FormData();
    if (file !== null) form.set('file', file);
    for (const name of ['language', 'kind', 'document'] as const)
      form.set(name, work?.[name] ?? '');
    const answer = await send('/api/translation/import', form);
    setSentences(answer.sentences);
    setToken(answer.ok ? String(answer.body.token) : null);
    setReports(answer.ok ? (answer.body.files as readonly FileReport[]) : []);
    setDone(false);
  };
  const takeIn = async () => {
    const answer = await send('/api/translation/import/apply', { token });
    const refused = (answer.body.files ?? []) as readonly { message?: string }[];
    setSentences([...answer.sentences, ...refused.flatMap(({ message }) => message ?? [])]);
    setToken(null);
    setDone(answer.ok);
    await store.load();
  };
  return (
    <form
      className="desk-elsewhere__form"
      onSubmit={(event) => {
        event.preventDefault();
        void look();
      }}
    >
      <label htmlFor={field}>{say.fileIn}</label>
      <input
        accept=".xlf,.xliff,.zip"
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
        {say.look}
      </Button>
      <Sentences of={sentences} />
      {reports.map((report) => (
        <Report key={report.name} report={report} />
      ))}
      {token !== null && (
        <Button id="desk-take-in" margin={false} onClick={() => void takeIn()} size="small">
          {say.takeIn}
        </Button>
      )}
      {isDone && <p role="status">{say.takenIn}</p>}
    </form>
  );
}

function send(address: string, body: object) {
  return ask({ method: 'POST', address, body, unreachable: words.trouble.notDone });
}

function Report({ report }: { report: FileReport }) {
  const outcomes = Object.keys(say.outcomes) as Outcome[];
  const told = outcomes.filter((is) => (report.counts[is] ?? 0) > 0);
  const refused = report.units.filter(({ sentence }) => sentence !== null);
  return (
    <div role="status">
      <strong>{report.name}</strong>
      <ul>
        {told.map((is) => (
          <li key={is}>{filled(say.outcomes[is], { count: String(report.counts[is]) })}</li>
        ))}
      </ul>
      {refused.length > 0 && (
        <dl>
          {refused.map(({ english, key, sentence }) => (
            <div key={key}>
              <dt lang="en">{english ?? key}</dt>
              <dd>{sentence}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
