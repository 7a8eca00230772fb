'use client';
/** Beside the form: what stands in the way of the document as it was saved last, and what would make it better. */
import checks from '@charterpress/shared/strings/checks.json' with { type: 'json' };
import { useId } from 'react';
import type { Said } from '../checks/endpoint.ts';
import { filled } from '../words/filled.ts';
import { type Checks, useChecks } from './checks-asked.ts';
import { LinkToField } from './published-note.tsx';

const { panel } = checks;
const PLACE = 'desk-checks';

export function ChecksPanel() {
  const asked = useChecks();
  const heading = useId();
  if (asked.state === 'new') return null;
  return (
    <section
      aria-labelledby={heading}
      className="desk-readers desk-checks"
      id={PLACE}
      tabIndex={-1}
    >
      <h2 id={heading}>{panel.title}</h2>
      {asked.state === 'asking' && <p>{panel.asking}</p>}
      {asked.state === 'unanswered' && <p>{asked.why}</p>}
      {asked.state === 'answered' && <Found checks={asked.says} />}
    </section>
  );
}

/** Beside the buttons, so that nobody presses Publish to learn of it. */
export function InTheWay() {
  const asked = useChecks();
  if (asked.state !== 'answered') return null;
  const count = asked.says.review.length + asked.says.publish.length;
  if (count === 0) return null;
  return (
    <a
      className="desk-in-the-way"
      href={`#${PLACE}`}
      onClick={(event) => {
        event.preventDefault();
        const place = document.getElementById(PLACE);
        place?.scrollIntoView({ block: 'center' });
        place?.focus({ preventScroll: true });
      }}
    >
      {filled(panel.inTheWay, { count: String(count) })}
    </a>
  );
}

function Found({ checks: { advice, publish, review } }: { checks: Checks }) {
  const isClear = review.length + publish.length === 0;
  return (
    <>
      <p className="desk-checks__of">{panel.asSaved}</p>
      {isClear && <p className="desk-checks__clear">{panel.nothing}</p>}
      <Group said={review} title={panel.review} />
      <Group said={publish} title={panel.publish} />
      {advice.length > 0 && (
        <details>
          <summary>{filled(panel.advice, { count: String(advice.length) })}</summary>
          <List said={advice} />
        </details>
      )}
    </>
  );
}

function Group({ said, title }: { said: readonly Said[]; title: string }) {
  if (said.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <List said={said} />
    </>
  );
}

function List({ said }: { said: readonly Said[] }) {
  return (
    <ul>
      {said.map(({ field, message }) => (
        <li key={`${field} ${message}`}>
          <LinkToField path={field} sentence={message} />
        </li>
      ))}
    </ul>
  );
}
