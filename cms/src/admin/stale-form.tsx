'use client';
/** When somebody else saved first: both texts side by side, and nothing of either is lost unless the person says so. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { putTogether } from '@charterpress/shared/domain/meanwhile.ts';
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import { useForm, useFormFields } from '@payloadcms/ui';
import { useEffect, useRef, useState } from 'react';
import { ask } from './asking.ts';
import { Dialog } from './dialog.tsx';
import type { FieldMeanwhile, SavedMeanwhile } from './meanwhile-of.ts';

const { meanwhile } = desk;

type Values = Readonly<Record<string, unknown>>;

export function StaleForm(props: {
  readonly kind: Kind;
  readonly id: string;
  readonly save: () => Promise<boolean>;
  readonly close: () => void;
}) {
  const { close, id, kind, save } = props;
  const { getData, reset, setModified } = useForm();
  const found = useMeanwhile({ kind, id, mine: getData, close });
  const [kept, setKept] = useState<readonly string[]>([]);
  const saveOnceTaken = useSaveAtRevision(save, close);
  useEffect(() => setKept(pathsOf(found?.fields.filter(({ both }) => both))), [found]);
  if (found === null) return null;

  const take = async (values: Values) => {
    await reset(values);
    setModified(true);
  };
  const saveBoth = async () => {
    const together = putTogether(getData(), found.fields, kept);
    await take({ ...together, revision: found.revision });
    saveOnceTaken(found.revision);
  };
  const takeTheirs = async () => {
    await reset(found.copy);
    close();
  };
  const keep = (path: string, isMine: boolean) =>
    setKept((before) => [...before.filter((each) => each !== path), ...(isMine ? [path] : [])]);

  return (
    <Dialog
      cancel={meanwhile.goOn}
      confirm={meanwhile.save}
      isWide
      onCancel={close}
      onConfirm={() => void saveBoth()}
      other={{ label: meanwhile.takeTheirs, onChoose: () => void takeTheirs() }}
      title={meanwhile.title}
    >
      <p>{found.sentence}</p>
      <p>{found.fields.length === 0 ? meanwhile.nothingDiffers : meanwhile.help}</p>
      {found.fields.map((field) => (
        <BothTexts field={field} isMine={kept.includes(field.path)} keep={keep} key={field.path} />
      ))}
    </Dialog>
  );
}

/** Asks once what differs. A save that was refused for another reason, which the person was told, leaves nothing to choose. */
function useMeanwhile(asked: {
  readonly kind: Kind;
  readonly id: string;
  readonly mine: () => Values;
  readonly close: () => void;
}): SavedMeanwhile | null {
  const { close, id, kind } = asked;
  const mine = useRef(asked.mine()).current;
  const [found, setFound] = useState<SavedMeanwhile | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `close` is another function at each drawing, and is not what is asked about.
  useEffect(() => {
    void ask({
      method: 'POST',
      address: `/api/${kind}/${id}/meanwhile`,
      body: { revision: Number(mine.revision), mine },
      unreachable: '',
    }).then(({ body, ok }) => {
      const answer = body as SavedMeanwhile;
      if (ok && answer.revision !== mine.revision) setFound(answer);
      else close();
    });
  }, [id, kind, mine]);
  return found;
}

/** Saves as soon as the form has taken over a revision: what it was given is in it only once it is drawn again. */
function useSaveAtRevision(
  save: () => Promise<boolean>,
  close: () => void,
): (revision: number) => void {
  const [wanted, setWanted] = useState<number | null>(null);
  const revision = useFormFields(([fields]) => fields.revision?.value);
  useEffect(() => {
    if (wanted === null || revision !== wanted) return;
    setWanted(null);
    void save();
    close();
  }, [close, revision, save, wanted]);
  return setWanted;
}

function BothTexts(props: {
  readonly field: FieldMeanwhile;
  readonly isMine: boolean;
  readonly keep: (path: string, isMine: boolean) => void;
}) {
  const { field, isMine, keep } = props;
  const { both, mine, name, others, path } = field;
  return (
    <fieldset className="desk-both">
      <legend>{name}</legend>
      <p>{both ? meanwhile.both : meanwhile.onlyThem}</p>
      <div className="desk-both__texts">
        <OneText
          choose={() => keep(path, true)}
          isChosen={isMine}
          path={path}
          text={mine}
          whose="mine"
        />
        <OneText
          choose={() => keep(path, false)}
          isChosen={!isMine}
          path={path}
          text={others}
          whose="theirs"
        />
      </div>
    </fieldset>
  );
}

function OneText(props: {
  readonly path: string;
  readonly whose: 'mine' | 'theirs';
  readonly text: readonly string[];
  readonly isChosen: boolean;
  readonly choose: () => void;
}) {
  const { choose, isChosen, path, text, whose } = props;
  const lines = text.length === 0 ? [meanwhile.empty] : text;
  return (
    <label className="desk-both__text">
      <span>
        <input checked={isChosen} name={`meanwhile-${path}`} onChange={choose} type="radio" />{' '}
        <strong>{meanwhile[whose]}</strong>
      </span>
      {[...lines.entries()].map(([at, line]) => (
        <span key={at}>{line}</span>
      ))}
    </label>
  );
}

function pathsOf(fields: readonly FieldMeanwhile[] = []): readonly string[] {
  return fields.map(({ path }) => path);
}
