'use client';
/** The real page in this language, made from what is saved: what is not translated yet stands in English. */
import preview from '@charterpress/shared/strings/preview.json' with { type: 'json' };
import words from '@charterpress/shared/strings/workbench.json' with { type: 'json' };
import { useEffect, useState } from 'react';
import { filled } from '../../words/filled.ts';
import { ask } from '../asking.ts';
import { useBench, useWork } from './bench-context.ts';

const { preview: say } = words;

/** In milliseconds: whoever hands in one segment after the other sees the page when they pause. */
const PAUSE = 1200;

export function PagePreview({ path }: { path: string }) {
  const { language, store } = useBench();
  const { saves } = useWork(store);
  const [address, setAddress] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a save is what makes another page of it.
  useEffect(() => {
    const timer = setTimeout(() => void look(), address === null ? 0 : PAUSE);
    const look = async () => {
      const [tag, kind, document] = path.split('/');
      const answer = await ask({
        method: 'POST',
        address: '/api/preview-links',
        body: { documents: [{ kind, document, language: tag }] },
        unreachable: say.failed,
      });
      setTrouble(answer.sentences[0] ?? null);
      if (answer.ok) setAddress(`${String(answer.body.address)}${tag}`);
    };
    return () => clearTimeout(timer);
  }, [path, saves]);
  const title = filled(say.title, { language: language.name });
  return (
    <section aria-label={title} className="desk-page-preview">
      <header>
        <h2>{title}</h2>
        {address !== null && (
          <a href={address} rel="noreferrer" target="_blank">
            {preview.window.newTab}
          </a>
        )}
        <p>{say.saved}</p>
      </header>
      {trouble !== null && <p role="alert">{trouble}</p>}
      {address !== null && <iframe src={address} title={title} />}
    </section>
  );
}
