'use client';
/** Marks the fields that stand in the way of a publication, each with its sentence, until its words change. */
import { useAllFormFields, useForm } from '@payloadcms/ui';
import type { FormState } from 'payload';
import { useEffect, useRef } from 'react';
import type { Fault } from './faults.ts';

type Mark = { readonly path: string; readonly sentence: string; readonly value: string };

export function MarkedFields({ faults }: { faults: readonly Fault[] }) {
  const { setSubmitted } = useForm();
  const [fields, dispatch] = useAllFormFields();
  const before = useRef<readonly Mark[] | null>(null);
  before.current ??= marksFor(faults, fields);
  const marks = before.current;

  // The form takes marks away whenever the CMS looks at its state again, which it does at every pause in typing.
  useEffect(() => {
    setSubmitted(true);
    for (const { path, sentence, value } of marks) {
      const isAsItWas = wordsAt(fields, path) === value;
      if (isAsItWas && fields[path]?.valid !== false) {
        dispatch({ type: 'UPDATE', path, valid: false, errorMessage: sentence });
      }
    }
  }, [dispatch, fields, marks, setSubmitted]);

  useEffect(
    () => () => {
      for (const { path } of marks) dispatch({ type: 'UPDATE', path, valid: true });
    },
    [dispatch, marks],
  );
  return null;
}

/** The first sentence of each field: Payload shows one. */
function marksFor(faults: readonly Fault[], fields: FormState): readonly Mark[] {
  const marks = new Map<string, Mark>();
  for (const { path, sentence } of faults) {
    const known = path === null ? null : knownPath(path, fields);
    if (known === null || marks.has(known)) continue;
    marks.set(known, { path: known, sentence, value: wordsAt(fields, known) });
  }
  return [...marks.values()];
}

/** The form has no field for one of several references: its problem is shown at the field that holds them. */
function knownPath(path: string, fields: FormState): string | null {
  if (fields[path] !== undefined) return path;
  const parent = path.split('.').slice(0, -1).join('.');
  return parent === '' ? null : knownPath(parent, fields);
}

/** What is in a field, in a form that can be compared. */
function wordsAt(fields: FormState, path: string): string {
  return JSON.stringify(fields[path]?.value ?? null);
}
