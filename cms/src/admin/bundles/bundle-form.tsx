'use client';
/** The form of a bundle, for publishers: its title, its moment, its documents, and the way to cancel it. */
import words from '@charterpress/shared/strings/bundles.json' with { type: 'json' };
import { Button, toast } from '@payloadcms/ui';
import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import type { Choosable, ShownBundle } from '../../bundles/shown.ts';
import { Alarm } from '../alarm.tsx';
import { ask } from '../asking.ts';
import { Dialog } from '../dialog.tsx';
import { GoesLiveFields, momentFrom, noMoment, saidOf } from './goes-live-fields.tsx';
import { ItemWords, type Listed, ListedItems } from './items.tsx';
import { SeeTogether } from './see-together.tsx';

const { screen } = words;

type Choice = Choosable & Listed;

export function BundleForm(props: {
  readonly bundle: ShownBundle | null;
  readonly choices: readonly Choice[];
  readonly now: string;
}) {
  const { bundle, choices, now } = props;
  const router = useRouter();
  const id = useId();
  const [title, setTitle] = useState(bundle?.title ?? '');
  const [moment, setMoment] = useState(bundle ? momentFrom(bundle.goesLive) : noMoment);
  const [chosen, setChosen] = useState<readonly string[]>(
    bundle?.items.map(({ document }) => document) ?? [],
  );
  const [sentences, setSentences] = useState<readonly string[]>([]);
  const [isCancelling, setCancelling] = useState(false);
  const items = choices.filter(({ document }) => chosen.includes(document));

  const send = async (method: 'POST' | 'PATCH', path: string, body: object, done: string) => {
    const address = `/api/bundles${path}`;
    const answer = await ask({ method, address, body, unreachable: screen.unreachable });
    setSentences(answer.sentences);
    if (!answer.ok) return;
    toast.success(done);
    router.push(`/admin/bundles/${String(answer.body.id)}`);
    router.refresh();
  };
  const save = () => {
    const said = {
      title,
      goesLive: saidOf(moment),
      items: items.map(({ document, kind, revision }) => ({ kind, document, revision })),
    };
    return bundle === null
      ? send('POST', '', said, screen.saved)
      : send('PATCH', `/${bundle.id}`, { ...said, revision: bundle.revision }, screen.saved);
  };
  const cancel = () => {
    setCancelling(false);
    const body = { revision: bundle?.revision };
    return send('POST', `/${bundle?.id}/cancel`, body, screen.cancelled);
  };

  return (
    <form
      className="desk-bundle"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label className="desk-bundle__title">
        <strong>{screen.name}</strong>
        <small>{screen.nameHelp}</small>
        <input
          maxLength={200}
          onChange={(event) => setTitle(event.target.value)}
          type="text"
          value={title}
        />
      </label>
      <GoesLiveFields moment={moment} now={now} onChange={setMoment} />
      <Choices choices={choices} chosen={chosen} onChange={setChosen} />
      {items.length > 0 && (
        <section aria-labelledby={`${id}-preview`}>
          <h2 id={`${id}-preview`}>{screen.preview}</h2>
          <ListedItems items={items} />
          <SeeTogether texts={items} />
        </section>
      )}
      <Alarm of={sentences} />
      <div className="desk-buttons">
        <Button id="desk-bundle-save" margin={false} type="submit">
          {bundle === null ? screen.save : screen.saveAgain}
        </Button>
        {bundle !== null && (
          <Button
            buttonStyle="secondary"
            id="desk-bundle-cancel"
            margin={false}
            onClick={() => setCancelling(true)}
          >
            {screen.cancelBundle}
          </Button>
        )}
      </div>
      {isCancelling && (
        <Dialog
          cancel={screen.keep}
          confirm={screen.cancelBundle}
          onCancel={() => setCancelling(false)}
          onConfirm={() => void cancel()}
          title={screen.cancelTitle}
        >
          <p>{screen.cancelHelp}</p>
        </Dialog>
      )}
    </form>
  );
}

function Choices(props: {
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  const { choices, chosen, onChange } = props;
  const toggle = (document: string) =>
    onChange(
      chosen.includes(document)
        ? chosen.filter((other) => other !== document)
        : [...chosen, document],
    );
  return (
    <fieldset className="desk-choices">
      <legend>
        <strong>{screen.documents}</strong>
        <small>{screen.documentsHelp}</small>
      </legend>
      {choices.length === 0 && <p>{screen.nothingApproved}</p>}
      {choices.map((choice) => (
        <label key={choice.document}>
          <input
            checked={chosen.includes(choice.document)}
            onChange={() => toggle(choice.document)}
            type="checkbox"
            value={choice.document}
          />
          <span>
            <strong>{choice.title || screen.withoutTitle}</strong>
            <small>
              <ItemWords {...choice} />
            </small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
