'use client';
/** How the same English, or one much like it, was translated before. Nothing is put in that nobody asked for. */
import words from '@charterpress/shared/strings/workbench.json' with { type: 'json' };
import { useEffect } from 'react';
import { filled } from '../../words/filled.ts';
import { moment } from '../../words/moment.ts';
import { useBench, useSegment } from './bench-context.ts';
import { CodedText, ComparedText } from './coded-text.tsx';
import type { Suggestion } from './shapes.ts';

const { suggestions: say } = words;

export function Suggestions({ segmentKey }: { segmentKey: string }) {
  const { askSuggestions, suggestions } = useBench();
  useEffect(() => askSuggestions(segmentKey), [askSuggestions, segmentKey]);
  const found = suggestions.key === segmentKey ? suggestions.of : [];
  if (found.length === 0) return null;
  return (
    <section className="desk-suggestions">
      <h4>{say.title}</h4>
      <ol>
        {found.map((suggestion, at) => (
          <OneSuggestion
            key={`${suggestion.source} ${suggestion.target}`}
            number={at + 1}
            segmentKey={segmentKey}
            suggestion={suggestion}
          />
        ))}
      </ol>
    </section>
  );
}

function OneSuggestion(props: {
  readonly number: number;
  readonly segmentKey: string;
  readonly suggestion: Suggestion;
}) {
  const { number, segmentKey, suggestion } = props;
  const { language, nameOf, store, takeSuggestion, titles } = useBench();
  const { codes, text } = useSegment(store, segmentKey).segment;
  const { at, by, match, score, source, target, where } = suggestion;
  return (
    <li>
      <p>
        <strong>{filled(say.match[match], { score: String(score) })}</strong>{' '}
        <small>
          {filled(where === '' ? say.ofShort : say.of, {
            ...{ who: nameOf(by), when: moment(new Date(at)), where },
          })}
        </small>
      </p>
      {match === 'fuzzy' && (
        <p className="desk-suggestions__source" dir="ltr" lang="en">
          <ComparedText after={text} before={source} codes={codes} titles={titles} />
        </p>
      )}
      <p dir={language.direction} lang={language.tag}>
        <CodedText codes={codes} text={target} titles={titles} />
      </p>
      <button
        aria-keyshortcuts={number < 10 ? `Alt+Shift+${number}` : undefined}
        aria-label={filled(say.takeNumber, { number: String(number) })}
        onClick={() => takeSuggestion(segmentKey, number)}
        type="button"
      >
        {say.take}
      </button>
    </li>
  );
}
