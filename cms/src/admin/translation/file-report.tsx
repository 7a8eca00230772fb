'use client';
/** What would come of a file of translations, unit by unit, before anything of it is taken in. */
import type { Segment } from '@charterpress/shared/domain/translation/segment.ts';
import checks from '@charterpress/shared/strings/translation-checks.json' with { type: 'json' };
import words from '@charterpress/shared/strings/workbench.json' with { type: 'json' };
import { counted } from '../../words/counted.ts';
import { filled } from '../../words/filled.ts';
import { useBench, useWork } from './bench-context.ts';
import { CodedText } from './coded-text.tsx';

const { elsewhere: say } = words;

type Outcome = keyof typeof say.outcomes;
type Unit = {
  readonly key: string;
  readonly is: Outcome;
  readonly english: string | null;
  /** The English that it was made from, where that is another by now. */
  readonly made?: Segment;
  readonly target?: string | null;
  readonly sentence: string | null;
  readonly findings: readonly {
    readonly level: 'error' | 'warning';
    readonly sentence: string;
  }[];
  readonly notes: readonly string[];
};
export type FileReported = {
  readonly name: string;
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly units: readonly Unit[];
};

export function FileReport({ file }: { file: FileReported }) {
  const outcomes = Object.keys(say.outcomes) as Outcome[];
  const told = outcomes.filter((is) => (file.counts[is] ?? 0) > 0);
  const found = file.units.flatMap(({ findings }) => findings);
  const errors = found.filter(({ level }) => level === 'error').length;
  const toShow = file.units.filter(({ is, notes }) => is !== 'unchanged' || notes.length > 0);
  return (
    <>
      <strong>{file.name}</strong>
      <ul>
        {told.map((is) => (
          <li key={is}>{filled(say.outcomes[is], { count: String(file.counts[is]) })}</li>
        ))}
        {errors > 0 && <li>{counted(say, 'errors', errors)}</li>}
        {found.length > errors && <li>{counted(say, 'warnings', found.length - errors)}</li>}
      </ul>
      <ol className="desk-file-report__units">
        {toShow.map((unit) => (
          <OneUnit key={unit.key} unit={unit} />
        ))}
      </ol>
    </>
  );
}

function OneUnit({ unit }: { unit: Unit }) {
  const { language, store, titles } = useBench();
  const segments = useWork(store).shown?.segments ?? [];
  const at = segments.findIndex(({ segment }) => segment.key === unit.key);
  const segment = segments[at]?.segment;
  const codes = unit.made?.codes ?? segment?.codes ?? [];
  return (
    <li className="desk-file-report__unit">
      <p>
        {segment !== undefined && `${at + 1}. `}
        <strong>{say.unit[unit.is]}.</strong> {unit.sentence}
      </p>
      <p lang="en">
        {segment === undefined ? (
          (unit.english ?? unit.key)
        ) : (
          <CodedText codes={segment.codes} text={segment.text} titles={titles} />
        )}
      </p>
      {unit.target != null && (
        <p dir={language.direction} lang={language.tag}>
          <CodedText codes={codes} text={unit.target} titles={titles} />
        </p>
      )}
      {unit.findings.length > 0 && (
        <div className="desk-found">
          <ul>
            {unit.findings.map(({ level, sentence }) => (
              <li className={`desk-found__${level}`} key={sentence}>
                <strong>{checks.levels[level]}:</strong> {sentence}
              </li>
            ))}
          </ul>
        </div>
      )}
      {unit.notes.map((note) => (
        <p key={note}>{filled(say.note, { note })}</p>
      ))}
    </li>
  );
}
