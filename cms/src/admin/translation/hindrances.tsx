'use client';
/** What stands between this page and the server, in plain words, and what to do about it. */
import words from '@charterpress/shared/strings/workbench.json' with { type: 'json' };
import { useEffect, useRef, useState } from 'react';
import type { OpenWork } from './book.ts';

const { hindrance: say } = words;

export function Hindrances({ work }: { work: OpenWork }) {
  const { hindrance, keepsNothing } = work;
  const isBack = useIsBack(hindrance !== null);
  return (
    <div className="desk-hindrances" role="alert">
      {hindrance !== null && (
        <p className="desk-alarm">
          {say[hindrance]}{' '}
          {(hindrance === 'signed-out' || hindrance === 'someone-else') && (
            <a href="/admin/login" rel="noreferrer" target="_blank">
              {say.signIn}
            </a>
          )}
        </p>
      )}
      {isBack && <p className="desk-hindrances__back">{say.back}</p>}
      {keepsNothing && <p className="desk-alarm">{say.keepsNothing}</p>}
    </div>
  );
}

/** In milliseconds: long enough to be read. */
const SHOWN = 8000;

function useIsBack(isHindered: boolean): boolean {
  const was = useRef(isHindered);
  const [isBack, setBack] = useState(false);
  useEffect(() => {
    const isOver = was.current && !isHindered;
    was.current = isHindered;
    setBack(isOver);
    if (!isOver) return;
    const timer = setTimeout(() => setBack(false), SHOWN);
    return () => clearTimeout(timer);
  }, [isHindered]);
  return isBack;
}
