'use client';
/** Beside the question what a change means: what translators will have to do once it is published. */
import words from '@charterpress/shared/strings/workbench.json' with { type: 'json' };
import type { Cost } from '../../translation/cost.ts';
import { counted } from '../../words/counted.ts';
import { askedOnce, useAnswer } from '../asked-once.ts';

const { cost: say } = words;

const costAsked = askedOnce({
  path: 'translation-cost',
  unreachable: say.unreachable,
  read: (body) => body as Cost,
});

export function TranslationCost() {
  const asked = useAnswer(costAsked);
  if (asked.state === 'new') return null;
  return (
    <div className="desk-cost">
      <strong>{say.title}</strong>
      {asked.state === 'asking' && <p>{say.asking}</p>}
      {asked.state === 'unanswered' && <p>{asked.why}</p>}
      {asked.state === 'answered' && <Costs of={asked.says} />}
    </div>
  );
}

function Costs({ of }: { of: Cost }) {
  const due = of.languages.filter(({ isPublic, words: left }) => isPublic && left > 0);
  if (due.length === 0) return <p>{say.none}</p>;
  return (
    <>
      <small>{say.help}</small>
      <dl>
        {due.map(({ language, name, words: left }) => (
          <div key={language}>
            <dt>{name}</dt>
            <dd>{counted(say, 'words', left)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
