'use client';
/** Of a whole language: its memory and its agreed words, out as files and in again in two steps. */
import words from '@charterpress/shared/strings/workbench.json' with { type: 'json' };
import { filled } from '../../words/filled.ts';
import { FileForm, type Looked, sendFile } from './file-form.tsx';

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

function TwoSteps(props: {
  readonly address: string;
  readonly label: string;
  readonly accept: string;
}) {
  const { accept, address, label } = props;
  return (
    <FileForm<Report>
      accept={accept}
      done={say.done}
      label={label}
      look={(file) => sendFile(address, file)}
      report={(report) => <Told report={report} />}
      takeIn={(file, token) => sendFile(`${address}/apply`, file, { token })}
    />
  );
}

type Report = Looked & {
  readonly accepted: number;
  readonly left: number;
  readonly reasons: readonly { readonly why: string }[];
};

function Told({ report }: { report: Report }) {
  const { accepted, left, reasons } = report;
  return (
    <>
      <p>
        {filled(say.accepted, { count: String(accepted) })}{' '}
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
