'use client';
/**
 * The server draws a screen before its program is there to listen. Until it is, no button is pressed and nothing is typed
 * that would be lost: every field and button of the admin is disabled, and says that it is busy.
 */
import { type ReactNode, useSyncExternalStore } from 'react';

export function Listening({ children }: { children: ReactNode }) {
  const isListening = useSyncExternalStore(neverChanges, yes, no);
  return (
    <fieldset
      aria-busy={!isListening}
      className="desk-listening"
      disabled={!isListening}
      role="presentation"
    >
      {children}
    </fieldset>
  );
}

const neverChanges = () => () => undefined;
const yes = () => true;
/** As drawn by the server, and until the browser's first drawing of the same is done. */
const no = () => false;
