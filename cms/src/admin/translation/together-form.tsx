'use client';
/** Choosing what goes to readers together: at once, or at a moment. */
import bundles from '@charterpress/shared/strings/bundles.json' with { type: 'json' };
import words from '@charterpress/shared/strings/workbench.json' with { type: 'json' };
import { Button, toast } from '@payloadcms/ui';
import { useRouter } from 'next/navigation';
import { type ReactNode, useId, useState } from 'react';
import { filled } from '../../words/filled.ts';
import { ask } from '../asking.ts';
import { GoesLiveFields, noMoment, saidOf } from '../bundles/goes-live-fields.tsx';
import { Sentences } from '../line.tsx';

const { together: say } = words;

type Text = { readonly kind: string; readonly document: string; readonly title: string };
export type Ready = Text & { readonly language: string; readonly name: string };
export type Coming = Text & { readonly revision: number };
type Language = { readonly language: string; readonly name: string };

export function TogetherForm(props: {
  readonly ready: readonly Ready[];
  readonly coming: readonly Coming[];
  readonly languages: readonly Language[];
  readonly now: string;
}) {
  const { coming, languages, now, ready } = props;
  const router = useRouter();
  const title = useId();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isLater, setLater] = useState(false);
  const [name, setName] = useState('');
  const [moment, setMoment] = useState(noMoment);
  const [sentences, setSentences] = useState<readonly string[]>([]);
  const isWaiting = isLater || coming.some((each) => chosen.includes(nameOf(each)));
  const choices = [...ready, ...coming.flatMap((each) => [each, ...inLanguages(each, languages)])];
  const toggle = (what: string) =>
    setChosen(chosen.includes(what) ? chosen.filter((other) => other !== what) : [...chosen, what]);
  const send = async () => {
    const items = choices.filter((each) => chosen.includes(nameOf(each))).map(asked);
    const answer = await ask({
      method: 'POST',
      address: '/api/translation/release-set',
      body: isWaiting ? { items, title: name, goesLive: saidOf(moment) } : { items },
      unreachable: words.trouble.notDone,
    });
    setSentences(answer.sentences);
    if (!answer.ok) return;
    toast.success(isWaiting ? bundles.screen.saved : words.release.done);
    setChosen([]);
    if (isWaiting) router.push(`/admin/bundles/${String(answer.body.id)}`);
    router.refresh();
  };
  return (
    <form
      className="desk-bundle"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Choices legend={say.ready} none={say.noneReady}>
        {ready.map((each) => (
          <Choice
            isChosen={chosen.includes(nameOf(each))}
            key={nameOf(each)}
            label={filled(say.inLanguage, { title: each.title, language: each.name })}
            onToggle={() => toggle(nameOf(each))}
          />
        ))}
      </Choices>
      {coming.map((each) => (
        <Choices key={nameOf(each)} legend={filled(say.coming, { title: each.title })} none="">
          <Choice
            isChosen={chosen.includes(nameOf(each))}
            label={say.english}
            onToggle={() => toggle(nameOf(each))}
          />
          {inLanguages(each, languages).map((other) => (
            <Choice
              isChosen={chosen.includes(nameOf(other))}
              key={nameOf(other)}
              label={filled(say.waitFor, { language: other.name })}
              onToggle={() => toggle(nameOf(other))}
            />
          ))}
        </Choices>
      ))}
      <Choices legend={say.when} none="">
        <Choice isChosen={isWaiting} label={say.later} onToggle={() => setLater(!isLater)} />
      </Choices>
      {isWaiting && (
        <>
          <label className="desk-bundle__title" htmlFor={title}>
            <strong>{bundles.screen.name}</strong>
            <small>{bundles.screen.nameHelp}</small>
            <input
              id={title}
              maxLength={200}
              onChange={(event) => setName(event.target.value)}
              type="text"
              value={name}
            />
          </label>
          <GoesLiveFields moment={moment} now={now} onChange={setMoment} />
        </>
      )}
      <Sentences of={sentences} />
      <div className="desk-buttons">
        <Button disabled={chosen.length === 0} id="desk-together" margin={false} type="submit">
          {isWaiting ? bundles.screen.save : say.now}
        </Button>
      </div>
    </form>
  );
}

function Choices(props: {
  readonly legend: string;
  readonly none: string;
  readonly children: ReactNode;
}) {
  const isEmpty = Array.isArray(props.children) && props.children.length === 0;
  return (
    <fieldset className="desk-choices">
      <legend>
        <strong>{props.legend}</strong>
      </legend>
      {isEmpty ? <p>{props.none}</p> : props.children}
    </fieldset>
  );
}

function Choice(props: {
  readonly label: string;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}) {
  return (
    <label>
      <input checked={props.isChosen} onChange={props.onToggle} type="checkbox" />
      <span>{props.label}</span>
    </label>
  );
}

function inLanguages(text: Text, languages: readonly Language[]): readonly Ready[] {
  const { document, kind, title } = text;
  return languages.map(({ language, name }) => ({ kind, document, title, language, name }));
}

function nameOf(text: Ready | Coming): string {
  return `${text.document}/${'language' in text ? text.language : 'en'}/${'revision' in text}`;
}

function asked(text: Ready | Coming): object {
  const { document, kind } = text;
  return 'language' in text
    ? { kind, document, language: text.language }
    : { kind, document, revision: text.revision };
}
