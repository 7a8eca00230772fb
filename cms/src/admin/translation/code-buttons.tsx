'use client';
/** The codes of the English by name, each with the way to put it where the caret is. */
import words from '@charterpress/shared/strings/workbench.json' with { type: 'json' };
import { filled } from '../../words/filled.ts';
import { useBench } from './bench-context.ts';
import type { OpenSegment } from './book.ts';
import { codeName, slotsOf, unitsIn, whatOf } from './coded.ts';
import { missingCodes } from './editor/editing.ts';
import { shownOf } from './keeping.ts';

const { segment: say } = words;

export function CodeButtons({ id, shown }: { id: string; shown: OpenSegment }) {
  const { put, titles } = useBench();
  const { codes, key } = shown.segment;
  if (codes.length === 0) return null;
  const slots = slotsOf(shown.segment);
  const missing = new Set(
    missingCodes(unitsIn(shownOf(shown.kept)), slots).map(({ number }) => number),
  );
  return (
    <fieldset className="desk-codes-of">
      <legend>{say.codes}</legend>
      {codes.map((code) => {
        const sentence = missing.has(code.number) ? say.putMissing : say.put;
        return (
          <button
            aria-keyshortcuts={code.number < 10 ? `Alt+${code.number}` : undefined}
            aria-label={filled(sentence, { code: codeName(code, titles) })}
            className={missing.has(code.number) ? 'desk-codes-of__missing' : undefined}
            id={`${id}-code-${code.number}`}
            key={code.number}
            // The field keeps the caret: the code goes where it stands.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => put(key, code.number)}
            type="button"
          >
            <span aria-hidden="true" className="desk-chip" data-number={code.number} />{' '}
            {whatOf(code, titles)}
          </button>
        );
      })}
    </fieldset>
  );
}
