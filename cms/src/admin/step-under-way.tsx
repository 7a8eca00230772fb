'use client';
/** The step that was chosen: its dialog, then what becomes of it, said beside the buttons and at the fields it is about. */
import type { Change } from '@charterpress/shared/domain/edition.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import words from '@charterpress/shared/strings/steps.json' with { type: 'json' };
import { toast, useDocumentInfo, useForm, useFormModified } from '@payloadcms/ui';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { chooseStep, useChosenStep } from './chosen-step.ts';
import { MarkedFields } from './marked-fields.tsx';
import type { Publication } from './publish.ts';
import { PublishedNote } from './published-note.tsx';
import { tellReadersChanged } from './readers-change.ts';
import { useStatus } from './status-asked.ts';
import type { Status } from './status-of.ts';
import { questionsOf, type Said, StepDialog } from './step-dialog.tsx';
import { type FormStep, formOf } from './step-forms.ts';
import { takeStep } from './step-taking.ts';

type Open = {
  readonly kind: Kind;
  readonly id: string;
  readonly save: () => Promise<boolean>;
};

export function StepUnderWay(open: Open) {
  const step = useChosenStep();
  const asked = useStatus();
  const [publication, setPublication] = useState<Publication>({ state: 'none' });
  const take = useTaking(open, setPublication);
  return (
    <>
      <PublishedNote publication={publication} />
      {publication.state === 'refused' && <MarkedFields faults={publication.faults} />}
      {step !== null && asked.state === 'answered' && (
        <StepDialog
          change={changeBefore(asked.says)}
          key={step}
          onCancel={() => chooseStep(null)}
          onSaid={(said) => take(step, said)}
          questions={questionsOf(step, {
            isFact: open.kind === 'facts',
            status: asked.says,
          })}
          step={step}
        />
      )}
    </>
  );
}

type Take = (step: FormStep, said: Said) => Promise<readonly string[]>;

/** Takes a step. Answers what the dialog has to ask again. */
function useTaking(open: Open, tell: (publication: Publication) => void): Take {
  const { id, kind, save } = open;
  const { getData } = useForm();
  const { docConfig } = useDocumentInfo();
  const isModified = useFormModified();
  const router = useRouter();
  const refused = (sentence: string): readonly string[] => {
    chooseStep(null);
    tell({ state: 'refused', faults: [{ sentence, path: null }] });
    return [];
  };

  return async (step, said) => {
    const { savesFirst } = formOf(step);
    if (isModified && !savesFirst) return refused(words.unsaved);
    // Each save is one revision more; the form itself learns of it only when it is drawn again.
    const revision = Number(getData().revision) + (isModified ? 1 : 0);
    if (isModified && !(await save())) return refused(words.notSaved);
    const fields = docConfig?.fields ?? [];
    const came = await takeStep({ step, kind, id, revision, said, fields }, (publication) => {
      chooseStep(null);
      tell(publication);
      tellReadersChanged();
    });
    tellReadersChanged();
    if (came.came === 'ask-again') return came.sentences;
    chooseStep(null);
    if (came.came === 'refused') tell({ state: 'refused', faults: came.faults });
    if (came.came === 'done' && !formOf(step).publishes) {
      tell({ state: 'done', says: words.steps[step].done });
    }
    // The form holds what was written before: nothing of it is unsaved, or the step had been refused.
    if (came.came === 'done' && formOf(step).changesForm) window.location.reload();
    // What was erased does not stay on the screen either.
    if (came.came === 'done' && step === 'confirm-removal') {
      toast.success(words.steps[step].done);
      router.push(`/admin/collections/${kind}`);
    }
    return [];
  };
}

function changeBefore({ change, changeNote }: Status): { change: Change; changeNote: string } {
  return { change: (change as Change | null) ?? 'major', changeNote: changeNote ?? '' };
}
