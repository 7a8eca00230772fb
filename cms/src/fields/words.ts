/** The words in which the CMS shows a shape to staff. A field without words does not compile. */
import type { Shape } from '@charterpress/shared/domain/shape.ts';

export type FieldWords = {
  readonly label: string;
  /** Stands under the field: what to write there, and what readers will see of it. */
  readonly help: string;
  /** Begins a part of a long form with this heading above the field. */
  readonly heading?: string;
  /** When the field has a meaning, by what else is filled in. One that holds something is never hidden. */
  readonly when?: (values: FormValues) => boolean;
};

/** What is in the fields beside it, as far as they are filled in. */
export type FormValues = Readonly<Record<string, unknown>>;

type ChoiceWords<C extends string> = FieldWords & { readonly choices: Readonly<Record<C, string>> };
type RowWords<S extends Shape> = FieldWords & {
  /** What one row is called, as in "Part". */
  readonly row: string;
  readonly fields: WordsFor<S>;
};

export type WordsFor<S extends Shape> = {
  readonly [N in keyof S]: S[N] extends {
    holds: 'choice' | 'several';
    of: readonly (infer C extends string)[];
  }
    ? ChoiceWords<C>
    : S[N] extends { holds: 'rows'; fields: infer R extends Shape }
      ? RowWords<R>
      : FieldWords;
};

/** The same words without knowledge of the shape, for whoever walks a shape field by field. */
export type AnyWords = Readonly<
  Record<
    string,
    FieldWords & {
      readonly choices?: Readonly<Record<string, string>>;
      readonly row?: string;
      readonly fields?: AnyWords;
    }
  >
>;
