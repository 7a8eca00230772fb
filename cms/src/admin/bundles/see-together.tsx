'use client';
/** Opens the real pages as they will be when all of these are live. */
import words from '@charterpress/shared/strings/bundles.json' with { type: 'json' };
import { Button } from '@payloadcms/ui';
import { useState } from 'react';
import { ask } from '../asking.ts';

const { screen } = words;

type Text = { readonly kind: string; readonly document: string; readonly version: string | null };

export function SeeTogether({ texts }: { texts: readonly Text[] }) {
  const [sentences, setSentences] = useState<readonly string[]>([]);
  const open = async () => {
    // Opened at once: a window that opens after an answer is taken for an advertisement and kept shut.
    const beside = window.open('about:blank', '_blank');
    const documents = texts.flatMap(({ document, kind, version }) =>
      version === null ? [] : [{ kind, document, version }],
    );
    const answer = await ask({
      method: 'POST',
      address: '/api/preview-links',
      body: { documents },
      unreachable: screen.unreachable,
    });
    setSentences(answer.sentences);
    if (answer.ok && beside !== null) beside.location.href = String(answer.body.address);
    else beside?.close();
  };
  return (
    <>
      <Button
        buttonStyle="secondary"
        id="desk-bundle-see"
        margin={false}
        onClick={() => void open()}
      >
        {screen.seeTogether}
      </Button>
      {sentences.map((sentence) => (
        <p key={sentence} role="alert">
          {sentence}
        </p>
      ))}
    </>
  );
}
