'use client';
/** What a release does, before it does it. */
import words from '@charterpress/shared/strings/workbench.json' with { type: 'json' };
import { toast } from '@payloadcms/ui';
import { useState } from 'react';
import { counted } from '../../words/counted.ts';
import { filled } from '../../words/filled.ts';
import { moment } from '../../words/moment.ts';
import { ask } from '../asking.ts';
import { Dialog } from '../dialog.tsx';
import { Sentences } from '../line.tsx';
import { useBench, useWork } from './bench-context.ts';
import type { WorkShown } from './shapes.ts';

const { questions, release: said } = words;
const { release: say } = questions;

export function ReleaseDialog({ close, shown }: { shown: WorkShown; close: () => void }) {
  const { language, store } = useBench();
  const { keys } = useWork(store);
  const [sentences, setSentences] = useState<readonly string[]>([]);
  const [isGoing, setGoing] = useState(false);
  const segments = keys.map((key) => store.segment(key));
  const done = segments.filter(({ standing }) => standing.is === 'reviewed').length;
  const open = segments.filter(({ record }) => record?.work != null).length;
  const counts = { done: String(done), all: String(keys.length) };
  const when = moment(new Date(shown.english.publishedAt));
  const release = async () => {
    if (isGoing) return;
    setGoing(true);
    const answer = await ask({
      method: 'POST',
      address: `${store.address}/release`,
      body: { revisionOfEnglish: shown.english.number },
      unreachable: words.trouble.notDone,
    });
    setGoing(false);
    setSentences(answer.sentences);
    await store.load();
    if (!answer.ok) return;
    toast.success(said.done);
    close();
  };
  return (
    <Dialog
      cancel={questions.cancel}
      confirm={say.confirm}
      onCancel={close}
      onConfirm={() => void release()}
      title={filled(say.title, { language: language.name })}
    >
      <p>{filled(say.what, { language: language.name })}</p>
      <p>{filled(done === keys.length ? say.all : say.some, { ...counts, when })}</p>
      {shown.english.isComing && <p>{say.coming}</p>}
      {open > 0 && <p>{counted(say, 'drafts', open)}</p>}
      <p>
        {say.together} <a href="/admin/translation/release">{say.togetherLink}</a>.
      </p>
      <Sentences of={sentences} />
    </Dialog>
  );
}
