/** Words that the trust agreed on: forbidden ones, approved ones that are missing, names that keep their letters. */
import { type Glossary, hasWording, mentionedTerms, withoutWording } from '../glossary.ts';
import type { Finding } from './finding.ts';

type With = { readonly language: string; readonly glossary: Glossary };

export function agreedWords(
  source: string,
  target: string,
  { glossary, language }: With,
): readonly Finding[] {
  const mentioned = mentionedTerms(source, glossary);
  return [
    ...forbidden(target, { glossary, language, mentioned }),
    ...mentioned.flatMap(({ approved, staysLatin, term }): readonly Finding[] => {
      if (staysLatin) return keepsLetters(target, term);
      if (approved.length === 0) return [];
      const isThere = approved.some((wording) => hasWording(target, wording, language, 'loose'));
      if (isThere) return [];
      return [{ rule: 'term-missing', level: 'warning', expected: approved.join(' / ') }];
    }),
  ];
}

function keepsLetters(target: string, term: string): readonly Finding[] {
  if (target.toLowerCase().includes(term.toLowerCase())) return [];
  return [{ rule: 'name-not-latin', level: 'error', expected: term }];
}

/**
 * A wording is forbidden whatever the English says, but where it is part of one that is approved for a term that the
 * source has: "rodzic lub opiekun" may be right where "opiekun" alone is wrong.
 */
function forbidden(
  target: string,
  { glossary, language, mentioned }: With & { readonly mentioned: Glossary },
): readonly Finding[] {
  const approved = mentioned.flatMap((term) => term.approved);
  const rest = approved.reduce((text, wording) => withoutWording(text, wording, language), target);
  return glossary.flatMap((term) =>
    term.forbidden
      .filter((wording) => hasWording(rest, wording, language, 'strict'))
      .map((found): Finding => {
        const expected = term.approved[0];
        const finding = { rule: 'forbidden-term', level: 'error', found } as const;
        return expected === undefined ? finding : { ...finding, expected };
      }),
  );
}
