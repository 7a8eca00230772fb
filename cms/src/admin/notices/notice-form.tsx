'use client';
/** Choose a sentence, what fills it and its end, see it in every language, press once. */
import {
  noticeSentences,
  type Severity,
  severities,
  slotsOf,
} from '@charterpress/shared/domain/urgent-notice.ts';
import words from '@charterpress/shared/strings/notices.json' with { type: 'json' };
import { Button, toast } from '@payloadcms/ui';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ask } from '../asking.ts';
import { AsReaders, type Draft } from './as-readers.tsx';
import type { FactChoice, LanguageWords, PageChoice } from './choices.ts';
import { FactField, PagesField, Radios, TextField } from './notice-fields.tsx';

const { screen } = words;

const empty: Draft & { readonly begins: string; readonly reason: string } = {
  ...{ sentence: 'closed', severity: 'important', about: null, instead: null },
  ...{ text: '', begins: '', ends: '', reason: '' },
};

export function NoticeForm(props: {
  readonly facts: readonly FactChoice[];
  readonly languages: readonly LanguageWords[];
  readonly pages: readonly PageChoice[];
}) {
  const { facts, languages, pages } = props;
  const router = useRouter();
  const [said, setSaid] = useState(empty);
  const [chosen, setChosen] = useState<readonly PageChoice[]>([]);
  const [sentences, setSentences] = useState<readonly string[]>([]);
  const [isGoing, setGoing] = useState(false);
  const slots = slotsOf[said.sentence];
  const say = (more: Partial<typeof empty>) => setSaid({ ...said, ...more });
  const about = slots.about === 'none' ? null : said.about;

  const putUp = async () => {
    setGoing(true);
    const body = {
      ...{ sentence: said.sentence, severity: said.severity, text: said.text.trim() },
      ...{ about: about?.document ?? null, instead: said.instead?.document ?? null },
      ...{ begins: said.begins, ends: said.ends, reason: said.reason },
      pages: chosen.map(({ document, kind }) => ({ kind, document })),
    };
    const address = '/api/urgent-notices';
    const answer = await ask({ method: 'POST', address, body, unreachable: screen.failed });
    setGoing(false);
    setSentences(answer.sentences);
    if (!answer.ok) return;
    toast.success(screen.done);
    setSaid(empty);
    setChosen([]);
    router.refresh();
  };

  return (
    <form
      className="desk-notice"
      onSubmit={(event) => {
        event.preventDefault();
        void putUp();
      }}
    >
      <div>
        <Radios
          choices={noticeSentences.map((name) => [name, words.sentences[name]] as const)}
          chosen={said.sentence}
          legend={screen.sentence}
          onChange={(sentence) => say({ sentence })}
        />
        <Radios
          choices={severities.map((name): [Severity, string] => [name, words.severities[name]])}
          chosen={said.severity}
          legend={screen.severity}
          onChange={(severity) => say({ severity })}
        />
        {slots.about !== 'none' && (
          <FactField
            chosen={said.about}
            facts={facts}
            help={screen.aboutHelp}
            label={screen.about}
            onChange={(fact) => say({ about: fact })}
          />
        )}
        <FactField
          chosen={said.instead}
          facts={facts}
          help={screen.insteadHelp}
          label={screen.instead}
          onChange={(fact) => say({ instead: fact })}
        />
        <TextField
          help={screen.textHelp}
          label={screen.text}
          longest={300}
          onChange={(text) => say({ text })}
          value={said.text}
        />
        <TextField
          help={screen.endsHelp}
          label={screen.ends}
          onChange={(ends) => say({ ends })}
          type="datetime-local"
          value={said.ends}
        />
        <TextField
          help={screen.beginsHelp}
          label={screen.begins}
          onChange={(begins) => say({ begins })}
          type="datetime-local"
          value={said.begins}
        />
        <PagesField chosen={chosen} onChange={setChosen} pages={pages} />
      </div>
      <AsReaders draft={{ ...said, about }} languages={languages} />
      <div>
        <TextField
          help={screen.reasonHelp}
          label={screen.reason}
          longest={1000}
          onChange={(reason) => say({ reason })}
          value={said.reason}
        />
        <div role="alert">
          {sentences.map((sentence) => (
            <p className="desk-notice__problem" key={sentence}>
              {sentence}
            </p>
          ))}
        </div>
        <Button disabled={isGoing} type="submit">
          {isGoing ? screen.going : screen.goLive}
        </Button>
      </div>
    </form>
  );
}
