/**
 * The words in which a kind says what it holds. A shape is plain data: the CMS makes its screens and both of its
 * collections from it, composing makes editions by it, translating finds what to translate by it.
 */
import type { Prose } from './prose.ts';

/** Points at a document of some kind. Never at an edition: the site looks up the one in the reader's language. */
export type Reference = { readonly kind: string; readonly document: string };

/** One size of an image, addressed by the hash of its bytes. Width and height are in pixels. */
export type Rendition = {
  readonly name: string;
  readonly sha256: string;
  readonly mime: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
};

type Needed<N extends boolean> = { readonly needed: N };
type TextField<N extends boolean = boolean> = Needed<N> & {
  readonly holds: 'text';
  readonly translated: boolean;
  /** `word` is a word of the interface: one line that stands in a menu, on a button, in a notice. */
  readonly lines: 'one' | 'many' | 'word';
};
type ProseField<N extends boolean = boolean> = Needed<N> & {
  readonly holds: 'prose';
  readonly translated: true;
};
type NumberField<N extends boolean = boolean> = Needed<N> & { readonly holds: 'number' };
type DayField<N extends boolean = boolean> = Needed<N> & { readonly holds: 'day' };
type MomentField<N extends boolean = boolean> = Needed<N> & { readonly holds: 'moment' };
type ChoiceField<C extends string = string, N extends boolean = boolean> = Needed<N> & {
  readonly holds: 'choice';
  readonly of: readonly C[];
};
type SeveralField<C extends string = string> = Needed<boolean> & {
  readonly holds: 'several';
  readonly of: readonly C[];
};
type DistrictsField = Needed<boolean> & { readonly holds: 'districts' };
type YesField = Needed<false> & { readonly holds: 'yes' };
type OneField<N extends boolean = boolean> = Needed<N> & {
  readonly holds: 'one';
  readonly kinds: readonly string[];
};
type ManyField = Needed<boolean> & { readonly holds: 'many'; readonly kinds: readonly string[] };
type RowsField<S extends Shape = Shape> = Needed<boolean> & {
  readonly holds: 'rows';
  readonly fields: S;
};
type FileField = Needed<true> & { readonly holds: 'file' };

export type Field =
  | TextField
  | ProseField
  | NumberField
  | DayField
  | MomentField
  | ChoiceField
  | SeveralField
  | DistrictsField
  | YesField
  | OneField
  | ManyField
  | RowsField<{ readonly [name: string]: Field }>
  | FileField;

export type Shape = { readonly [name: string]: Field };

type ValueOf<F> = F extends { holds: 'text' | 'day' | 'moment' }
  ? string
  : F extends { holds: 'prose' }
    ? Prose
    : F extends { holds: 'number' }
      ? number
      : F extends ChoiceField<infer C>
        ? C
        : F extends { holds: 'one' }
          ? Reference
          : F extends { holds: 'file' }
            ? readonly Rendition[]
            : never;

/** What an edition of a shape contains. Optional values are `null`, never absent; lists are empty, never `null`. */
export type ContentOf<S extends Shape> = {
  readonly [N in keyof S]: S[N] extends { holds: 'yes' }
    ? boolean
    : S[N] extends { holds: 'many' }
      ? readonly Reference[]
      : S[N] extends { holds: 'districts' }
        ? readonly string[]
        : S[N] extends SeveralField<infer C>
          ? readonly C[]
          : S[N] extends RowsField<infer R>
            ? readonly ({ readonly id: string } & ContentOf<R>)[]
            : S[N] extends Needed<true>
              ? ValueOf<S[N]>
              : ValueOf<S[N]> | null;
};

/** One line of words, translated. */
export const line = <N extends boolean = false>(needed = false as N): TextField<N> => ({
  holds: 'text',
  translated: true,
  lines: 'one',
  needed,
});

/** A word of the interface, translated. */
export const word = <N extends boolean = false>(needed = false as N): TextField<N> => ({
  holds: 'text',
  translated: true,
  lines: 'word',
  needed,
});

/** A few plain sentences, translated. */
export const lines = <N extends boolean = false>(needed = false as N): TextField<N> => ({
  holds: 'text',
  translated: true,
  lines: 'many',
  needed,
});

/** A code, a name, a number to dial: the same in every language. */
export const same = <N extends boolean = false>(needed = false as N): TextField<N> => ({
  holds: 'text',
  translated: false,
  lines: 'one',
  needed,
});

/** Rich text, translated. */
export const prose = <N extends boolean = false>(needed = false as N): ProseField<N> => ({
  holds: 'prose',
  translated: true,
  needed,
});

export const number = <N extends boolean = false>(needed = false as N): NumberField<N> => ({
  holds: 'number',
  needed,
});

/** A calendar day, `YYYY-MM-DD`. */
export const day = <N extends boolean = false>(needed = false as N): DayField<N> => ({
  holds: 'day',
  needed,
});

/** A moment, ISO 8601 in UTC. */
export const moment = <N extends boolean = false>(needed = false as N): MomentField<N> => ({
  holds: 'moment',
  needed,
});

export const choice = <const C extends string, N extends boolean = false>(
  of: readonly C[],
  needed = false as N,
): ChoiceField<C, N> => ({ holds: 'choice', of, needed });

/** Any of a closed list, each once, in the order of the list. Empty means that nothing is known. */
export const several = <const C extends string>(
  of: readonly C[],
  needed = false,
): SeveralField<C> => ({ holds: 'several', of, needed });

/** Slugs of the trust's districts, in its order. Which there are, its configuration says. */
export const districts = (needed = false): DistrictsField => ({ holds: 'districts', needed });

/** A tick: ticked or not, never unknown. */
export const yes = (): YesField => ({ holds: 'yes', needed: false });

export const one = <N extends boolean = false>(
  kinds: readonly string[],
  needed = false as N,
): OneField<N> => ({ holds: 'one', kinds, needed });

export const many = (kinds: readonly string[], needed = false): ManyField => ({
  holds: 'many',
  kinds,
  needed,
});

export const rows = <const S extends Shape>(fields: S, needed = false): RowsField<S> => ({
  holds: 'rows',
  fields,
  needed,
});

/** The renditions of an uploaded image. */
export const file = (): FileField => ({ holds: 'file', needed: true });
