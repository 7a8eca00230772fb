'use client';
/** Two texts of one segment, of which a person keeps one: nothing is lost unless somebody says so. */
import words from '@charterpress/shared/strings/workbench.json' with { type: 'json' };
import { Button } from '@payloadcms/ui';
import { filled } from '../../words/filled.ts';
import { useBench } from './bench-context.ts';
import type { OpenSegment } from './book.ts';
import { CodedText } from './coded-text.tsx';
import { shownOf } from './keeping.ts';

const { segment: say } = words;

export function TwoTexts({ shown }: { shown: OpenSegment }) {
  const { language, nameOf, store, titles } = useBench();
  const { kept, record, segment } = shown;
  const { codes, key } = segment;
  const who = record?.work?.by;
  const isSameText = kept.server.target === shownOf(kept);
  const tongue = { dir: language.direction, lang: language.tag };
  return (
    <section aria-label={words.keeping.twofold} className="desk-two-texts" role="alert">
      <div>
        <h4>{say.yours}</h4>
        <p {...tongue}>
          <CodedText codes={codes} text={shownOf(kept)} titles={titles} />
        </p>
        <Button margin={false} onClick={() => store.choose(key, 'mine')} size="small">
          {say.keepMine}
        </Button>
      </div>
      <div>
        <h4>{who === undefined ? say.theirsNobody : filled(say.theirs, { who: nameOf(who) })}</h4>
        {isSameText ? (
          <p>{say.englishMoved}</p>
        ) : (
          <p {...tongue}>
            <CodedText codes={codes} text={kept.server.target} titles={titles} />
          </p>
        )}
        <Button
          buttonStyle="secondary"
          margin={false}
          onClick={() => store.choose(key, 'theirs')}
          size="small"
        >
          {say.takeTheirs}
        </Button>
      </div>
    </section>
  );
}
