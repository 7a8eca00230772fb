'use client';
/** A notice in every language at once, before it goes up. */
import { momentOf } from '@charterpress/shared/domain/london-time.ts';
import type { NoticeSentence, Severity } from '@charterpress/shared/domain/urgent-notice.ts';
import words from '@charterpress/shared/strings/notices.json' with { type: 'json' };
import type { FactChoice, LanguageWords } from './choices.ts';

export type Draft = {
  readonly sentence: NoticeSentence;
  readonly severity: Severity;
  readonly about: FactChoice | null;
  readonly instead: FactChoice | null;
  readonly text: string;
  /** Wall time in London. */
  readonly ends: string;
};

export function AsReaders(props: {
  readonly draft: Draft;
  readonly languages: readonly LanguageWords[];
}) {
  const { draft, languages } = props;
  return (
    <section aria-labelledby="desk-notice-all">
      <h2 id="desk-notice-all">{words.screen.all}</h2>
      <ul className="desk-notice-all">
        {languages.map((language) => (
          <li key={language.tag}>
            <h3>{language.name}</h3>
            <div className={`desk-notice-seen ${draft.severity}`}>
              <InLanguage draft={draft} language={language} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function InLanguage({ draft, language }: { draft: Draft; language: LanguageWords }) {
  const { about, instead, sentence, severity, text } = draft;
  const { direction, tag } = language;
  const until = untilIn(language, draft.ends);
  return (
    <div dir={direction} lang={tag}>
      <p>
        <strong>{language.severity[severity]}</strong>
      </p>
      {sentence === 'news' && <p>{language.news}</p>}
      {about !== null && language.about[sentence] !== null && (
        <p>
          {language.about[sentence]} <Name fact={about} tag={tag} />
        </p>
      )}
      {instead !== null && (
        <p>
          {language.instead[sentence]} <Name fact={instead} tag={tag} />{' '}
          <bdi>{instead.details}</bdi>
        </p>
      )}
      {text !== '' && (
        <p>
          {!language.isEnglish && <small>{language.inEnglish} </small>}
          <span dir="ltr" lang="en">
            {text}
          </span>
        </p>
      )}
      {until !== null && <p>{until}</p>}
    </div>
  );
}

function Name({ fact, tag }: { fact: FactChoice; tag: string }) {
  const own = fact.labels[tag];
  if (own !== undefined) return <strong>{own}</strong>;
  return (
    <strong dir="ltr" lang="en">
      {fact.labels.en}
    </strong>
  );
}

/** The end as that language writes it; `null` until somebody has said one. */
function untilIn({ isEnglish, tag, until }: LanguageWords, ends: string): string | null {
  const said = momentOf({ wall: ends, which: 'second' });
  if (!said.ok) return null;
  const format = new Intl.DateTimeFormat(`${isEnglish ? 'en-GB' : tag}-u-nu-latn`, {
    ...{ dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/London' },
  });
  return until.replace('{{moment}}', format.format(new Date(said.moment)));
}
