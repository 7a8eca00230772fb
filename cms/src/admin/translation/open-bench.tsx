'use client';
/** The workbench with what is in it: the bar at the top, the segments, and what the keyboard does. */
import words from '@charterpress/shared/strings/workbench.json' with { type: 'json' };
import { type KeyboardEvent, useMemo, useState } from 'react';
import { BenchBar } from './bench-bar.tsx';
import { BenchContext } from './bench-context.ts';
import type { OpenWork } from './book.ts';
import { Hindrances } from './hindrances.tsx';
import { PagePreview } from './page-preview.tsx';
import { SegmentRow } from './segment-row.tsx';
import type { WorkShown } from './shapes.ts';
import { commandOf } from './shortcuts.ts';
import { Shortcuts } from './shortcuts-list.tsx';
import { type Filter, fits } from './todo.ts';
import { useSegmentWork } from './use-segment-work.ts';
import type { WorkStore } from './work-store.ts';
import type { BenchProps } from './workbench.tsx';

export function OpenBench(
  props: BenchProps & {
    readonly store: WorkStore;
    readonly work: OpenWork;
    readonly shown: WorkShown;
  },
) {
  const { languageName, me, path, shown, store, work } = props;
  const { direction, language: tag } = shown;
  const language = useMemo(
    () => ({ tag, name: languageName, direction }),
    [tag, languageName, direction],
  );
  const who = { email: me.email, may: shown.may };
  const [filter, setFilter] = useState<Filter>('all');
  const [isListing, setListing] = useState(false);
  const [isPreviewing, setPreviewing] = useState(false);
  // What is done under a filter stays in view until another is chosen: nothing vanishes under the hands.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as said, by the choice alone.
  const keys = useMemo(
    () => work.keys.filter((key) => fits(store.segment(key), filter, who)),
    [filter, work.keys.join(' ')],
  );
  const numbers = useMemo(() => new Map(work.keys.map((key, at) => [key, at + 1])), [work.keys]);
  const doing = useSegmentWork({ keys, language, shown, store, who });
  const onKeyDown = (event: KeyboardEvent) => {
    const isAltGraph = event.getModifierState('AltGraph');
    const { altKey, code, ctrlKey, key, metaKey, shiftKey } = event;
    const command = commandOf({ key, code, altKey, ctrlKey, metaKey, shiftKey, isAltGraph });
    if (command === null || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if ('open' in command) setListing(true);
    else doing.command(command);
  };
  return (
    <BenchContext value={doing.bench}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: shortcuts of everything within, each of which works alone. */}
      <div className="desk-bench" onKeyDown={onKeyDown}>
        <BenchBar
          filter={filter}
          isPreviewing={isPreviewing}
          onFilter={setFilter}
          onList={() => setListing(true)}
          onPreview={() => setPreviewing(!isPreviewing)}
          path={path}
          shown={shown}
        />
        <Hindrances work={work} />
        <p className="desk-hidden" role="status">
          {doing.said}
        </p>
        {keys.length === 0 && <p>{words.top.none}</p>}
        <ol className="desk-segments">
          {keys.map((key) => (
            <SegmentRow
              handle={doing.handleOf(key)}
              isOpen={doing.open === key}
              key={key}
              mayWrite={shown.may.translate}
              number={numbers.get(key) ?? 0}
              onBreak={doing.putBreak}
              onOpen={doing.setOpen}
              segmentKey={key}
            />
          ))}
        </ol>
        {isPreviewing && <PagePreview path={path} />}
        {isListing && <Shortcuts close={() => setListing(false)} />}
      </div>
    </BenchContext>
  );
}
