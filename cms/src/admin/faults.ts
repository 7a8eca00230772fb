/** What stands in the way of a publication, each with the field to put right: from the CMS's answer and the form's fields. */
import type { Problem } from '@charterpress/shared/domain/problem.ts';
import { problemWords } from '../words/problem.ts';

export type Fault = {
  readonly sentence: string;
  /** The path of the field in the form, such as `parts.0.title`; `null` for what is not about one field. */
  readonly path: string | null;
};

/** A field of the form, as far as its name goes. */
export type NamedField = {
  readonly type?: string;
  readonly name?: string;
  readonly label?: unknown;
  readonly labels?: { readonly singular?: unknown };
  readonly fields?: readonly NamedField[];
};

type Refused = {
  readonly sentences: readonly string[];
  readonly body: Readonly<Record<string, unknown>>;
};

/** Problems of the text name their field as its label does; of anything else the CMS's own sentences stand. */
export function faultsIn(
  { body, sentences }: Refused,
  fields: readonly NamedField[],
): readonly Fault[] {
  const { problems } = body as { problems?: readonly object[] };
  return sentences.map((sentence, at): Fault => {
    const problem = problems?.[at];
    if (problem === undefined || !isOfField(problem)) return { sentence, path: null };
    const path = problem.field;
    const name = nameOf(path.split('.'), fields);
    return { path, sentence: name === null ? sentence : problemWords(problem, name) };
  });
}

function isOfField(problem: object): problem is Problem {
  return 'field' in problem && 'problem' in problem;
}

/** `['parts', '0', 'title']` -> "Part 1: Title of the part"; `null` where the form has no such field. */
export function nameOf(
  [name, row, ...rest]: readonly string[],
  fields: readonly NamedField[],
): string | null {
  const field = fields.find((each) => each.name === name);
  if (field === undefined || typeof field.label !== 'string') return null;
  if (row === undefined || field.fields === undefined || rest.length === 0) return field.label;
  const inRow = nameOf(rest, field.fields);
  return inRow === null
    ? null
    : `${field.labels?.singular ?? field.label} ${Number(row) + 1}: ${inRow}`;
}
