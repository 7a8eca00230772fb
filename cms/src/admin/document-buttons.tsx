'use client';
/** The buttons of a document: Save, the one step that comes next, and in the menu what else this person may do. */
import { isKind, type Kind } from '@charterpress/shared/domain/kinds.ts';
import { may, type Role, roles } from '@charterpress/shared/roles.ts';
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import words from '@charterpress/shared/strings/steps.json' with { type: 'json' };
import { Button, FormSubmit, PopupList, useAuth, useDocumentInfo } from '@payloadcms/ui';
import { useState } from 'react';
import { filled } from '../words/filled.ts';
import { chooseStep } from './chosen-step.ts';
import { SaveButton, useSave } from './save.tsx';
import { StaleForm } from './stale-form.tsx';
import { useStatus } from './status-asked.ts';
import { type FormStep, mainStep, otherSteps } from './step-forms.ts';
import { StepUnderWay } from './step-under-way.tsx';

export function DocumentButtons() {
  const open = useOpenDocument();
  const [isRefused, setRefused] = useState(false);
  const save = useSave(() => setRefused(true));
  const { main } = useSteps();
  if (open === null || !may(open.held, 'write', open.kind)) return null;
  const { id, kind } = open;
  return (
    <div className="desk-buttons">
      <SaveButton isMain={main === null} save={save} />
      {main !== null && (
        <FormSubmit
          buttonId={`desk-${main}`}
          onClick={() => chooseStep(main)}
          size="medium"
          type="button"
        >
          {words.steps[main].label}
        </FormSubmit>
      )}
      {id !== null && <StepUnderWay id={id} kind={kind} save={save} />}
      {isRefused && id !== null && (
        <StaleForm close={() => setRefused(false)} id={id} kind={kind} save={save} />
      )}
    </div>
  );
}

/** In the menu of those who write. */
export function MoreSteps() {
  const { others } = useSteps();
  return (
    <PopupList.ButtonGroup>
      {others.map((step) => (
        <PopupList.Button id={`desk-${step}`} key={step} onClick={() => chooseStep(step)}>
          {words.steps[step].label}
        </PopupList.Button>
      ))}
    </PopupList.ButtonGroup>
  );
}

/** For those who only read there is neither Save nor menu: they are told so, and find what they may do as buttons. */
export function ReadingOnly() {
  const open = useOpenDocument();
  const { main, others } = useSteps();
  if (open === null || open.id === null || may(open.held, 'write', open.kind)) return null;
  const who = roles.filter((role) => may([role], 'write', open.kind)).join(' or ');
  const steps = main === null ? others : [main, ...others];
  return (
    <div className="desk-buttons">
      <p className="desk-reading">{filled(desk.reading.only, { who })}</p>
      {steps.map((step) => (
        <Button
          buttonStyle="secondary"
          id={`desk-${step}`}
          key={step}
          margin={false}
          onClick={() => chooseStep(step)}
        >
          {words.steps[step].label}
        </Button>
      ))}
      <StepUnderWay id={open.id} kind={open.kind} save={nothingToSave} />
    </div>
  );
}

/** Whoever only reads has nothing in the form that could be lost. */
const nothingToSave = () => Promise.resolve(true);

type OpenDocument = {
  readonly kind: Kind;
  /** `null` while it was never saved. */
  readonly id: string | null;
  readonly held: readonly Role[];
};

function useOpenDocument(): OpenDocument | null {
  const { collectionSlug, id } = useDocumentInfo();
  const { user } = useAuth();
  if (!collectionSlug || !isKind(collectionSlug)) return null;
  const held = (user as { roles?: Role[] } | null)?.roles ?? [];
  return { kind: collectionSlug, id: id === undefined ? null : String(id), held };
}

function useSteps(): { readonly main: FormStep | null; readonly others: readonly FormStep[] } {
  const asked = useStatus();
  if (asked.state !== 'answered') return { main: null, others: [] };
  const { state, steps } = asked.says;
  const main = mainStep(steps, state);
  return { main, others: otherSteps(steps, main) };
}
