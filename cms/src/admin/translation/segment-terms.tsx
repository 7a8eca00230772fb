'use client';
import { plainOf } from '@charterpress/shared/domain/translation/codes.ts';
/** The agreed words that this English has in it. */
import type { GlossaryTerm } from '@charterpress/shared/domain/translation/glossary.ts';
import words from '@charterpress/shared/strings/workbench.json' with { type: 'json' };
import type { ReactNode } from 'react';
import { useBench, useWork } from './bench-context.ts';
import type { OpenSegment } from './book.ts';

const { terms: say } = words;

export function SegmentTerms({ shown }: { shown: OpenSegment }) {
  const { language, store } = useBench();
  const terms = useWork(store).shown?.terms ?? [];
  const english = plainOf(shown.segment.text).toLowerCase();
  const here = terms.filter(({ term }) => english.includes(term.toLowerCase()));
  if (here.length === 0) return null;
  const tongue = { dir: language.direction, lang: language.tag };
  return (
    <section className="desk-terms">
      <h4>{say.title}</h4>
      <dl>
        {here.map((term) => (
          <div key={term.term}>
            <dt lang="en">{term.term}</dt>
            {parts(term).map(([label, wordings]) => (
              <dd key={label}>
                {label}{' '}
                {wordings.map((wording, at) => (
                  <Wording isFirst={at === 0} key={wording}>
                    <b {...tongue}>{wording}</b>
                  </Wording>
                ))}
              </dd>
            ))}
            {term.staysLatin && <dd>{say.latin}</dd>}
          </div>
        ))}
      </dl>
    </section>
  );
}

function Wording({ children, isFirst }: { children: ReactNode; isFirst: boolean }) {
  return isFirst ? (
    children
  ) : (
    <>
      {' '}
      {say.or} {children}
    </>
  );
}

function parts({
  approved,
  forbidden,
}: GlossaryTerm): readonly (readonly [string, readonly string[]])[] {
  const all = [
    [say.approved, approved],
    [say.forbidden, forbidden],
  ] as const;
  return all.filter(([, wordings]) => wordings.length > 0);
}
