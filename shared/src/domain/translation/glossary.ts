/**
 * The words that a trust agreed on, for one language: how a term of the common language is written, how it is not, and
 * which names keep their letters.
 */

export type GlossaryTerm = {
  /** The English wording. */
  readonly term: string;
  /** Every wording that may stand for it. */
  readonly approved: readonly string[];
  /** Wordings that nobody may use, whatever the English says. */
  readonly forbidden: readonly string[];
  /** A name that is written in Latin letters in every language, as in "Home-Start". */
  readonly staysLatin: boolean;
};

/** Of one language. */
export type Glossary = readonly GlossaryTerm[];
