/** What changed, field by field, in elements and words that a screen reader says. */
import type {
  Comparison as Compared,
  FieldChange,
  RowChange,
} from '@charterpress/shared/domain/compare.ts';
import {
  comparedWords,
  type LineChange,
  type Piece,
} from '@charterpress/shared/domain/compare-words.ts';
import { language } from '@charterpress/shared/languages.ts';
import words from '@charterpress/shared/strings/compare.json' with { type: 'json' };
import { counted } from '../words/counted.ts';
import { filled } from '../words/filled.ts';
import type { Text } from './texts.ts';

/** A field of the form, as far as its name goes. */
export type Labelled = {
  readonly name?: string;
  readonly label?: unknown;
  readonly labels?: { readonly singular?: unknown };
  readonly fields?: readonly Labelled[];
  readonly options?: readonly { readonly value: string; readonly label: string }[];
};

type Sides = { readonly before: Text; readonly after: Text };

export function Comparison(
  props: Sides & { readonly comparison: Compared; readonly fields: readonly Labelled[] },
) {
  const { after, before, comparison, fields } = props;
  const changed = comparison.fields.filter(({ changes }) => changes > 0);
  const same = comparison.fields.filter(({ changes }) => changes === 0);
  const isNoteChanged = before.note !== after.note;
  const isOneLanguage = before.language === after.language;
  const shown = (field: FieldChange) => (
    <Field after={after} before={before} field={field} key={field.name} labels={fields} level={3} />
  );
  return (
    <div className={isOneLanguage ? undefined : 'desk-compare--two-languages'}>
      <p className="desk-compare__count" role="status">
        {comparison.changes === 0
          ? words.same
          : `${counted(words, 'count', comparison.changes)} ${counted(words, 'fields', changed.length)}.`}
      </p>
      {(changed.length > 0 || isNoteChanged) && (
        <p className="desk-compare__key">{isOneLanguage ? words.key : words.twoLanguages}</p>
      )}
      {isNoteChanged && <Note after={after} before={before} />}
      {changed.map(shown)}
      {same.length > 0 && (
        <details>
          <summary>{counted(words, 'unchanged', same.length)}</summary>
          {same.map(shown)}
        </details>
      )}
    </div>
  );
}

function Note({ after, before }: Sides) {
  const pieces = comparedWords(before.note ?? '', after.note ?? '', after.language);
  return (
    <section className="desk-compare__field">
      <h3>{words.explanation}</h3>
      <p {...tongueOf(after.language)}>
        <Pieces after={after} before={before} pieces={pieces} />
      </p>
    </section>
  );
}

type OneField = Sides & {
  readonly field: FieldChange;
  readonly labels: readonly Labelled[];
  readonly level: 3 | 5;
};

function Field({ after, before, field, labels, level }: OneField) {
  const label = labels.find(({ name }) => name === field.name);
  const Heading = `h${level}` as const;
  const isEmpty = field.lines.length === 0 && field.rows.length === 0;
  return (
    <section className="desk-compare__field" data-field={field.name}>
      <Heading>{nameOf(field.name, label)}</Heading>
      {isEmpty && <p>{words.empty}</p>}
      {field.lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no names, and nothing here is ever put in another order.
        <Line after={after} before={before} key={at} label={label} line={line} />
      ))}
      {field.rows.map((row, at) => (
        <Row after={after} at={at} before={before} key={row.id} label={label} row={row} />
      ))}
    </section>
  );
}

function nameOf(name: string, label: Labelled | undefined): string {
  if (typeof label?.label === 'string') return label.label;
  return name === 'slug' ? words.address : name;
}

type OneRow = Sides & {
  readonly row: RowChange;
  readonly at: number;
  readonly label: Labelled | undefined;
};

function Row({ after, at, before, label, row }: OneRow) {
  const name = `${label?.labels?.singular ?? label?.label ?? ''} ${at + 1}`;
  const changed = row.fields.filter(({ changes }) => changes > 0);
  const said = [words.is[row.is], ...(row.isMoved ? [words.moved] : [])].join('. ');
  return (
    <section className={`desk-compare__row desk-compare__row--${row.is}`}>
      <h4>
        {name}: <span>{said}</span>
      </h4>
      {changed.map((field) => (
        <Field
          after={after}
          before={before}
          field={field}
          key={field.name}
          labels={label?.fields ?? []}
          level={5}
        />
      ))}
    </section>
  );
}

type OneLine = Sides & { readonly line: LineChange; readonly label: Labelled | undefined };

function Line({ after, before, label, line }: OneLine) {
  const isMarked = line.is === 'added' || line.is === 'removed';
  const style = words.styles[line.style as keyof typeof words.styles] ?? line.style;
  const was = line.was === null ? null : words.styles[line.was as keyof typeof words.styles];
  const notes = [
    ...(line.style === 'callout' && line.was === null && !isMarked ? [style] : []),
    ...(isMarked ? [`${words.is[line.is]}: ${style}`] : []),
    ...(was === null ? [] : [`${style}. ${filled(words.lineWas, { style: was })}`]),
    ...(line.looksOnly ? [words.looksOnly] : []),
  ];
  const pieces = line.pieces.map((piece) => ({ ...piece, words: inWords(piece.words, label) }));
  return (
    <div className={`desk-compare__line desk-compare__line--${line.is}`}>
      {notes.length > 0 && <p className="desk-compare__note">{notes.join(' ')}</p>}
      <p {...tongueOf(line.is === 'removed' ? before.language : after.language)}>
        <Pieces after={after} before={before} pieces={pieces} />
      </p>
    </div>
  );
}

/** Choices and ticks by the words of the form. */
function inWords(value: string, label: Labelled | undefined): string {
  return label?.options?.find((option) => option.value === value)?.label ?? value;
}

function Pieces({ after, before, pieces }: Sides & { readonly pieces: readonly Piece[] }) {
  return pieces.map((piece, at) => {
    const key = `${at} ${piece.is}`;
    if (piece.is === 'same') return <span key={key}>{piece.words}</span>;
    if (piece.is === 'removed') {
      return (
        <del key={key} {...tongueOf(before.language)}>
          <Aside>{words.removedStart}</Aside>
          {piece.words}
          <Aside>{words.end}</Aside>
        </del>
      );
    }
    return (
      <ins key={key} {...tongueOf(after.language)}>
        <Aside>{words.addedStart}</Aside>
        {piece.words}
        <Aside>{words.end}</Aside>
      </ins>
    );
  });
}

/** Read out, and not seen: few screen readers say by themselves that words were taken out or put in. */
function Aside({ children }: { readonly children: string }) {
  return (
    <span className="desk-hidden" dir="ltr" lang="en">
      {' '}
      {children}{' '}
    </span>
  );
}

function tongueOf(tag: string): { readonly lang: string; readonly dir: 'ltr' | 'rtl' } {
  return { lang: tag, dir: language(tag)?.direction ?? 'ltr' };
}
