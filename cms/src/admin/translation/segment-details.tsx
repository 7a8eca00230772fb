'use client';
/** Under the segment that is open: what is known about it, and what can be done with it. */
import words from '@charterpress/shared/strings/workbench.json' with { type: 'json' };
import { filled } from '../../words/filled.ts';
import { moment } from '../../words/moment.ts';
import { useBench } from './bench-context.ts';
import type { OpenSegment } from './book.ts';
import { CodeButtons } from './code-buttons.tsx';
import { CodedText } from './coded-text.tsx';
import { SegmentActs } from './segment-acts.tsx';
import { SegmentChecks } from './segment-checks.tsx';
import { SegmentComments } from './segment-comments.tsx';
import { SegmentTerms } from './segment-terms.tsx';
import { Suggestions } from './suggestions.tsx';

const { segment: say } = words;

export function SegmentDetails(props: {
  readonly id: string;
  readonly shown: OpenSegment;
  readonly mayWrite: boolean;
}) {
  const { id, mayWrite, shown } = props;
  return (
    <div className="desk-segment__details">
      <div className="desk-segment__doing">
        {mayWrite && <CodeButtons id={id} shown={shown} />}
        <SegmentChecks shown={shown} />
        <SegmentActs shown={shown} />
      </div>
      <Past shown={shown} />
      {mayWrite && <Suggestions segmentKey={shown.segment.key} />}
      <SegmentTerms shown={shown} />
      <SegmentComments shown={shown} />
    </div>
  );
}

/** Who did what with it, and, when the English moved on, what was said before in both languages. */
function Past({ shown }: { shown: OpenSegment }) {
  const { language, nameOf, titles } = useBench();
  const { record, segment, standing } = shown;
  const work = record?.work ?? null;
  const [pair] = record?.pairs ?? [];
  const { codes } = segment;
  return (
    <section className="desk-segment__past">
      {record?.returned && (
        <p className="desk-segment__returned">
          {filled(say.returned, {
            who: nameOf(record.returned.by),
            when: moment(new Date(record.returned.at)),
            why: record.returned.why,
          })}
        </p>
      )}
      {work !== null && (
        <p>
          {filled(work.state === 'draft' ? say.begunBy : say.saidBy, {
            who: nameOf(work.by),
            when: moment(new Date(work.at)),
          })}{' '}
          {say.origin[work.origin]}
        </p>
      )}
      {pair !== undefined && (
        <p>
          {filled(say.reviewedBy, {
            who: nameOf(pair.reviewedBy),
            when: moment(new Date(pair.reviewedAt)),
          })}
        </p>
      )}
      {standing.is === 'behind' && (
        <dl>
          <div>
            <dt>{say.was}</dt>
            <dd dir="ltr" lang="en">
              <CodedText codes={codes} text={standing.was.source} titles={titles} />
            </dd>
          </div>
          <div>
            <dt>{say.wasTarget}</dt>
            <dd dir={language.direction} lang={language.tag}>
              <CodedText codes={codes} text={standing.was.target} titles={titles} />
            </dd>
          </div>
        </dl>
      )}
    </section>
  );
}
