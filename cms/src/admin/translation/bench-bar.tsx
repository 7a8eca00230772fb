'use client';
/** Above the segments: how far this translation is, who does it, and what can be done with all of it. */
import words from '@charterpress/shared/strings/workbench.json' with { type: 'json' };
import { Button } from '@payloadcms/ui';
import { useId, useState } from 'react';
import { filled } from '../../words/filled.ts';
import { moment } from '../../words/moment.ts';
import { useBench, useWork } from './bench-context.ts';
import { ClaimLine } from './claim-line.tsx';
import { ReleaseDialog } from './release-dialog.tsx';
import type { WorkShown } from './shapes.ts';
import { TakeElsewhere } from './take-elsewhere.tsx';
import { type Filter, filters } from './todo.ts';

const { top: say } = words;

export function BenchBar(props: {
  readonly shown: WorkShown;
  readonly path: string;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly isPreviewing: boolean;
  readonly onPreview: () => void;
  readonly onList: () => void;
}) {
  const { filter, isPreviewing, onFilter, onList, onPreview, shown } = props;
  const { language } = useBench();
  const [isReleasing, setReleasing] = useState(false);
  const choice = useId();
  return (
    <header className="desk-bench__bar">
      <div className="desk-bench__about">
        <p>
          {englishWords(shown)} {releasedWords(shown, language.name)}
        </p>
        <ClaimLine shown={shown} />
        {!shown.may.translate && <p>{filled(say.reading, { language: language.name })}</p>}
        {shown.styleNote !== null && (
          <details open>
            <summary>{filled(say.styleNote, { language: language.name })}</summary>
            <p className="desk-bench__style">{shown.styleNote}</p>
          </details>
        )}
        <TakeElsewhere />
      </div>
      <div className="desk-bench__tools">
        <Progress />
        <label htmlFor={choice}>{say.filter}</label>
        <select
          id={choice}
          onChange={(event) => onFilter(event.target.value as Filter)}
          value={filter}
        >
          {filters.map((each) => (
            <option key={each} value={each}>
              {say.filters[each]}
            </option>
          ))}
        </select>
        <Button
          aria-keyshortcuts="Control+?"
          buttonStyle="secondary"
          id="desk-shortcuts"
          margin={false}
          onClick={onList}
          size="small"
        >
          {say.keyboard}
        </Button>
        <Button
          buttonStyle="secondary"
          extraButtonProps={{ 'aria-expanded': isPreviewing }}
          id="desk-page"
          margin={false}
          onClick={onPreview}
          size="small"
        >
          {isPreviewing ? say.hidePreview : say.preview}
        </Button>
        {shown.may.release && (
          <Button id="desk-release" margin={false} onClick={() => setReleasing(true)} size="small">
            {words.release.button}
          </Button>
        )}
      </div>
      {isReleasing && <ReleaseDialog close={() => setReleasing(false)} shown={shown} />}
    </header>
  );
}

/** Of the segments as they stand at this moment, and not as they were loaded. */
function Progress() {
  const { store } = useBench();
  const { keys } = useWork(store);
  const done = keys.filter((key) => store.segment(key).standing.is === 'reviewed').length;
  const sentence = filled(say.progress, { done: String(done), all: String(keys.length) });
  return (
    <p className="desk-bench__progress">
      <meter aria-label={sentence} max={keys.length} min={0} value={done} /> {sentence}
    </p>
  );
}

function englishWords({ english }: WorkShown): string {
  const when = moment(new Date(english.publishedAt));
  if (english.isComing) return filled(say.coming, { when, note: english.changeNote ?? '' });
  return english.changeNote === null
    ? filled(say.english, { when })
    : filled(say.change, { when, note: english.changeNote });
}

function releasedWords({ english, released }: WorkShown, name: string): string {
  if (released === null) return filled(say.notReleased, { language: name });
  const when = moment(new Date(released.publishedAt));
  const isOld = released.sourceEdition < english.number;
  return filled(isOld ? say.releasedOld : say.released, { when });
}
