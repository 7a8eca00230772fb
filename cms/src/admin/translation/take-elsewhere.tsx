'use client';
/** The translation for agencies and for people without accounts: files out and in, and paper. */
import words from '@charterpress/shared/strings/workbench.json' with { type: 'json' };
import { useBench } from './bench-context.ts';
import { FileIn } from './file-in.tsx';
import { ProofIn } from './proof-in.tsx';

const { elsewhere: say } = words;

export function TakeElsewhere() {
  const { may, store } = useBench();
  return (
    <details className="desk-elsewhere">
      <summary>{say.title}</summary>
      <ul>
        {(['2.1', '1.2'] as const).map((version) => (
          <li key={version}>
            <a href={`${store.address}/xliff?version=${version}`}>{say.xliff[version]}</a>
          </li>
        ))}
        <li>
          <a href={`${store.address}/proof`} rel="noreferrer" target="_blank">
            {say.proof}
          </a>
        </li>
      </ul>
      {may.translate && <FileIn />}
      {may.keyIn && <ProofIn />}
    </details>
  );
}
