'use client';
/** Beside the form: every page that a change here would reach, before it is made. */
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import reach from '@charterpress/shared/strings/reach.json' with { type: 'json' };
import { useDocumentInfo } from '@payloadcms/ui';
import { useEffect, useId, useState } from 'react';
import { ask } from '../admin/asking.ts';
import { onReadersChange } from '../admin/readers-change.ts';
import { counted } from '../words/counted.ts';
import { filled } from '../words/filled.ts';
import type { PagesOf, UsedOn } from './used-on.ts';

export function UsedOnPanel() {
  const { collectionSlug, id, lastUpdateTime } = useDocumentInfo();
  const [known, setKnown] = useState<UsedOn | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const heading = useId();
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again after each save, which is all that this says.
  useEffect(() => {
    if (id === undefined) return;
    const look = async () => {
      const { body, ok, sentences } = await ask({
        method: 'GET',
        address: `/api/${collectionSlug}/${id}/used-on`,
        unreachable: desk.publish.unreachable,
      });
      setTrouble(sentences[0] ?? null);
      setKnown(ok ? (body as UsedOn) : null);
    };
    void look();
    return onReadersChange(() => void look());
  }, [collectionSlug, id, lastUpdateTime]);
  if (id === undefined) return null;
  return (
    <section aria-labelledby={heading} className="desk-readers desk-used">
      <h2 id={heading}>{reach.title}</h2>
      {trouble !== null && <p>{trouble}</p>}
      {known === null ? trouble === null && <p>{reach.asking}</p> : <Known known={known} />}
    </section>
  );
}

function Known({ known }: { known: UsedOn }) {
  const { caution, usedOn } = known;
  const all = total(usedOn);
  return (
    <>
      {caution !== null && <p className="desk-used__caution">{caution}</p>}
      <p>{all === 0 ? reach.nowhere : counted(reach, 'used', all)}</p>
      <Pages pages={usedOn} />
      <Changes known={known} />
    </>
  );
}

function Changes({ known: { changes, isLive, moves, touched } }: { known: UsedOn }) {
  if (isLive) return <p>{reach.nothingNew}</p>;
  if (changes === null) return <p>{filled(reach.tooMany, { count: String(touched) })}</p>;
  const all = total(changes);
  return (
    <>
      <p id="desk-would-change">{all === 0 ? reach.noChange : counted(reach, 'changes', all)}</p>
      <Pages pages={changes} />
      {moves.length > 0 && (
        <details>
          <summary>{counted(reach, 'moves', moves.length)}</summary>
          <ul>
            {moves.map((address) => (
              <li key={address}>
                <a href={address}>{new URL(address).pathname}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Pages({ pages }: { pages: readonly PagesOf[] }) {
  return pages.map(({ count, language, name, pages: named }) => (
    <details data-language={language} key={language}>
      <summary>
        {name}: {counted(reach, 'pages', count)}
      </summary>
      <ul>
        {named.map(({ address, title }) => (
          <li key={address}>
            <a href={address} lang={language}>
              {title}
            </a>
          </li>
        ))}
        {count > named.length && (
          <li>{filled(reach.more, { count: String(count - named.length) })}</li>
        )}
      </ul>
    </details>
  ));
}

function total(pages: readonly PagesOf[]): number {
  return pages.reduce((all, { count }) => all + count, 0);
}
