'use client';
/** What the checks find in what is typed at this moment: the same rules as the server's, run here as somebody types. */
import type { Finding } from '@charterpress/shared/domain/translation/checks/finding.ts';
import { findings } from '@charterpress/shared/domain/translation/checks/findings.ts';
import checksWords from '@charterpress/shared/strings/translation-checks.json' with {
  type: 'json',
};
import words from '@charterpress/shared/strings/workbench.json' with { type: 'json' };
import { useDeferredValue, useMemo, useState } from 'react';
import { filled } from '../../words/filled.ts';
import { translationFindingWords } from '../../words/translation-finding.ts';
import { useBench, useWork } from './bench-context.ts';
import type { OpenSegment } from './book.ts';
import { shownOf, unsaved } from './keeping.ts';
import { Reason } from './reason.tsx';

const { checks: say } = words;
const { levels } = checksWords;

export function SegmentChecks({ shown }: { shown: OpenSegment }) {
  const { may, nameOf } = useBench();
  const found = useFindings(shown);
  const [asked, setAsked] = useState<string | null>(null);
  if (shownOf(shown.kept).trim() === '') return null;
  const waived = shown.record?.work?.waived ?? [];
  return (
    <section className="desk-found" aria-label={say.title}>
      {found.length === 0 ? (
        <p className="desk-found__clear">{say.clear}</p>
      ) : (
        <ul>
          {found.map((finding) => {
            const waiver = waived.find(({ rule }) => rule === finding.rule);
            return (
              <li
                className={`desk-found__${waiver ? 'waived' : finding.level}`}
                key={`${finding.rule} ${finding.found} ${finding.expected}`}
              >
                <strong>{levels[finding.level]}:</strong> {translationFindingWords(finding)}
                {waiver !== undefined && (
                  <p>{filled(say.waived, { who: nameOf(waiver.by), reason: waiver.reason })}</p>
                )}
                {finding.level === 'warning' && !waiver && may.translate && (
                  <button onClick={() => setAsked(finding.rule)} type="button">
                    {say.waive}
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {asked !== null && (
        <Reason
          act="waive"
          close={() => setAsked(null)}
          said={(reason) => ({ rule: asked, reason })}
          segmentKey={shown.segment.key}
        />
      )}
    </section>
  );
}

/** What only the server can know, that the same English says something else elsewhere, is the server's word. */
function useFindings(shown: OpenSegment): readonly Finding[] {
  const { language, store } = useBench();
  const { shown: work } = useWork(store);
  const target = useDeferredValue(shownOf(shown.kept));
  const { segment } = shown;
  const glossary = work?.terms;
  const here = useMemo(
    () =>
      findings(segment, target, {
        ...{ language: language.tag, glossary: glossary ?? [], sameSourceElsewhere: [] },
      }),
    [segment, target, language.tag, glossary],
  );
  const isSaved = unsaved(shown.kept) === null;
  const there = shown.findings.filter(({ rule }) => rule === 'inconsistent' && isSaved);
  return [...here, ...there];
}
