'use client';
/** Beside the form: what readers have of this document in each language of the trust, as the site confirmed it. */
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import { useDocumentInfo } from '@payloadcms/ui';
import { useEffect, useId, useState } from 'react';
import { filled } from '../words/filled.ts';
import { ask } from './asking.ts';
import { onReadersChange } from './readers-change.ts';
import type { ReadersOfLanguage } from './readers-of.ts';

const { readers } = desk;

/** In milliseconds: how often to look while something is on its way. */
const PAUSE = 1000;

export function WhatReadersHave() {
  const { collectionSlug, id } = useDocumentInfo();
  const [languages, setLanguages] = useState<readonly ReadersOfLanguage[] | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const heading = useId();
  useEffect(() => {
    if (id === undefined) return;
    let again: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      clearTimeout(again);
      const { body, ok, sentences } = await ask({
        method: 'GET',
        address: `/api/${collectionSlug}/${id}/readers`,
        unreachable: readers.unreachable,
      });
      setTrouble(sentences[0] ?? null);
      if (!ok) return;
      const { languages: answered } = body as { languages: readonly ReadersOfLanguage[] };
      setLanguages(answered);
      if (answered.some(({ isOnItsWay }) => isOnItsWay)) again = setTimeout(look, PAUSE);
    };
    void look();
    const stopListening = onReadersChange(() => void look());
    return () => {
      stopListening();
      clearTimeout(again);
    };
  }, [collectionSlug, id]);
  if (id === undefined) return null;
  return (
    <section aria-labelledby={heading} className="desk-readers">
      <h2 id={heading}>{readers.title}</h2>
      {trouble !== null && <p>{trouble}</p>}
      {languages === null ? (
        trouble === null && <p>{readers.asking}</p>
      ) : (
        <dl>
          {languages.map((each) => (
            <Language key={each.tag} {...each} />
          ))}
        </dl>
      )}
    </section>
  );
}

function Language({ address, name, says, tag }: ReadersOfLanguage) {
  return (
    <div data-language={tag}>
      <dt>{name}</dt>
      <dd>
        {says}
        {address !== null && <a href={address}>{filled(readers.look, { language: name })}</a>}
      </dd>
    </div>
  );
}
