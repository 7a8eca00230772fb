'use client';
/** Keying in what came back on paper: a reader who never signs in is the second person. */
import { plainOf } from '@charterpress/shared/domain/translation/codes.ts';
import words from '@charterpress/shared/strings/workbench.json' with { type: 'json' };
import { Button } from '@payloadcms/ui';
import { useState } from 'react';
import { counted } from '../../words/counted.ts';
import { filled } from '../../words/filled.ts';
import { ask } from '../asking.ts';
import { Line, Sentences } from '../line.tsx';
import { useBench, useWork } from './bench-context.ts';

const { elsewhere: say } = words;

type SheetLine = { readonly key: string; readonly number: number };
type Left = { readonly number: number; readonly sentence: string | null };
type Done = {
  readonly approved: number;
  readonly corrected: number;
  readonly left: readonly Left[];
};

export function ProofIn() {
  const { language, store } = useBench();
  const [lines, setLines] = useState<readonly SheetLine[] | null>(null);
  const [sentences, setSentences] = useState<readonly string[]>([]);
  const [done, setDone] = useState<Done | null>(null);
  const unreachable = words.trouble.notDone;
  const segments = useWork(store).shown?.segments ?? [];
  const englishOf = (key: string) =>
    plainOf(segments.find(({ segment }) => segment.key === key)?.segment.text ?? '');
  const open = async (sheet: string) => {
    const address = `${store.address}/proof/${encodeURIComponent(sheet)}`;
    const answer = await ask({ method: 'GET', address, unreachable });
    setSentences(answer.sentences);
    setLines(answer.ok ? (answer.body.lines as readonly SheetLine[]) : null);
    setDone(null);
  };
  const keyIn = async (form: FormData, known: readonly SheetLine[]) => {
    const said = (name: string) => String(form.get(name) ?? '').trim();
    const corrections = known
      .map(({ key, number }) => ({ key, target: said(`line-${number}`) }))
      .filter(({ target }) => target !== '');
    const answer = await ask({
      method: 'POST',
      address: `${store.address}/proof`,
      body: {
        ...{ sheet: said('sheet'), approvedBy: said('approvedBy'), when: said('when') },
        corrections,
      },
      unreachable,
    });
    setSentences(answer.sentences);
    if (!answer.ok) return;
    setDone(answer.body as unknown as Done);
    setLines(null);
    await store.load();
  };
  return (
    <form
      className="desk-elsewhere__form"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        void (lines === null ? open(String(form.get('sheet')).trim()) : keyIn(form, lines));
      }}
    >
      <Line label={say.sheet} name="sheet" />
      {lines !== null && (
        <>
          <Line label={say.approvedBy} name="approvedBy" />
          <Line label={say.when} name="when" type="date" />
          <p>{say.corrections}</p>
          {lines.map(({ key, number }) => (
            <label className="desk-elsewhere__line" key={key}>
              <span>{number}</span>
              <span lang="en">{englishOf(key)}</span>
              <input
                dir={language.direction}
                lang={language.tag}
                name={`line-${number}`}
                type="text"
              />
            </label>
          ))}
        </>
      )}
      <Button buttonStyle="secondary" margin={false} size="small" type="submit">
        {lines === null ? say.openSheet : say.keyIn}
      </Button>
      <Sentences of={sentences} />
      {done !== null && <Outcome done={done} />}
    </form>
  );
}

function Outcome({ done }: { done: Done }) {
  return (
    <div role="status">
      <p>
        {counted(say, 'approved', done.approved)} {counted(say, 'corrected', done.corrected)}
      </p>
      <ul>
        {bySentence(done.left).map(([sentence, numbers]) => (
          <li key={sentence}>
            {filled(numbers.length === 1 ? say.left_one : say.left_other, {
              ...{ numbers: listed(numbers), sentence },
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Of most lines the same is said. */
function bySentence(left: readonly Left[]): readonly (readonly [string, readonly number[]])[] {
  const groups = Map.groupBy(left, ({ sentence }) => sentence ?? '');
  return [...groups].map(([sentence, lines]) => [sentence, lines.map(({ number }) => number)]);
}

function listed(numbers: readonly number[]): string {
  return new Intl.ListFormat('en-GB').format(numbers.map(String));
}
