'use client';
/** Says beside the buttons what became of a publication. Read out by screen readers as it changes. */
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import { filled } from '../words/filled.ts';
import { clock } from '../words/moment.ts';
import type { Fault } from './faults.ts';
import { focusField } from './focus-field.ts';
import type { Publication } from './publish.ts';

export function PublishedNote({ publication }: { publication: Publication }) {
  return (
    <div
      className={`desk-published desk-published--${publication.state}`}
      id="desk-published"
      role="status"
    >
      {publication.state === 'refused' ? (
        <Refused faults={publication.faults} />
      ) : (
        wordsFor(publication)
      )}
    </div>
  );
}

function Refused({ faults }: { faults: readonly Fault[] }) {
  return (
    <>
      <p>{desk.publish.refused}</p>
      <ul>
        {faults.map(({ path, sentence }) => (
          <li key={`${path} ${sentence}`}>
            {path === null ? sentence : <LinkToField path={path} sentence={sentence} />}
          </li>
        ))}
      </ul>
    </>
  );
}

/** A sentence about a field, which takes the person there. */
export function LinkToField({ path, sentence }: { path: string; sentence: string }) {
  return (
    <a
      href={`#field-${path.replaceAll('.', '__')}`}
      onClick={(event) => {
        event.preventDefault();
        focusField(path);
      }}
    >
      {sentence}
    </a>
  );
}

function wordsFor(publication: Exclude<Publication, { state: 'refused' }>): string {
  switch (publication.state) {
    case 'none':
      return '';
    case 'sent':
      return desk.publish.sent;
    case 'done':
      return publication.says;
    case 'slow':
      return desk.publish.slow;
    case 'failed':
      return filled(desk.publish.failed, { why: publication.why });
    case 'live': {
      const sentence = publication.already ? desk.publish.already : desk.publish.live;
      return filled(sentence, { time: clock(publication.at) });
    }
  }
}
