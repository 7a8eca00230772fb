/** What the CMS says of the open document: asked once a save and once a step, however many parts of the screen show it. */
import { useDocumentInfo } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import { ask } from './asking.ts';
import { onReadersChange } from './readers-change.ts';

export type AskedOnce<T> =
  | { readonly state: 'new' }
  | { readonly state: 'asking' }
  | { readonly state: 'unanswered'; readonly why: string }
  | { readonly state: 'answered'; readonly says: T };

/** What is asked below the address of a document. `moment` names the save or the step since which it may be different. */
type Question<T> = (document: string, moment: string) => Promise<AskedOnce<T>>;

/** `read` makes of the answer what is shown; `unreachable` is said without one. */
export function askedOnce<T>(of: {
  readonly path: string;
  readonly unreachable: string;
  readonly read: (body: unknown) => T;
}): Question<T> {
  let latest: { readonly key: string; readonly answer: Promise<AskedOnce<T>> } | null = null;

  async function answerAt(address: string): Promise<AskedOnce<T>> {
    const { unreachable } = of;
    const { body, ok, sentences } = await ask({ method: 'GET', address, unreachable });
    if (!ok) return { state: 'unanswered', why: sentences[0] ?? unreachable };
    return { state: 'answered', says: of.read(body) };
  }

  return (document, moment) => {
    const address = `${document}/${of.path}`;
    const key = `${address} ${moment}`;
    if (latest?.key !== key) latest = { key, answer: answerAt(address) };
    return latest.answer;
  };
}

/** The answer for the open document, asked again after each save and each step. */
export function useAnswer<T>(question: Question<T>): AskedOnce<T> {
  const { collectionSlug, id, savedDocumentData } = useDocumentInfo();
  const saved = String(savedDocumentData?.updatedAt ?? '');
  const [asked, setAsked] = useState<AskedOnce<T>>({ state: 'asking' });
  useEffect(() => {
    if (id === undefined) return setAsked({ state: 'new' });
    let isShown = true;
    const look = async (moment: string) => {
      const answer = await question(`/api/${collectionSlug}/${id}`, moment);
      if (isShown) setAsked(answer);
    };
    void look(saved);
    const stopListening = onReadersChange((moment) => void look(moment));
    return () => {
      isShown = false;
      stopListening();
    };
  }, [collectionSlug, id, question, saved]);
  return asked;
}
