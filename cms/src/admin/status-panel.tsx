'use client';
/** Beside the form, first of all: where the document stands, what is pinned, and who has to do what next. */
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import words from '@charterpress/shared/strings/steps.json' with { type: 'json' };
import { useDocumentInfo, useDocumentTitle } from '@payloadcms/ui';
import { useEffect, useId } from 'react';
import { ChangesLink } from '../compare/changes-link.tsx';
import { ReviewPlan } from './review-plan.tsx';
import { useStatus } from './status-asked.ts';
import type { StatusSentence } from './status-of.ts';

export function StatusPanel() {
  useWordsForNoTitle();
  const asked = useStatus();
  const heading = useId();
  if (asked.state === 'new') return null;
  return (
    <section aria-labelledby={heading} className="desk-status">
      <h2 id={heading}>{words.panel.title}</h2>
      <div role="status">
        {asked.state === 'asking' && <p>{words.panel.asking}</p>}
        {asked.state === 'unanswered' && <p>{asked.why}</p>}
        {asked.state === 'answered' &&
          asked.says.sentences.map((each) => <Sentence key={each.says} {...each} />)}
      </div>
      {asked.state === 'answered' && !asked.says.isFirst && <ChangesLink />}
      {asked.state === 'answered' && <ReviewPlan {...asked.says.review} />}
    </section>
  );
}

/** A document without a title is not known by its id, which means nothing to anybody. */
function useWordsForNoTitle(): void {
  const { id } = useDocumentInfo();
  const { setDocumentTitle, title } = useDocumentTitle();
  useEffect(() => {
    if (id !== undefined && title === String(id)) setDocumentTitle(desk.landing.untitled);
  }, [id, setDocumentTitle, title]);
}

/** Above the form on narrow screens, where the panel itself stands below it. */
export function StatusLine() {
  const asked = useStatus();
  if (asked.state !== 'answered') return null;
  const [first] = asked.says.sentences;
  return first === undefined ? null : <p className="desk-status-line">{first.says}</p>;
}

function Sentence({ about, says }: StatusSentence) {
  if (about === 'quoted') return <blockquote>{says}</blockquote>;
  return <p className={`desk-status__${about}`}>{says}</p>;
}
