'use client';
/** Who does this translation, and who else has it open. */
import words from '@charterpress/shared/strings/workbench.json' with { type: 'json' };
import { useState } from 'react';
import { filled } from '../../words/filled.ts';
import { ask } from '../asking.ts';
import { useBench } from './bench-context.ts';
import type { WorkShown } from './shapes.ts';

const { top: say } = words;

export function ClaimLine({ shown }: { shown: WorkShown }) {
  const { email, may, nameOf, store } = useBench();
  const [sentences, setSentences] = useState<readonly string[]>([]);
  const { claim, others } = shown;
  const send = async (what: 'claim' | 'unclaim') => {
    const answer = await ask({
      method: 'POST',
      address: `${store.address}/${what}`,
      body: {},
      unreachable: words.trouble.notDone,
    });
    setSentences(answer.sentences);
    await store.load();
  };
  const here = others.map(({ by }) => nameOf(by));
  return (
    <p className="desk-bench__claim">
      {claimWords(claim?.by ?? null, email, nameOf)}{' '}
      {may.translate && (
        <button
          className="desk-link"
          onClick={() => void send(claim === null ? 'claim' : 'unclaim')}
          type="button"
        >
          {claim === null ? say.claim : say.unclaim}
        </button>
      )}{' '}
      {here.length > 0 && <span>{filled(say.others, { who: here.join(', ') })}</span>}
      {sentences.map((sentence) => (
        <span key={sentence} role="alert">
          {sentence}
        </span>
      ))}
    </p>
  );
}

function claimWords(by: string | null, email: string, nameOf: (email: string) => string): string {
  if (by === null) return say.unclaimed;
  return by === email ? say.claimedByMe : filled(say.claimed, { who: nameOf(by) });
}
