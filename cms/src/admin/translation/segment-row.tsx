'use client';
/** One segment: its English at the left, its translation at the right, and under them what there is to know and to do. */
import words from '@charterpress/shared/strings/workbench.json' with { type: 'json' };
import { memo, type Ref, useMemo } from 'react';
import { counted } from '../../words/counted.ts';
import { filled } from '../../words/filled.ts';
import { useBench, useSegment } from './bench-context.ts';
import type { OpenSegment } from './book.ts';
import { chipLabel, textOfUnits, unitName, unitsIn } from './coded.ts';
import { CodedText, ComparedText } from './coded-text.tsx';
import { TargetEditor, type TargetEditorHandle } from './editor/target-editor.tsx';
import { shownOf } from './keeping.ts';
import { SegmentDetails } from './segment-details.tsx';
import { TwoTexts } from './two-texts.tsx';

export const SegmentRow = memo(function SegmentRow(props: {
  readonly segmentKey: string;
  readonly number: number;
  readonly isOpen: boolean;
  readonly mayWrite: boolean;
  readonly onOpen: (key: string) => void;
  readonly onBreak: (key: string) => void;
  readonly handle: Ref<TargetEditorHandle>;
}) {
  const { isOpen, number, onOpen, segmentKey: key } = props;
  const { store } = useBench();
  const shown = useSegment(store, key);
  const id = `desk-segment-${number}`;
  return (
    <li
      className={`desk-segment desk-segment--${shown.standing.is}${isOpen ? ' desk-segment--open' : ''}`}
      data-key={key}
      id={id}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a shortcut for the mouse; the keyboard comes by the field. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: as above. */}
      <div className="desk-segment__head" onClick={() => onOpen(key)}>
        <h3 id={`${id}-name`}>
          {filled(words.segment.heading, {
            number: String(number),
            name: nameOfSegment(shown),
          })}
        </h3>
        <Stands shown={shown} />
      </div>
      <div className="desk-segment__sides">
        <English number={number} shown={shown} />
        <Target {...props} id={id} shown={shown} />
      </div>
      {shown.kept.keeping.is === 'twofold' && <TwoTexts shown={shown} />}
      {isOpen && <SegmentDetails id={id} mayWrite={props.mayWrite} shown={shown} />}
    </li>
  );
});

/** By its field: a role or three words say nothing without the question that they answer. */
function nameOfSegment({ field, segment }: OpenSegment): string {
  const style = words.styles[segment.style];
  if (field === null || segment.style === 'word') return style;
  const isField = segment.style === 'line' || segment.style === 'paragraph';
  return isField ? field : filled(words.segment.piece, { field, style });
}

function Stands({ shown }: { shown: OpenSegment }) {
  const { kept, standing } = shown;
  const { keeping } = kept;
  const isBlank = keeping.is === 'typed' && keeping.typed.target.trim() === '';
  const saved = isBlank ? words.keeping.blank : words.keeping[keeping.is];
  const isAlarm = ['held', 'refused', 'twofold'].includes(keeping.is);
  return (
    <p className="desk-segment__stands">
      {shown.findings.length > 0 && <Found shown={shown} />}
      <span className={`desk-tag desk-tag--${standing.is}`}>{standingWords(shown)}</span>
      {keeping.is !== 'settled' && (
        <span className={isAlarm ? 'desk-segment__alarm' : undefined}>{saved}</span>
      )}
    </p>
  );
}

function Found({ shown }: { shown: OpenSegment }) {
  const errors = shown.findings.filter(({ level }) => level === 'error').length;
  if (errors === 0) return null;
  return <span className="desk-segment__alarm">{counted(words.checks, 'count', errors)}</span>;
}

function standingWords({ standing }: OpenSegment): string {
  if (standing.is !== 'behind' || standing.work === 'none') return words.standing[standing.is];
  return words.standing[standing.work === 'translated' ? 'behindTranslated' : 'behindDraft'];
}

function English({ number, shown }: { number: number; shown: OpenSegment }) {
  const { titles } = useBench();
  const { codes, text } = shown.segment;
  const before = sourceBefore(shown);
  return (
    <section
      aria-label={filled(words.segment.source, { number: String(number) })}
      className="desk-segment__english"
      dir="ltr"
      lang="en"
    >
      <p>
        {before === null ? (
          <CodedText codes={codes} text={text} titles={titles} />
        ) : (
          <ComparedText after={text} before={before} codes={codes} titles={titles} />
        )}
      </p>
    </section>
  );
}

/** The English that was translated, where that is another one: what is in the field, or what was reviewed before it. */
function sourceBefore({ record, segment, standing }: OpenSegment): string | null {
  const work = record?.work ?? null;
  if (work !== null && work.hash !== segment.hash) return work.source;
  return standing.is === 'behind' ? standing.was.source : null;
}

function Target(props: Parameters<typeof SegmentRow>[0] & { id: string; shown: OpenSegment }) {
  const { handle, id, mayWrite, number, onBreak, onOpen, segmentKey: key, shown } = props;
  const { language, store, titles } = useBench();
  const text = shownOf(shown.kept);
  const units = useMemo(() => unitsIn(text), [text]);
  const { codes } = shown.segment;
  const label = filled(words.segment.target, { language: language.name, number: String(number) });
  if (!mayWrite) {
    return (
      <section
        aria-label={label}
        className="desk-segment__read"
        dir={language.direction}
        id={`${id}-target`}
        lang={language.tag}
        onFocus={() => onOpen(key)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: here the keyboard finds what can be said about the segment.
        tabIndex={0}
      >
        <p>
          <CodedText codes={codes} text={text} titles={titles} />
        </p>
      </section>
    );
  }
  return (
    <TargetEditor
      describedBy={`${id}-name`}
      direction={language.direction}
      handle={handle}
      id={`${id}-target`}
      label={label}
      language={language.tag}
      nameOf={(unit) => ({
        name: unitName(unit, codes, titles),
        label: chipLabel(unit, codes, titles),
      })}
      onChange={(typed) => {
        const target = textOfUnits(typed);
        if (target !== text) store.type(key, { target });
      }}
      onEnter={() => onBreak(key)}
      onFocus={() => onOpen(key)}
      onLeave={() => void store.save(key)}
      units={units}
    />
  );
}
