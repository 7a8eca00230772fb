/** A text with its codes as chips, to be read. */
import type { Token } from '@charterpress/shared/domain/translation/codes.ts';
import type { Code } from '@charterpress/shared/domain/translation/segment.ts';
import compare from '@charterpress/shared/strings/compare.json' with { type: 'json' };
import {
  type ComparedPiece,
  chipLabel,
  comparedSources,
  type TitlesByName,
  tokensIn,
  unitName,
} from './coded.ts';

type Of = { readonly codes: readonly Code[]; readonly titles: TitlesByName };

export function CodedText({ codes, text, titles }: Of & { readonly text: string }) {
  return <Tokens codes={codes} of={tokensIn(text)} titles={titles} />;
}

/** The English of this moment with what changed in it. */
export function ComparedText(props: Of & { readonly before: string; readonly after: string }) {
  const { after, before, codes, titles } = props;
  return comparedSources(before, after).map((piece, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have no other name, and never move.
    <ChangedPiece codes={codes} key={at} piece={piece} titles={titles} />
  ));
}

function ChangedPiece({ codes, piece, titles }: Of & { readonly piece: ComparedPiece }) {
  const tokens = <Tokens codes={codes} of={piece.tokens} titles={titles} />;
  if (piece.is === 'same') return tokens;
  const Element = piece.is === 'removed' ? 'del' : 'ins';
  const start = piece.is === 'removed' ? compare.removedStart : compare.addedStart;
  return (
    <Element>
      <span className="desk-hidden">{start}</span>
      {tokens}
      <span className="desk-hidden">{compare.end}</span>
    </Element>
  );
}

function Tokens({ codes, of, titles }: Of & { readonly of: readonly Token[] }) {
  return of.map((token, at) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the tokens of one text have no other name, and never move.
    if ('text' in token) return <span key={at}>{token.text}</span>;
    const [is = '', number = 0] = Object.entries(token)[0] ?? [];
    const name = unitName(token, codes, titles);
    return (
      <span
        aria-label={name}
        className={`desk-chip desk-chip--${is}`}
        data-number={number}
        data-what={chipLabel(token, codes, titles) ?? undefined}
        // biome-ignore lint/suspicious/noArrayIndexKey: as above.
        key={at}
        role="img"
        title={name}
      />
    );
  });
}
